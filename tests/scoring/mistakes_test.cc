// Every mistake that scoring.yaml can have is found at its line and column, and nothing else is:
// `# expect: duplicate_rule at 18` marks the line (mistakes/*.yaml).
#include <catch2/catch.hpp>
#include <fstream>
#include <regex>
#include <set>
#include <tuple>

#include "tests/scoring/clinic.h"

namespace anteroom::testing {
namespace {

using Mistake = std::tuple<int, int, std::string>;  // line, column, rule

std::set<Mistake> expected_in(const std::string& path) {
  static const std::regex one("([a-z_]+) at ([0-9]+)");
  std::set<Mistake> expected;
  std::ifstream file(path);
  int number = 1;
  for (std::string line; std::getline(file, line); ++number) {
    const std::size_t mark = line.find("# expect: ");
    if (mark == std::string::npos) continue;
    const std::string rules = line.substr(mark);
    for (std::sregex_iterator rule(rules.begin(), rules.end(), one), end; rule != end; ++rule) {
      expected.emplace(number, std::stoi((*rule)[2]), (*rule)[1]);
    }
  }
  return expected;
}

std::set<Mistake> found_in(const std::string& path) {
  Diagnostics found;
  read_scoring(document_of(path), clinic(), found);
  std::set<Mistake> mistakes;
  for (const Diagnostic& one : found.sorted()) {
    mistakes.emplace(one.place.line, one.place.column, one.rule);
  }
  return mistakes;
}

std::string in_words(const std::set<Mistake>& mistakes) {
  std::string text;
  for (const auto& [line, column, rule] : mistakes) {
    text += std::to_string(line) + ":" + std::to_string(column) + ": " + rule + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("a mistake in scoring.yaml is found at its place") {
  std::set<std::string> seen;
  for (const std::string& path : files_in("tests/scoring/mistakes")) {
    INFO(path);
    const std::set<Mistake> expected = expected_in(path);
    REQUIRE_FALSE(expected.empty());
    CHECK(in_words(found_in(path)) == in_words(expected));
    for (const auto& [line, column, rule] : expected) seen.insert(rule);
  }
  for (const char* rule : {"duplicate_rule", "duplicate_group", "reserved_group", "duplicate_tier",
                           "field_not_for_scoring", "tier_in_rule", "no_tiers", "last_tier_closed",
                           "tier_without_edge", "tier_order", "tier_out_of_reach"}) {
    INFO(rule);
    CHECK(seen.count(rule) == 1);
  }
}

TEST_CASE("a file that is no scoring at all is reported, and read as an empty one") {
  for (const char* text :
       {"", "[]", "just words", "version: 1", "tiers: {high: 3}", "fit: [1, 2]"}) {
    INFO(text);
    Diagnostics found;
    const Node yaml = parse_yaml("scoring.yaml", text, found);
    const scoring::Scoring read = read_scoring(yaml, clinic(), found);
    CHECK(found.has_errors());
    CHECK(read.groups.empty());
    const scoring::Scorecard card = score(read, FactView{}, {});
    CHECK(card.total == 0);
  }
}

}  // namespace anteroom::testing
