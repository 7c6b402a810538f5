#include "practice/condition_kinds.h"

#include <algorithm>

#include "base/text.h"
#include "practice/wording.h"

namespace anteroom {

namespace {

using Expression = Condition::Expression;

ExpressionPtr combined(std::string_view kind, std::vector<ExpressionPtr> parts) {
  if (parts.size() == 1 && kind == "all") return parts.front();
  auto expression = std::make_shared<Expression>();
  expression->kind = &condition_kind(kind);
  expression->parts = std::move(parts);
  return expression;
}

ExpressionPtr read_list(const Node& key, const Node& node, const ConditionSource& source) {
  if (!node.is_list() || node.items().empty()) {
    source.found.error(node.place(), "bad_condition",
                       "'" + key.text() + "' takes a list of conditions, as in " + key.text() +
                           ": [{service: imaging}, {urgency: today}]");
    return nullptr;
  }
  std::vector<ExpressionPtr> parts;
  for (const Node& item : node.items()) {
    if (auto part = read_expression(item, source)) parts.push_back(std::move(part));
  }
  return parts.empty() ? nullptr : combined(key.text(), std::move(parts));
}

ExpressionPtr read_not(const Node&, const Node& node, const ConditionSource& source) {
  auto part = read_expression(node, source);
  return part ? combined("not", {std::move(part)}) : nullptr;
}

// No if one is no, else unknown if one is unknown.
Truth evaluate_all(const Expression& expression, const FactView& view) {
  Truth result = Truth::yes;
  for (const ExpressionPtr& part : expression.parts) {
    result = std::min(result, evaluate(*part, view));
    if (result == Truth::no) break;
  }
  return result;
}

Truth evaluate_any(const Expression& expression, const FactView& view) {
  Truth result = Truth::no;
  for (const ExpressionPtr& part : expression.parts) {
    result = std::max(result, evaluate(*part, view));
    if (result == Truth::yes) break;
  }
  return result;
}

Truth evaluate_not(const Expression& expression, const FactView& view) {
  const Truth inner = evaluate(*expression.parts.front(), view);
  return inner == Truth::unknown ? inner : truth(inner == Truth::no);
}

bool is_list_kind(const Expression& expression) {
  return expression.kind->name == "all" || expression.kind->name == "any";
}

// An `any` within an `all`, and the other way round, stands in parentheses.
std::string list_in_words(const Expression& expression, const LanguagePacks& packs,
                          std::string_view language) {
  std::vector<std::string> parts;
  for (const ExpressionPtr& part : expression.parts) {
    const std::string words = part->kind->in_words(*part, packs, language);
    parts.push_back(is_list_kind(*part) ? "(" + words + ")" : words);
  }
  return join_list(parts, expression.kind->name == "all" ? ListKind::all : ListKind::alternatives,
                   language);
}

std::string not_in_words(const Expression& expression, const LanguagePacks& packs,
                         std::string_view language) {
  const Expression& inner = *expression.parts.front();
  return packs.say("condition_not", language,
                   {{"condition", inner.kind->in_words(inner, packs, language)}});
}

const ConditionKind* kind_of_key(std::string_view key) {
  for (const ConditionKind& kind : condition_kinds()) {
    if (kind.key && kind.name == key) return &kind;
  }
  return nullptr;
}

ExpressionPtr read_entry(const Node& key, const Node& node, const ConditionSource& source) {
  if (const ConditionKind* kind = kind_of_key(key.text())) return kind->read(key, node, source);
  if (source.dictionary.find(key.text())) {
    return condition_kind(node.is_map() ? "compare" : "value").read(key, node, source);
  }
  std::vector<std::string_view> candidates = source.dictionary.ids();
  for (const ConditionKind& kind : condition_kinds()) {
    if (kind.key) candidates.push_back(kind.name);
  }
  const std::string_view nearest = nearest_word(key.text(), candidates);
  source.found.error(key.place(), "unknown_field",
                     "there is no field '" + key.text() + "' in fields.yaml" +
                         (nearest.empty() ? "" : "; did you mean '" + std::string(nearest) + "'?"));
  return nullptr;
}

}  // namespace

const std::vector<ConditionKind>& condition_kinds() {
  namespace f = condition_fields;
  namespace d = condition_derived;
  static const std::vector<ConditionKind> kRows = {
      {"all", true, read_list, evaluate_all, list_in_words},
      {"any", true, read_list, evaluate_any, list_in_words},
      {"not", true, read_not, evaluate_not, not_in_words},
      {"known", true, f::read_known, f::evaluate_known, f::known_in_words},
      {"unknown", true, f::read_known, f::evaluate_unknown, f::unknown_in_words},
      {"value", false, f::read_value, f::evaluate_value, f::value_in_words},
      {"compare", false, f::read_compare, f::evaluate_compare, f::compare_in_words},
      {"tier", true, d::read_words, d::evaluate_tier, d::words_in_words},
      {"language", true, d::read_language, d::evaluate_language, d::words_in_words},
      {"channel", true, d::read_channel, d::evaluate_channel, d::words_in_words},
      {"flow", true, d::read_words, d::evaluate_flow, d::words_in_words},
      {"red_flag", true, d::read_red_flag, d::evaluate_red_flag, d::red_flag_in_words},
      {"consent", true, d::read_consent, d::evaluate_consent, d::consent_in_words},
      {"page_view", true, d::read_event, d::evaluate_event, d::event_in_words},
      {"event", true, d::read_event, d::evaluate_event, d::event_in_words},
  };
  return kRows;
}

const ConditionKind& condition_kind(std::string_view name) {
  const auto& kinds = condition_kinds();
  return *std::find_if(kinds.begin(), kinds.end(),
                       [&](const ConditionKind& kind) { return kind.name == name; });
}

std::vector<std::string> condition_kind_names() {
  std::vector<std::string> names;
  for (const ConditionKind& kind : condition_kinds()) names.emplace_back(kind.name);
  return names;
}

bool is_condition_word(std::string_view id) { return kind_of_key(id) != nullptr; }

std::string Named::in_words(std::string_view language) const {
  if (!label.empty()) return label.format(language);
  std::string words = id;
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

ExpressionPtr read_expression(const Node& node, const ConditionSource& source) {
  ConditionSource inner = source;
  if (++inner.depth > source.profile.bounds.nesting) {
    source.found.error(node.place(), "too_deep",
                       "conditions are nested more than " +
                           std::to_string(source.profile.bounds.nesting) +
                           " deep; take this one apart");
    return nullptr;
  }
  if (!node.is_map() || node.entries().empty()) {
    source.found.error(node.place(), "bad_condition",
                       "a condition is a map, as in {service: imaging, known: phone}");
    return nullptr;
  }
  std::vector<ExpressionPtr> parts;
  for (const auto& [key, value] : node.entries()) {
    if (auto part = read_entry(key, value, inner)) parts.push_back(std::move(part));
  }
  return parts.empty() ? nullptr : combined("all", std::move(parts));
}

}  // namespace anteroom
