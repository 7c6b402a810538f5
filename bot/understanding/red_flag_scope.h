// What holds a sign back: a negation before it in the same clause, an explicit old time without a
// mark of now, words about the matter rather than a person, a turn of speech. When in doubt nothing
// does: a false alarm costs one message.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "bot/understanding/cue_rule.h"

namespace anteroom::understanding {

// What a message says about its own words, worked out once a message.
struct ScopeMarks {
  std::vector<CueHit> negations;            // triggers that count
  std::vector<std::uint32_t> new_thoughts;  // words where a negation ends: "and my", "and now"
  std::vector<bool> lists;          // by sentence: with "or", a negation reaches over its commas
  std::vector<bool> unlike_before;  // by sentence: "never had pain like this" denies nothing
  std::vector<bool> old_years, old_months, present, about_matter;  // by sentence
  std::vector<bool> idiom;                                         // by word
};

class Scope {
 public:
  explicit Scope(const CueIndex& index);

  ScopeMarks marks_of(const CuedText& text) const;

  // The rule that holds back `hit`, one of the cues of `sign`: idiom, negation, hypothesis,
  // history; empty: none does. A "no" that is itself part of the sign ("no quiero vivir") denies
  // nothing.
  std::string_view suppressing_rule(const CuedText& text, const ScopeMarks& marks,
                                    const CueHit& hit, const std::vector<CueHit>& sign,
                                    std::string_view group) const;

 private:
  CueSet cues(std::initializer_list<std::string_view> names) const;
  std::vector<bool> sentences_with(const CuedText& text, const CueSet& cues) const;
  std::vector<CueHit> negations_in(const CuedText& text) const;
  bool negated(const CuedText& text, const ScopeMarks& marks, const CueHit& hit,
               const std::vector<CueHit>& sign) const;

  const CueIndex& x_index;
  CueSet x_negation, x_no_negation, x_new_thought, x_either, x_unlike_before, x_old_years,
      x_old_months, x_present, x_matter, x_person;
  std::vector<CueRule> x_idioms;
};

}  // namespace anteroom::understanding
