#include "bot/understanding/red_flags.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <cstdlib>
#include <limits>

#include "bot/understanding/cue_rule.h"
#include "bot/understanding/red_flag_rules.h"
#include "bot/understanding/red_flag_scope.h"

namespace anteroom::understanding {
namespace {

constexpr std::int64_t kSetMemory = 16 << 20;  // one automaton of all patterns of a practice

RE2::Options options() {
  RE2::Options options(RE2::Quiet);
  options.set_max_mem(kSetMemory);
  return options;
}

std::size_t rank_of(std::string_view group) {
  const auto& all = RedFlags::groups();
  return static_cast<std::size_t>(std::find(all.begin(), all.end(), group) - all.begin());
}

// Remembers the best of what was found: the first group of a sign that counts, else the first that
// was held back.
class Verdict {
 public:
  // Whether the sign counts.
  bool take(std::size_t rank, std::string_view held) {
    if (held.empty()) {
      x_hit = std::min(x_hit, rank);
    } else if (rank < x_held) {
      x_held = rank;
      x_rule = held;
    }
    return held.empty();
  }
  std::size_t hit_rank() const { return x_hit; }

  RedFlag flag() const {
    constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();
    if (x_hit != kNone) return {true, RedFlags::groups()[x_hit], "", false};
    if (x_held == kNone) return {};
    RedFlag held{false, RedFlags::groups()[x_held], std::string(x_rule), false};
    // A denied or former wish to die still gets the crisis line, without stopping the talk.
    const bool denied = x_rule == "negation" || x_rule == "history";
    if (held.group == "self_harm" && denied) held.hit = held.soft = true;
    return held;
  }

 private:
  std::size_t x_hit = std::numeric_limits<std::size_t>::max();
  std::size_t x_held = std::numeric_limits<std::size_t>::max();
  std::string_view x_rule;
};

}  // namespace

struct RedFlags::Signs {
  struct Rule {
    std::size_t rank = 0;
    CueRule rule;
  };
  struct Pattern {
    std::size_t rank = 0;
    std::unique_ptr<RE2> pattern;
  };
  CueIndex cues;
  Scope scope{cues};
  std::vector<Rule> rules;  // by rank
  RE2::Set set{options(), RE2::UNANCHORED};
  std::vector<Pattern> patterns;

  explicit Signs(const std::vector<std::pair<std::string, std::string>>& more);
  void hear_rules(const CuedText& text, const ScopeMarks& marks, Verdict& verdict) const;
  void hear_patterns(const CuedText& text, const ScopeMarks& marks, re2::StringPiece folded,
                     Verdict& verdict) const;
};

RedFlags::Signs::Signs(const std::vector<std::pair<std::string, std::string>>& more) {
  for (const RedFlagRule& row : red_flag_rules()) {
    if (rank_of(row.group) == RedFlags::groups().size()) std::abort();
    rules.push_back({rank_of(row.group), CueRule(row.rule, cues)});
  }
  std::stable_sort(rules.begin(), rules.end(),
                   [](const Rule& a, const Rule& b) { return a.rank < b.rank; });
  for (const auto& [group, pattern] : more) {  // checked when the practice was read
    auto re = std::make_unique<RE2>(pattern, options());
    const std::size_t rank = rank_of(group);
    if (!re->ok() || rank == RedFlags::groups().size() || set.Add(pattern, nullptr) < 0) continue;
    patterns.push_back({rank, std::move(re)});
  }
  if (!patterns.empty() && !set.Compile()) std::abort();
}

void RedFlags::Signs::hear_rules(const CuedText& text, const ScopeMarks& marks,
                                 Verdict& verdict) const {
  for (const Rule& row : rules) {
    if (row.rank >= verdict.hit_rank()) return;
    const std::string& group = groups()[row.rank];
    row.rule.find(text, [&](const std::vector<CueHit>& match) {
      for (const CueHit& hit : match) {
        const std::string_view held = scope.suppressing_rule(text, marks, hit, group);
        if (!held.empty()) return verdict.take(row.rank, held);
      }
      return verdict.take(row.rank, {});
    });
  }
}

namespace {

// The words that the bytes [begin, end) of the text touch.
CueHit words_at(const CuedText& text, std::size_t begin, std::size_t end) {
  CueHit hit;
  const auto count = static_cast<std::uint32_t>(text.words.size());
  while (hit.first + 1 < count && text.words[hit.first].end <= begin) ++hit.first;
  hit.last = hit.first + 1;
  while (hit.last < count && text.words[hit.last].begin < end) ++hit.last;
  return hit;
}

}  // namespace

void RedFlags::Signs::hear_patterns(const CuedText& text, const ScopeMarks& marks,
                                    re2::StringPiece folded, Verdict& verdict) const {
  std::vector<int> hits;
  if (patterns.empty() || !set.Match(folded, &hits)) return;
  for (const int hit : hits) {
    const Pattern& row = patterns[static_cast<std::size_t>(hit)];
    re2::StringPiece match;
    for (std::size_t from = 0;
         from <= folded.size() &&
         row.pattern->Match(folded, from, folded.size(), RE2::UNANCHORED, &match, 1);) {
      const auto begin = static_cast<std::size_t>(match.data() - folded.data());
      const std::size_t end = begin + match.size();
      const std::string_view held =
          text.words.empty()
              ? std::string_view()
              : scope.suppressing_rule(text, marks, words_at(text, begin, end), groups()[row.rank]);
      if (verdict.take(row.rank, held)) break;
      from = std::max(end, begin + 1);
    }
  }
}

const std::vector<std::string>& RedFlags::groups() {
  static const std::vector<std::string> kGroups = {
      "self_harm", "breathing", "cardiac", "stroke",    "anaphylaxis", "poison", "pregnancy",
      "infant",    "bleeding",  "head",    "infection", "abuse",       "other"};
  return kGroups;
}

RedFlags::RedFlags(const std::vector<std::pair<std::string, std::string>>& more)
    : x_signs(std::make_unique<const Signs>(more)) {}
RedFlags::~RedFlags() = default;

RedFlag RedFlags::find(std::string_view folded) const {
  const CuedText text = cued_text(x_signs->cues, folded);
  const ScopeMarks marks = x_signs->scope.marks_of(text);
  Verdict verdict;
  x_signs->hear_rules(text, marks, verdict);
  x_signs->hear_patterns(text, marks, {folded.data(), folded.size()}, verdict);
  return verdict.flag();
}

}  // namespace anteroom::understanding
