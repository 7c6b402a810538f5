// Conditions on fields: a value, a comparison, known and unknown.
#include <algorithm>
#include <cmath>

#include "practice/condition_kinds.h"
#include "practice/field_kinds.h"
#include "practice/wording.h"

namespace anteroom::condition_fields {

namespace {

using Expression = Condition::Expression;

std::shared_ptr<Expression> expression_on(std::string_view kind, FieldIndex index,
                                          const ConditionSource& source) {
  auto expression = std::make_shared<Expression>();
  const Field& field = source.dictionary[index];
  expression->kind = &condition_kind(kind);
  expression->fields = {index};
  expression->subjects = {{field.id, field.staff_label}};
  expression->time_zone = source.profile.time_zone;
  return expression;
}

std::vector<Node> one_or_more(const Node& node) {
  return node.is_list() ? node.items() : std::vector<Node>{node};
}

const FieldChoice* choice_of(const Field& field, const Node& value) {
  if (field.kind != FieldKind::yes_no) return field.choice(value.text());
  const bool yes = value.text() == "yes" || value.text() == "true";
  const bool no = value.text() == "no" || value.text() == "false";
  return yes || no ? field.choice(yes ? "yes" : "no") : nullptr;
}

void read_choice(const Field& field, const Node& value, Expression& expression,
                 Diagnostics& found) {
  if (const FieldChoice* choice = choice_of(field, value)) {
    expression.words.push_back({choice->id, choice->label});
  } else {
    found.error(value.place(), "unknown_value",
                "'" + value.text() + "' is not a value of '" + field.id + "'" +
                    suggestion(value.text(), ids_of(field.choices)));
  }
}

void read_one_value(const Field& field, const Node& value, Expression& expression,
                    Diagnostics& found) {
  if (!value.is_scalar()) {
    found.error(value.place(), "bad_condition",
                "a value of '" + field.id + "' is one word, or a list of words");
  } else if (!field.choices.empty() || row_of(field.kind).values) {
    read_choice(field, value, expression, found);
  } else if (field.kind == FieldKind::number || field.kind == FieldKind::age) {
    const double number = value.number(std::nan(""));
    if (std::isnan(number)) {
      found.error(value.place(), "unknown_value",
                  "'" + field.id + "' is a number; '" + value.text() + "' is not one");
    } else {
      expression.numbers.push_back(number);
    }
  } else {
    expression.words.push_back({value.text(), {}});
  }
}

bool holds(const Expression& expression, std::string_view word) {
  return std::any_of(expression.words.begin(), expression.words.end(),
                     [&](const Named& allowed) { return allowed.id == word; });
}

bool holds(const Expression& expression, double number) {
  return std::any_of(expression.numbers.begin(), expression.numbers.end(),
                     [&](double allowed) { return std::abs(allowed - number) < 1e-9; });
}

struct HasValue {
  const Expression& expression;
  bool operator()(const std::string& word) const { return holds(expression, word); }
  bool operator()(const Ids& ids) const {
    return std::any_of(ids.begin(), ids.end(),
                       [&](const std::string& id) { return holds(expression, id); });
  }
  bool operator()(double number) const { return holds(expression, number); }
  bool operator()(bool yes) const { return holds(expression, yes ? "yes" : "no"); }
  bool operator()(const Timing&) const { return false; }
  bool operator()(const Age& age) const { return holds(expression, in_years(age)); }
};

double days_from_today(Date day, const Expression& expression, const FactView& view) {
  const Date today = local_time(view.now, expression.time_zone).date;
  return static_cast<double>((std::chrono::sys_days(day) - std::chrono::sys_days(today)).count());
}

// What a comparison sees of a value: the number, years, or days from today (of a timing, of its
// end).
struct Comparable {
  const Expression& expression;
  const FactView& view;
  std::optional<double> operator()(const std::string& text) const {
    const auto day = parse_date(text);
    return day ? std::optional(days_from_today(*day, expression, view)) : std::nullopt;
  }
  std::optional<double> operator()(const Ids&) const { return std::nullopt; }
  std::optional<double> operator()(double number) const { return number; }
  std::optional<double> operator()(bool) const { return std::nullopt; }
  std::optional<double> operator()(const Timing& timing) const {
    return days_from_today(timing.to, expression, view);
  }
  std::optional<double> operator()(const Age& age) const { return in_years(age); }
};

struct Comparison {
  std::string_view key;
  std::optional<double> Expression::*edge;
  bool (*holds)(double value, double edge);
};

constexpr Comparison kComparisons[] = {
    {"at_least", &Expression::at_least, [](double value, double edge) { return value >= edge; }},
    {"above", &Expression::above, [](double value, double edge) { return value > edge; }},
    {"at_most", &Expression::at_most, [](double value, double edge) { return value <= edge; }},
    {"below", &Expression::below, [](double value, double edge) { return value < edge; }},
};

const Comparison* comparison(std::string_view key) {
  for (const Comparison& row : kComparisons) {
    if (row.key == key) return &row;
  }
  return nullptr;
}

void read_edge(const Node& key, const Node& node, Expression& expression, Diagnostics& found) {
  const Comparison* row = comparison(key.text());
  if (!row) {
    std::vector<std::string_view> keys;
    for (const Comparison& known : kComparisons) keys.push_back(known.key);
    return found.error(key.place(), "unknown_key",
                       "'" + key.text() + "' is not a comparison" + suggestion(key.text(), keys));
  }
  const double edge = node.number(std::nan(""));
  if (std::isnan(edge))
    return found.error(node.place(), "bad_condition", "'" + key.text() + "' takes a number");
  expression.*row->edge = edge;
}

std::string names_in_words(const Expression& expression, std::string_view language) {
  std::vector<std::string> names;
  for (const Named& subject : expression.subjects) names.push_back(subject.in_words(language));
  return join_list(names, ListKind::all, language);
}

std::string what_it_allows(const Field& field) {
  if (!field.choices.empty()) return "name its values: " + listed(ids_of(field.choices));
  return "it can be compared with a text, or asked whether it is known";
}

}  // namespace

ExpressionPtr read_value(const Node& key, const Node& node, const ConditionSource& source) {
  const FieldIndex index = *source.dictionary.find(key.text());
  const Field& field = source.dictionary[index];
  if (field.kind == FieldKind::date || field.kind == FieldKind::timing) {
    source.found.error(
        node.place(), "bad_condition",
        "'" + field.id + "' is compared in days from today, as in " + field.id + ": {at_most: 7}");
    return nullptr;
  }
  auto expression = expression_on("value", index, source);
  for (const Node& value : one_or_more(node))
    read_one_value(field, value, *expression, source.found);
  return expression->words.empty() && expression->numbers.empty() ? nullptr : expression;
}

Truth evaluate_value(const Expression& expression, const FactView& view) {
  const Fact* fact = view.fact(expression.fields.front());
  return fact ? truth(std::visit(HasValue{expression}, fact->value)) : Truth::unknown;
}

std::string value_in_words(const Expression& expression, const LanguagePacks& packs,
                           std::string_view language) {
  std::vector<std::string> values;
  for (const Named& word : expression.words)
    values.push_back(word.label.empty() ? word.id : word.label.format(language));
  for (double number : expression.numbers) values.push_back(number_text(number));
  return packs.say("condition_is", language,
                   {{"field", names_in_words(expression, language)},
                    {"value", join_list(values, ListKind::alternatives, language)}});
}

ExpressionPtr read_compare(const Node& key, const Node& node, const ConditionSource& source) {
  const FieldIndex index = *source.dictionary.find(key.text());
  const Field& field = source.dictionary[index];
  if (!row_of(field.kind).bounds) {
    source.found.error(node.place(), "no_order",
                       "'" + field.id + "' is a " + std::string(to_text(field.kind)) +
                           " and has no order; " + what_it_allows(field));
    return nullptr;
  }
  auto expression = expression_on("compare", index, source);
  for (const auto& [edge_key, edge] : node.entries())
    read_edge(edge_key, edge, *expression, source.found);
  const bool any =
      std::any_of(std::begin(kComparisons), std::end(kComparisons),
                  [&](const Comparison& row) { return ((*expression).*row.edge).has_value(); });
  if (node.entries().empty())
    source.found.error(node.place(), "bad_condition",
                       "a comparison says at_least, above, at_most or below");
  return any ? expression : nullptr;
}

Truth evaluate_compare(const Expression& expression, const FactView& view) {
  const Fact* fact = view.fact(expression.fields.front());
  if (!fact) return Truth::unknown;
  const std::optional<double> value = std::visit(Comparable{expression, view}, fact->value);
  if (!value) return Truth::unknown;
  for (const Comparison& row : kComparisons) {
    const std::optional<double>& edge = expression.*row.edge;
    if (edge && !row.holds(*value, *edge)) return Truth::no;
  }
  return Truth::yes;
}

std::string compare_in_words(const Expression& expression, const LanguagePacks& packs,
                             std::string_view language) {
  std::vector<std::string> edges;
  for (const Comparison& row : kComparisons) {
    const std::optional<double>& edge = expression.*row.edge;
    if (!edge) continue;
    edges.push_back(packs.say("condition_" + std::string(row.key), language,
                              {{"field", names_in_words(expression, language)}, {"value", *edge}}));
  }
  return join_list(edges, ListKind::all, language);
}

ExpressionPtr read_known(const Node& key, const Node& node, const ConditionSource& source) {
  auto expression = std::make_shared<Expression>();
  expression->kind = &condition_kind(key.text());
  for (const Node& name : one_or_more(node)) {
    const auto index = source.dictionary.find(name.text());
    if (!index) {
      source.found.error(name.place(), "unknown_field",
                         "'" + key.text() + "' takes a field; there is no field '" + name.text() +
                             "' in fields.yaml" + suggestion(name.text(), source.dictionary.ids()));
      continue;
    }
    expression->fields.push_back(*index);
    expression->subjects.push_back(
        {source.dictionary[*index].id, source.dictionary[*index].staff_label});
  }
  return expression->fields.empty() ? nullptr : expression;
}

Truth evaluate_known(const Expression& expression, const FactView& view) {
  return truth(std::all_of(expression.fields.begin(), expression.fields.end(),
                           [&](FieldIndex index) { return view.fact(index) != nullptr; }));
}

std::string known_in_words(const Expression& expression, const LanguagePacks& packs,
                           std::string_view language) {
  return packs.say("condition_known", language,
                   {{"field", names_in_words(expression, language)},
                    {"count", static_cast<double>(expression.fields.size())}});
}

Truth evaluate_unknown(const Expression& expression, const FactView& view) {
  return truth(std::none_of(expression.fields.begin(), expression.fields.end(),
                            [&](FieldIndex index) { return view.fact(index) != nullptr; }));
}

std::string unknown_in_words(const Expression& expression, const LanguagePacks& packs,
                             std::string_view language) {
  return packs.say("condition_unknown", language,
                   {{"field", names_in_words(expression, language)},
                    {"count", static_cast<double>(expression.fields.size())}});
}

}  // namespace anteroom::condition_fields
