// The condition language of flows, scoring and routing: `{service: imaging, urgency: [today,
// this_week]}` (all of), `any:`, `not:`, `known: phone`, `age: {at_least: 18}`, `page_view: {topic:
// consult, within: 7d, at_least: 2}`. Three-valued: what is not known is unknown, never false.
// Compiled against the dictionary when a practice is loaded; evaluated without allocation.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/case.h"
#include "practice/dictionary.h"
#include "practice/profile.h"

namespace anteroom {

enum class Truth : unsigned char { no, unknown, yes };

// What conditions see: the counting facts by index, and what the turn derives.
struct FactView {
  std::vector<const Fact*> facts;  // by FieldIndex; null: unknown, doubtful or parked
  std::string_view tier;
  std::string_view language;
  std::string_view channel;
  std::string_view flow;
  bool red_flag = false;
  const std::vector<SeenEvent>* events = nullptr;
  const ConsentLedger* consents = nullptr;
  Moment now{};

  const Fact* fact(FieldIndex index) const { return index < facts.size() ? facts[index] : nullptr; }
};

// A view of all facts of a case that are known and not doubtful.
FactView view_of(const Case& a_case, const Dictionary& dictionary, Moment now);

class Condition {
 public:
  Condition() = default;  // always yes

  Truth evaluate(const FactView& view) const;
  bool always() const { return x_root == nullptr; }

  std::vector<FieldIndex> fields() const;  // read by it, sorted, once each
  std::vector<FieldIndex> compared()
      const;  // those of them whose value matters, not only whether it is known
  std::vector<std::string> derived()
      const;  // of tier, language, channel, flow, red_flag, consent, page_view: read by it
  std::string in_words(
      std::string_view language) const;  // "service is imaging and urgency is today or this week"
  std::vector<std::string> named(
      std::string_view derived) const;  // the tiers, flows, ... that it names, once each
  bool covers_unknown() const;          // names `known`/`unknown` of every field that it reads
  const Place& place() const { return x_place; }

  struct Expression;  // one node; its kinds stand in the table of condition_kinds.cc

 private:
  friend Condition read_condition(const Node&, const Dictionary&, const Profile&, Diagnostics&);
  std::shared_ptr<const Expression> x_root;
  std::shared_ptr<const LanguagePacks> x_packs;  // null: the shipped ones
  Place x_place;
};

ShapePtr condition_shape();

// Reads a condition; mistakes (unknown field or value, a comparison that the field's kind has not,
// nesting) go to `found`.
Condition read_condition(const Node& node, const Dictionary& dictionary, const Profile& profile,
                         Diagnostics& found);

// The names of the kinds, for the test that each kind has its data file.
std::vector<std::string> condition_kind_names();

// Words that a condition has a meaning for (all, any, known, tier, ...): no field may have them as
// its id.
bool is_condition_word(std::string_view id);

}  // namespace anteroom
