// Every mistake that scoring.yaml can have is found at its line and column, and nothing else is:
// `# expect: duplicate_rule at 18` marks the line (mistakes/*.yaml).
#include <catch2/catch.hpp>

#include "tests/scoring/clinic.h"

namespace anteroom::testing {

TEST_CASE("a mistake in scoring.yaml is found at its place") {
  std::string seen;
  for (const std::string& path : files_in("tests/scoring/mistakes")) {
    INFO(path);
    const std::string expected = expected_mistakes(path);
    REQUIRE_FALSE(expected.empty());
    Diagnostics found;
    read_scoring(document_of(path), clinic(), found);
    CHECK(mistakes_in(found) == expected);
    seen += expected;
  }
  for (const char* rule :
       {"duplicate_rule", "duplicate_group", "reserved_group", "duplicate_tier",
        "field_not_for_scoring", "placeholder_in_reason", "tier_in_rule", "no_tiers",
        "last_tier_closed", "tier_without_edge", "tier_order", "tier_out_of_reach"}) {
    INFO("every mistake has its file: " << rule);
    CHECK(seen.find(" " + std::string(rule) + "\n") != std::string::npos);
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
