// The kinds of conditions behind practice/condition.h: one table, each kind with how it is read,
// evaluated and said. A kind is chosen by its key (`any`, `tier`, ...); a key that is a field's id
// is a `value`, or a `compare` where a map stands behind it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "practice/condition.h"

namespace anteroom {

using ExpressionPtr = std::shared_ptr<const Condition::Expression>;

// What reading a condition needs, and how deep it is in.
struct ConditionSource {
  const Dictionary& dictionary;
  const Profile& profile;
  Diagnostics& found;
  int depth = 0;
};

struct ConditionKind {
  std::string_view name;
  bool key;  // its name is its key; false: chosen by a field
  // Null where it could not be read (what is wrong has been reported).
  ExpressionPtr (*read)(const Node& key, const Node& node, const ConditionSource& source);
  Truth (*evaluate)(const Condition::Expression& expression, const FactView& view);
  std::string (*in_words)(const Condition::Expression& expression, const LanguagePacks& packs,
                          std::string_view language);
};

const std::vector<ConditionKind>& condition_kinds();
const ConditionKind& condition_kind(std::string_view name);

// Something with an id and a name for people: a field, a choice, a consent.
struct Named {
  std::string id;
  LocalText label;  // empty: the id in words
  std::string in_words(std::string_view language) const;
};

struct Condition::Expression {
  const ConditionKind* kind = nullptr;
  std::vector<ExpressionPtr> parts;  // all, any, not
  std::vector<FieldIndex> fields;    // value, compare: one; known, unknown: all of them
  std::vector<Named> subjects;       // the names of `fields`, or of the consent
  std::vector<Named> words;          // allowed values: ids
  std::vector<double> numbers;       // allowed values of a number or an age
  std::optional<double> at_least, above, at_most, below;
  bool flag = false;         // red_flag
  std::string event, topic;  // page_view, event
  Duration within{};
  int count = 1;
  std::string time_zone;  // for days from today
};

inline Truth evaluate(const Condition::Expression& expression, const FactView& view) {
  return expression.kind->evaluate(expression, view);
}
inline Truth truth(bool holds) { return holds ? Truth::yes : Truth::no; }

// A map of conditions, all of which must hold; null where nothing could be read.
ExpressionPtr read_expression(const Node& node, const ConditionSource& source);

// The rows' functions, by file: condition_fields.cc and condition_derived.cc.
namespace condition_fields {
ExpressionPtr read_value(const Node&, const Node&, const ConditionSource&);
Truth evaluate_value(const Condition::Expression&, const FactView&);
std::string value_in_words(const Condition::Expression&, const LanguagePacks&, std::string_view);
ExpressionPtr read_compare(const Node&, const Node&, const ConditionSource&);
Truth evaluate_compare(const Condition::Expression&, const FactView&);
std::string compare_in_words(const Condition::Expression&, const LanguagePacks&, std::string_view);
ExpressionPtr read_known(const Node&, const Node&, const ConditionSource&);
Truth evaluate_known(const Condition::Expression&, const FactView&);
std::string known_in_words(const Condition::Expression&, const LanguagePacks&, std::string_view);
Truth evaluate_unknown(const Condition::Expression&, const FactView&);
std::string unknown_in_words(const Condition::Expression&, const LanguagePacks&, std::string_view);
}  // namespace condition_fields

namespace condition_derived {
ExpressionPtr read_words(const Node&, const Node&, const ConditionSource&);  // tier, flow
ExpressionPtr read_language(const Node&, const Node&, const ConditionSource&);
ExpressionPtr read_channel(const Node&, const Node&, const ConditionSource&);
Truth evaluate_tier(const Condition::Expression&, const FactView&);
Truth evaluate_language(const Condition::Expression&, const FactView&);
Truth evaluate_channel(const Condition::Expression&, const FactView&);
Truth evaluate_flow(const Condition::Expression&, const FactView&);
std::string words_in_words(const Condition::Expression&, const LanguagePacks&, std::string_view);
ExpressionPtr read_red_flag(const Node&, const Node&, const ConditionSource&);
Truth evaluate_red_flag(const Condition::Expression&, const FactView&);
std::string red_flag_in_words(const Condition::Expression&, const LanguagePacks&, std::string_view);
ExpressionPtr read_consent(const Node&, const Node&, const ConditionSource&);
Truth evaluate_consent(const Condition::Expression&, const FactView&);
std::string consent_in_words(const Condition::Expression&, const LanguagePacks&, std::string_view);
ExpressionPtr read_event(const Node&, const Node&, const ConditionSource&);  // page_view, event
Truth evaluate_event(const Condition::Expression&, const FactView&);
std::string event_in_words(const Condition::Expression&, const LanguagePacks&, std::string_view);
}  // namespace condition_derived

}  // namespace anteroom
