#include "bot/understanding/red_flag_scope.h"

#include <algorithm>

#include "bot/understanding/red_flag_rules.h"

namespace anteroom::understanding {
namespace {

constexpr std::uint32_t kReach = 5;  // words that a negation reaches over

bool overlap(const CueHit& a, const CueHit& b) { return a.first < b.last && b.first < a.last; }

std::size_t sentences_in(const CuedText& text) {
  return text.sentence.empty() ? 0 : text.sentence.back() + 1;
}

}  // namespace

Scope::Scope(const CueIndex& index) : x_index(index) {
  x_negation = cues({"negation"});
  x_no_negation = cues({"no_negation"});
  x_new_thought = cues({"new_thought", "clause_start"});
  x_either = cues({"either"});
  x_unlike_before = cues({"unlike_before"});
  x_old_years = cues({"old_years", "died", "old_year"});
  x_old_months = cues({"old_months", "old_month"});
  x_present = cues({"present"});
  x_matter = cues({"about_matter"});
  x_person = cues({"person_now"});
  for (const RedFlagRule& idiom : red_flag_idioms()) x_idioms.emplace_back(idiom.rule, index);
}

CueSet Scope::cues(std::initializer_list<std::string_view> names) const {
  CueSet set;
  for (const std::string_view name : names) set.set(x_index.id_of(name).value());
  return set;
}

std::vector<bool> Scope::sentences_with(const CuedText& text, const CueSet& cues) const {
  std::vector<bool> with(sentences_in(text));
  for (const CueHit& hit : text.hits) {
    if (cues.test(hit.cue)) with[text.sentence[hit.first]] = true;
  }
  return with;
}

// "not sure", "no energy" and their like deny nothing.
std::vector<CueHit> Scope::negations_in(const CuedText& text) const {
  std::vector<CueHit> negations, no_negations;
  for (const CueHit& hit : text.hits) {
    if (x_no_negation.test(hit.cue)) no_negations.push_back(hit);
    if (x_negation.test(hit.cue)) negations.push_back(hit);
  }
  std::size_t at = 0;
  std::erase_if(negations, [&](const CueHit& negation) {
    while (at < no_negations.size() && no_negations[at].first + 8 < negation.first) ++at;
    for (std::size_t i = at; i < no_negations.size() && no_negations[i].first < negation.last;
         ++i) {
      if (overlap(negation, no_negations[i])) return true;
    }
    return false;
  });
  return negations;
}

ScopeMarks Scope::marks_of(const CuedText& text) const {
  ScopeMarks marks;
  marks.negations = negations_in(text);
  for (const CueHit& hit : text.hits) {
    if (x_new_thought.test(hit.cue)) marks.new_thoughts.push_back(hit.first);
  }
  marks.lists = sentences_with(text, x_either);
  marks.unlike_before = sentences_with(text, x_unlike_before);
  marks.old_years = sentences_with(text, x_old_years);
  marks.old_months = sentences_with(text, x_old_months);
  marks.present = sentences_with(text, x_present);
  marks.about_matter = sentences_with(text, x_matter);
  const std::vector<bool> person = sentences_with(text, x_person);
  for (std::size_t i = 0; i < person.size(); ++i) {
    if (person[i]) marks.about_matter[i] = false;
  }
  marks.idiom.resize(text.words.size());
  for (const CueRule& idiom : x_idioms) {
    if (!idiom.may_match(text.present)) continue;
    idiom.find(text, [&](const std::vector<CueHit>& match) {
      for (const CueHit& hit : match) {
        for (std::uint32_t i = hit.first; i < hit.last; ++i) marks.idiom[i] = true;
      }
      return false;
    });
  }
  return marks;
}

bool Scope::negated(const CuedText& text, const ScopeMarks& marks, const CueHit& hit,
                    const std::vector<CueHit>& sign) const {
  if (marks.unlike_before[text.sentence[hit.first]]) return false;
  const auto behind = std::lower_bound(
      marks.negations.begin(), marks.negations.end(), hit.first,
      [](const CueHit& negation, std::uint32_t first) { return negation.first < first; });
  for (auto at = behind; at != marks.negations.begin();) {
    const CueHit& negation = *--at;
    if (negation.first + kReach + 4 < hit.first) return false;
    if (negation.last > hit.first || hit.first - negation.last > kReach ||
        text.clause[negation.first] != text.clause[hit.first] ||
        std::any_of(sign.begin(), sign.end(),
                    [&](const CueHit& part) { return overlap(part, negation); }))
      continue;
    const auto thought =
        std::upper_bound(marks.new_thoughts.begin(), marks.new_thoughts.end(), negation.first);
    if (thought != marks.new_thoughts.end() && *thought < hit.first) return false;
    bool comma = false;
    for (std::uint32_t i = negation.last; i <= hit.first; ++i)
      comma = comma || text.words[i].before == Gap::comma;
    if (!comma || marks.lists[text.sentence[hit.first]]) return true;
  }
  return false;
}

std::string_view Scope::suppressing_rule(const CuedText& text, const ScopeMarks& marks,
                                         const CueHit& hit, const std::vector<CueHit>& sign,
                                         std::string_view group) const {
  for (std::uint32_t i = hit.first; i < hit.last; ++i) {
    if (marks.idiom[i]) return "idiom";
  }
  if (negated(text, marks, hit, sign)) return "negation";
  const std::uint32_t sentence = text.sentence[hit.first];
  if (marks.about_matter[sentence]) return "hypothesis";
  // What somebody does to somebody is not made harmless by time, as an illness is; and the year
  // after a birth is now.
  if (group == "abuse" || marks.present[sentence]) return {};
  const bool old =
      marks.old_years[sentence] || (group != "pregnancy" && marks.old_months[sentence]);
  return old ? std::string_view("history") : std::string_view();
}

}  // namespace anteroom::understanding
