#include "bot/understanding/red_flags.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <cstdlib>

#include "bot/understanding/red_flag_patterns.h"
#include "bot/understanding/red_flag_scope.h"

namespace anteroom::understanding {
namespace {

constexpr std::int64_t kSetMemory = 64 << 20;  // the set is one automaton of all patterns

RE2::Options options() {
  RE2::Options options(RE2::Quiet);
  options.set_max_mem(kSetMemory);
  return options;
}

struct Sign {
  std::size_t rank = 0;  // of the group, for the order of naming
  std::unique_ptr<RE2> pattern;
};

}  // namespace

struct RedFlags::Patterns {
  RE2::Set set{options(), RE2::UNANCHORED};
  std::vector<Sign> signs;
  Scope scope;

  bool add(std::string_view group, std::string_view pattern) {
    const re2::StringPiece piece(pattern.data(), pattern.size());
    if (set.Add(piece, nullptr) < 0) return false;
    signs.push_back({rank_of(group), std::make_unique<RE2>(piece, options())});
    return signs.back().pattern->ok();
  }
  static std::size_t rank_of(std::string_view group) {
    const auto& all = RedFlags::groups();
    return static_cast<std::size_t>(std::find(all.begin(), all.end(), group) - all.begin());
  }
};

const std::vector<std::string>& RedFlags::groups() {
  static const std::vector<std::string> kGroups = {
      "self_harm", "breathing", "cardiac", "stroke",    "anaphylaxis", "poison", "pregnancy",
      "infant",    "bleeding",  "head",    "infection", "abuse",       "other"};
  return kGroups;
}

RedFlags::RedFlags(const std::vector<std::pair<std::string, std::string>>& more) {
  auto patterns = std::make_unique<Patterns>();
  bool all = true;
  for (const RedFlagPattern& row : red_flag_patterns())
    all = patterns->add(row.group, row.pattern) && all;
  for (const auto& [group, pattern] : more)
    patterns->add(group, pattern);  // checked when the practice was read
  if (!all || !patterns->set.Compile())
    std::abort();  // a shipped pattern is broken: never serve without it
  x_patterns = std::move(patterns);
}

RedFlags::~RedFlags() = default;

namespace {

// Every place where one sign stands, with the verdict of its surroundings; the first that counts
// decides.
RedFlag judge(const Sign& sign, const std::string& group, std::string_view text,
              const Scope& scope) {
  RedFlag flag;
  const re2::StringPiece whole(text.data(), text.size());
  re2::StringPiece match;
  for (std::size_t from = 0;
       from <= text.size() &&
       sign.pattern->Match(whole, from, whole.size(), RE2::UNANCHORED, &match, 1);) {
    const auto begin = static_cast<std::size_t>(match.data() - text.data());
    const std::string_view held = scope.suppressing_rule(text, begin, begin + match.size(), group);
    if (held.empty()) return {true, group, "", false};
    if (flag.suppressed_by.empty()) flag = {false, group, std::string(held), false};
    from = begin + 1;  // signs may overlap
  }
  return flag;
}

}  // namespace

RedFlag RedFlags::find(std::string_view folded) const {
  std::vector<int> hits;
  if (!x_patterns->set.Match(re2::StringPiece(folded.data(), folded.size()), &hits)) return {};
  std::stable_sort(hits.begin(), hits.end(), [&](int a, int b) {
    return x_patterns->signs[static_cast<std::size_t>(a)].rank <
           x_patterns->signs[static_cast<std::size_t>(b)].rank;
  });
  RedFlag held;
  for (int hit : hits) {
    const Sign& sign = x_patterns->signs[static_cast<std::size_t>(hit)];
    RedFlag flag = judge(sign, groups()[sign.rank], folded, x_patterns->scope);
    if (flag.hit) return flag;
    if (held.suppressed_by.empty()) held = std::move(flag);
  }
  // A denied or former wish to die still gets the crisis line, without stopping the talk.
  if (held.group == "self_harm" && held.suppressed_by != "idiom") held.hit = held.soft = true;
  return held;
}

}  // namespace anteroom::understanding
