#include "bot/understanding/cue_rule.h"

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <string>

#include "bot/understanding/red_flag_numbers.h"

namespace anteroom::understanding {
namespace {

constexpr std::size_t kMostAnywhere = 4;  // hits of a cue that may stand anywhere: the first ones

CueSet cues_of(std::string_view names, const CueIndex& index) {
  CueSet cues;
  std::istringstream in{std::string(names)};
  for (std::string name; std::getline(in, name, '|');) {
    const auto id = index.id_of(name);
    if (!id) std::abort();  // a rule of a cue that does not exist
    cues.set(*id);
  }
  if (cues.none()) std::abort();
  return cues;
}

// Words between two hits; hits that overlap have none.
std::uint32_t words_between(const CueHit& a, const CueHit& b) {
  if (a.last <= b.first) return b.first - a.last;
  if (b.last <= a.first) return a.first - b.last;
  return 0;
}

// "but" and its like part a sentence.
void begin_clauses(CuedText& text, CueId clause_start) {
  for (const CueHit& hit : text.hits) {
    Gap& gap = text.words[hit.first].before;
    if (hit.cue == clause_start) gap = std::max(gap, Gap::clause);
  }
}

}  // namespace

CuedText cued_text(const CueIndex& index, std::string_view folded_text) {
  CuedText text;
  text.words = flag_words(folded_text);
  text.hits = index.find(text.words);
  for (const Measured& measured : measured_in(text.words))
    text.hits.push_back({*index.id_of(measured.cue), static_cast<std::uint32_t>(measured.first),
                         static_cast<std::uint32_t>(measured.last)});
  std::stable_sort(text.hits.begin(), text.hits.end(),
                   [](const CueHit& a, const CueHit& b) { return a.first < b.first; });
  for (const CueHit& hit : text.hits) text.present.set(hit.cue);
  begin_clauses(text, *index.id_of("clause_start"));
  std::uint32_t clause = 0, sentence = 0;
  for (const FlagWord& word : text.words) {
    if (word.before >= Gap::clause) ++clause;
    if (word.before == Gap::sentence) ++sentence;
    text.clause.push_back(clause);
    text.sentence.push_back(sentence);
  }
  return text;
}

CueRule::CueRule(std::string_view rule, const CueIndex& index) {
  if (index.size() > kMostCues) std::abort();
  std::istringstream in{std::string(rule)};
  Term term;
  for (std::string part; in >> part;) {
    if (part[0] == '>' || part[0] == '~') {
      term.stands = part[0] == '>' ? Stands::behind : Stands::near;
      term.window = static_cast<std::uint32_t>(std::atoi(part.c_str() + 1));
    } else if (part == "&") {
      term.stands = Stands::anywhere;
    } else if (part[0] == '-') {
      x_without |= cues_of(part.substr(1), index);
    } else {
      if (x_terms.empty() != (term.stands == Stands::first)) std::abort();
      term.any = cues_of(part, index);
      x_terms.push_back(term);
      term = {};
    }
  }
  if (x_terms.empty()) std::abort();
}

bool CueRule::may_match(const CueSet& present) const {
  return std::all_of(x_terms.begin(), x_terms.end(),
                     [&](const Term& term) { return (term.any & present).any(); }) &&
         (x_without & present).none();
}

void CueRule::find(const CuedText& text, const Judge& judge) const {
  std::vector<CueHit> match;
  for (const CueHit& hit : text.hits) {
    if (x_terms.front().any.test(hit.cue) && try_hit(text, hit, match, judge)) return;
  }
}

bool CueRule::try_hit(const CuedText& text, const CueHit& hit, std::vector<CueHit>& match,
                      const Judge& judge) const {
  match.push_back(hit);
  const bool stop = extend(text, match, judge);
  match.pop_back();
  return stop;
}

bool CueRule::extend(const CuedText& text, std::vector<CueHit>& match, const Judge& judge) const {
  if (match.size() == x_terms.size()) return judge(match);
  return x_terms[match.size()].stands == Stands::anywhere ? extend_anywhere(text, match, judge)
                                                          : extend_near(text, match, judge);
}

bool CueRule::extend_near(const CuedText& text, std::vector<CueHit>& match,
                          const Judge& judge) const {
  constexpr std::uint32_t kLongestHit = 8;
  const Term& term = x_terms[match.size()];
  const CueHit last = match.back();
  const std::uint32_t reach = term.window + kLongestHit;
  const std::uint32_t from = term.stands == Stands::behind ? last.first
                             : last.first < reach          ? 0
                                                           : last.first - reach;
  auto hit = std::lower_bound(text.hits.begin(), text.hits.end(), from,
                              [](const CueHit& a, std::uint32_t first) { return a.first < first; });
  for (; hit != text.hits.end() && hit->first <= last.last + term.window; ++hit) {
    const bool stands = term.any.test(hit->cue) && words_between(last, *hit) <= term.window &&
                        (term.stands == Stands::near || hit->first >= last.last) &&
                        text.clause[hit->first] == text.clause[last.first];
    if (stands && try_hit(text, *hit, match, judge)) return true;
  }
  return false;
}

bool CueRule::extend_anywhere(const CuedText& text, std::vector<CueHit>& match,
                              const Judge& judge) const {
  const Term& term = x_terms[match.size()];
  std::size_t tried = 0;
  for (const CueHit& hit : text.hits) {
    if (!term.any.test(hit.cue)) continue;
    if (try_hit(text, hit, match, judge)) return true;
    if (++tried == kMostAnywhere) break;
  }
  return false;
}

}  // namespace anteroom::understanding
