// Qualification as a table (qualification.yaml).
#include "bot/handoff/qualification.h"

#include <catch2/catch.hpp>
#include <set>

#include "tests/scoring/clinic.h"

namespace anteroom::handoff {
namespace {

scoring::Scoring tiers_of(const Node& tiers) {
  const auto word = [](const char* text) { return Node::scalar({}, text, true); };
  Diagnostics found;
  return testing::read_scoring(
      Node::map({}, {{word("version"), word("1")}, {word("tiers"), tiers}}), testing::clinic(),
      found);
}

Case case_of(const Node& described) {
  Case a_case;
  Episode& episode = a_case.episode;
  episode.paused = described["paused"].text() == "yes";
  episode.latched = described["latched"].text();
  if (described["handoff"].text() == "yes") episode.handoff.emplace();
  return a_case;
}

}  // namespace

TEST_CASE("what goes on to people, what is held, and why") {
  const Node file = testing::document_of("tests/handoff/qualification.yaml");
  const scoring::Scoring scoring = tiers_of(file["tiers"]);
  std::set<std::string> reasons;
  for (const Node& described : file["cases"].items()) {
    INFO(anteroom::to_text(described.place()) << ": " << described["case"].text());
    scoring::Scorecard card;
    card.tier = scoring.tier(described["tier"].text());
    REQUIRE((card.tier != nullptr) == bool(described["tier"]));
    const Qualification came =
        qualify(case_of(described), card, described["needs_known"].text() == "yes",
                described["contactable"].text() == "yes");
    CHECK(came.decision == described["decision"].text());
    CHECK(came.reason == described["reason"].text());
    reasons.insert(came.reason);
  }
  CHECK(reasons == std::set<std::string>{"emergency", "handed_off", "low_tier", "missing_details",
                                         "not_contactable", "ready"});
}

}  // namespace anteroom::handoff
