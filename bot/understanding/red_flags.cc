#include "bot/understanding/red_flags.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <cstdlib>
#include <limits>

#include "base/hash.h"
#include "bot/understanding/cue_rule.h"
#include "bot/understanding/red_flag_cues.h"
#include "bot/understanding/red_flag_hints.h"
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
  // Whether the sign at these bytes counts.
  bool take(std::size_t rank, std::string_view held, std::pair<std::size_t, std::size_t> bytes) {
    if (held.empty()) {
      x_hit = std::min(x_hit, rank);
      return true;
    }
    x_held_bytes.push_back(bytes);
    if (rank < x_held) {
      x_held = rank;
      x_rule = held;
    }
    return false;
  }
  std::size_t hit_rank() const { return x_hit; }

  RedFlag flag() const {
    constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();
    if (x_hit != kNone) return {true, RedFlags::groups()[x_hit], "", false, {}, {}};
    if (x_held == kNone) return {};
    RedFlag held{false, RedFlags::groups()[x_held], std::string(x_rule), false, x_held_bytes, {}};
    // A denied or former wish to die still gets the crisis line, without stopping the talk.
    const bool denied = x_rule == "negation" || x_rule == "history";
    if (held.group == "self_harm" && denied) held.hit = held.soft = true;
    return held;
  }

 private:
  std::size_t x_hit = std::numeric_limits<std::size_t>::max();
  std::size_t x_held = std::numeric_limits<std::size_t>::max();
  std::string_view x_rule;
  std::vector<std::pair<std::size_t, std::size_t>> x_held_bytes;
};

// From the first word of a match to its last.
std::pair<std::size_t, std::size_t> bytes_of(const CuedText& text,
                                             const std::vector<CueHit>& match) {
  std::size_t first = text.words.size(), last = 0;
  for (const CueHit& hit : match) {
    first = std::min<std::size_t>(first, hit.first);
    last = std::max<std::size_t>(last, hit.last);
  }
  if (first >= last) return {0, 0};
  return {text.words[first].begin, text.words[last - 1].end};
}

// What is compiled in, read once a process and shared by all practices.
struct Shipped {
  struct Rule {
    std::size_t rank = 0;
    CueRule rule;
  };
  CueIndex cues;
  Scope scope{cues};
  std::vector<Rule> rules;                               // by rank
  std::vector<std::vector<std::uint16_t>> rules_of_cue;  // that begin with it
  std::string version;                                   // of all words and rules

  Shipped();
  std::vector<std::uint16_t> rules_for(const CuedText& text) const;
  void hear(const CuedText& text, const ScopeMarks& marks, Verdict& verdict) const;
};

// Another one where the code hears something else in the same data: figures, slips, scope, hints.
constexpr std::string_view kHearing = "1";

std::string version_of_data() {
  std::string all(kHearing);
  for (const auto& cues : {red_flag_word_choices(), red_flag_cues(), red_flag_scope_cues()}) {
    for (const Cue& cue : cues) all.append(cue.name).append("=").append(cue.wordings) += '\n';
  }
  for (const auto& rules : {red_flag_rules(), red_flag_idioms()}) {
    for (const RedFlagRule& rule : rules)
      all.append(rule.group).append(":").append(rule.rule) += '\n';
  }
  return content_hash(all);
}

Shipped::Shipped() : version(version_of_data()) {
  for (const RedFlagRule& row : red_flag_rules()) {
    if (rank_of(row.group) == RedFlags::groups().size()) std::abort();
    rules.push_back({rank_of(row.group), CueRule(row.rule, cues)});
  }
  std::stable_sort(rules.begin(), rules.end(),
                   [](const Rule& a, const Rule& b) { return a.rank < b.rank; });
  rules_of_cue.resize(cues.size());
  for (std::uint16_t i = 0; i < rules.size(); ++i) {
    for (std::size_t cue = 0; cue < cues.size(); ++cue) {
      if (rules[i].rule.first_cues().test(cue)) rules_of_cue[cue].push_back(i);
    }
  }
}

const Shipped& shipped() {
  static const Shipped kShipped;
  return kShipped;
}

// The rules whose first cue is in the message, in the order of their groups.
std::vector<std::uint16_t> Shipped::rules_for(const CuedText& text) const {
  std::vector<std::uint16_t> begun;
  for (const CueHit& hit : text.hits)
    begun.insert(begun.end(), rules_of_cue[hit.cue].begin(), rules_of_cue[hit.cue].end());
  std::sort(begun.begin(), begun.end());
  begun.erase(std::unique(begun.begin(), begun.end()), begun.end());
  return begun;
}

void Shipped::hear(const CuedText& text, const ScopeMarks& marks, Verdict& verdict) const {
  for (const std::uint16_t begun : rules_for(text)) {
    const Rule& row = rules[begun];
    if (row.rank >= verdict.hit_rank()) return;
    if (!row.rule.may_match(text.present)) continue;
    const std::string& group = RedFlags::groups()[row.rank];
    row.rule.find(text, [&](const std::vector<CueHit>& match) {
      for (const CueHit& hit : match) {
        const std::string_view held = scope.suppressing_rule(text, marks, hit, match, group);
        if (!held.empty()) return verdict.take(row.rank, held, bytes_of(text, match));
      }
      return verdict.take(row.rank, {}, {});
    });
  }
}

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

// What a practice adds.
struct RedFlags::Signs {
  struct Pattern {
    std::size_t rank = 0;
    std::unique_ptr<RE2> pattern;
  };
  RE2::Set set{options(), RE2::UNANCHORED};
  std::vector<Pattern> patterns;

  explicit Signs(const std::vector<std::pair<std::string, std::string>>& more);
  void hear(const CuedText& text, const ScopeMarks& marks, re2::StringPiece folded,
            Verdict& verdict) const;
};

RedFlags::Signs::Signs(const std::vector<std::pair<std::string, std::string>>& more) {
  for (const auto& [group, pattern] : more) {  // checked when the practice was read
    auto re = std::make_unique<RE2>(pattern, options());
    const std::size_t rank = rank_of(group);
    if (!re->ok() || rank == groups().size() || set.Add(pattern, nullptr) < 0) continue;
    patterns.push_back({rank, std::move(re)});
  }
  if (!patterns.empty() && !set.Compile()) std::abort();
}

void RedFlags::Signs::hear(const CuedText& text, const ScopeMarks& marks, re2::StringPiece folded,
                           Verdict& verdict) const {
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
          text.words.empty() ? std::string_view()
                             : shipped().scope.suppressing_rule(
                                   text, marks, words_at(text, begin, end), {}, groups()[row.rank]);
      if (verdict.take(row.rank, held, {begin, end})) break;
      from = std::max(end, begin + 1);
    }
  }
}

const std::vector<std::string>& RedFlags::groups() {
  static const std::vector<std::string> kGroups = {
      "self_harm", "anaphylaxis", "pregnancy", "infant",    "breathing", "cardiac", "stroke",
      "poison",    "bleeding",    "head",      "infection", "abuse",     "other"};
  return kGroups;
}

bool RedFlags::is_group(std::string_view name) { return rank_of(name) < groups().size(); }

RedFlags::RedFlags(const std::vector<std::pair<std::string, std::string>>& more)
    : x_signs(std::make_unique<const Signs>(more)) {
  std::string all = shipped().version;  // read now rather than at the first message
  for (const auto& [group, pattern] : more) all += '\n' + group + ':' + pattern;
  x_version = content_hash(all);
}
RedFlags::~RedFlags() = default;

RedFlag RedFlags::find(std::string_view folded) const {
  const CuedText text = cued_text(shipped().cues, folded);
  const ScopeMarks marks = shipped().scope.marks_of(text);
  Verdict verdict;
  shipped().hear(text, marks, verdict);
  x_signs->hear(text, marks, {folded.data(), folded.size()}, verdict);
  RedFlag found = verdict.flag();
  found.hints = hints_of(text);
  return found;
}

}  // namespace anteroom::understanding
