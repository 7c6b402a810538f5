#include "practice/condition.h"

#include <algorithm>

#include "practice/condition_kinds.h"

namespace anteroom {

namespace {

using Expression = Condition::Expression;

template <class Visit>
void for_each(const Expression* expression, const Visit& visit) {
  if (!expression) return;
  visit(*expression);
  for (const ExpressionPtr& part : expression->parts) for_each(part.get(), visit);
}

template <class Thing>
void sort_unique(std::vector<Thing>& things) {
  std::sort(things.begin(), things.end());
  things.erase(std::unique(things.begin(), things.end()), things.end());
}

bool is_knowledge(const Expression& expression) {
  return expression.kind->name == "known" || expression.kind->name == "unknown";
}

// What the turn derives, apart from the fields: everything with a key but the combinators and the
// questions of knowledge.
bool is_derived(const Expression& expression) {
  return expression.kind->key && expression.parts.empty() && !is_knowledge(expression);
}

ShapePtr define_condition() {
  const ShapePtr condition = condition_shape();
  const ShapePtr word_or_condition = either_shape({text_shape(), condition});
  return map_shape(
      either_shape({text_shape(), list_shape(word_or_condition), map_shape(any_shape())}),
      "Every one must hold. Keys: a field of fields.yaml (a value, a list of values, or {at_least, "
      "above, at_most, "
      "below}), all, any, not, known, unknown, tier, language, channel, flow, red_flag, consent, "
      "page_view, event.");
}

}  // namespace

FactView view_of(const Case& a_case, const Dictionary& dictionary, Moment now) {
  FactView view;
  view.facts.assign(dictionary.size(), nullptr);
  for (const Fact& fact : a_case.facts) {
    const auto index = dictionary.find(fact.field);
    if (index && !fact.doubtful()) view.facts[*index] = &fact;
  }
  view.tier = a_case.tier.tier;
  view.language = a_case.language;
  view.flow = a_case.episode.flow;
  view.red_flag = !a_case.episode.red_flags.empty();
  view.events = &a_case.events;
  view.consents = &a_case.consents;
  view.now = now;
  return view;
}

Truth Condition::evaluate(const FactView& view) const {
  return x_root ? anteroom::evaluate(*x_root, view) : Truth::yes;
}

std::vector<FieldIndex> Condition::fields() const {
  std::vector<FieldIndex> fields;
  for_each(x_root.get(), [&](const Expression& part) {
    fields.insert(fields.end(), part.fields.begin(), part.fields.end());
  });
  sort_unique(fields);
  return fields;
}

std::vector<FieldIndex> Condition::compared() const {
  std::vector<FieldIndex> fields;
  for_each(x_root.get(), [&](const Expression& part) {
    if (!is_knowledge(part)) fields.insert(fields.end(), part.fields.begin(), part.fields.end());
  });
  sort_unique(fields);
  return fields;
}

std::vector<std::string> Condition::derived() const {
  std::vector<std::string> names;
  for_each(x_root.get(), [&](const Expression& part) {
    if (is_derived(part)) names.emplace_back(part.kind->name);
  });
  sort_unique(names);
  return names;
}

std::vector<std::string> Condition::named(std::string_view derived) const {
  std::vector<std::string> words;
  for_each(x_root.get(), [&](const Expression& part) {
    if (!is_derived(part) || part.kind->name != derived) return;
    for (const Named& word : part.words) words.push_back(word.id);
    for (const Named& subject : part.subjects) words.push_back(subject.id);
  });
  sort_unique(words);
  return words;
}

std::string Condition::in_words(std::string_view language) const {
  const LanguagePacks& packs = x_packs ? *x_packs : LanguagePacks::shipped();
  if (!x_root) return packs.say("condition_always", language);
  return x_root->kind->in_words(*x_root, packs, language);
}

bool Condition::covers_unknown() const {
  std::vector<FieldIndex> asked;
  for_each(x_root.get(), [&](const Expression& part) {
    if (is_knowledge(part)) asked.insert(asked.end(), part.fields.begin(), part.fields.end());
  });
  sort_unique(asked);
  const std::vector<FieldIndex> values = compared();
  return std::includes(asked.begin(), asked.end(), values.begin(), values.end());
}

ShapePtr condition_shape() { return named_shape("condition", define_condition); }

Condition read_condition(const Node& node, const Dictionary& dictionary, const Profile& profile,
                         Diagnostics& found) {
  Condition condition;
  condition.x_place = node.place();
  if (!node) return condition;
  condition.x_root = read_expression(node, {dictionary, profile, found});
  if (dictionary.size() > 0) condition.x_packs = dictionary[0].packs;
  return condition;
}

}  // namespace anteroom
