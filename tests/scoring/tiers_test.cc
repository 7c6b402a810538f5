// How a lead moves between tiers: step by step (tiers.yaml), and that it never flaps.
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "tests/scoring/clinic.h"

namespace anteroom::testing {
namespace {

constexpr int kMost = 50;  // of each ledger

std::string ledger_yaml(const std::string& name) {
  std::string yaml =
      name + ":\n  cap: 50\n  groups:\n    " + name + "_all:\n      cap: 50\n      rules:\n";
  for (int i = 1; i <= kMost; ++i) {
    const std::string number = std::to_string(i);
    yaml += "        - {rule: " + name + "_" + number + ", when: {" + name +
            "_points: {at_least: " + number + "}}, points: 1, why: One more}\n";
  }
  return yaml;
}

// A scoring in which the fields fit_points and intent_points are the points.
scoring::Scoring scoring_by_points(const scoring::Scoring& with_tiers) {
  Diagnostics found;
  const std::string text = "version: \"1\"\n" + ledger_yaml("fit") + ledger_yaml("intent") +
                           "tiers: [{tier: low, label: Low, action: nurture, within: 7d}]\n";
  scoring::Scoring read = read_scoring(parse_yaml("scoring.yaml", text, found), clinic());
  read.tiers = with_tiers.tiers;
  return read;
}

scoring::Scoring tiers_of(const Node& tiers) {
  Diagnostics found;
  const Node yaml = Node::map({}, {{Node::scalar({}, "version", true), Node::scalar({}, "1", true)},
                                   {Node::scalar({}, "tiers", false), tiers}});
  return scoring_by_points(read_scoring(yaml, clinic(), found));
}

scoring::Scorecard score_points(const scoring::Scoring& read, int fit, int intent,
                                const TierState& before) {
  Case a_case;
  for (const auto& [field, points] :
       {std::pair("fit_points", fit), std::pair("intent_points", intent)}) {
    Fact fact;
    fact.field = field;
    fact.value = static_cast<double>(points);
    a_case.facts.push_back(fact);
  }
  return score(read, anteroom::view_of(a_case, clinic().dictionary, kNow), before);
}

TierState state_of(const scoring::Scorecard& card) {
  TierState state;
  state.tier = card.tier->id;
  state.since = card.tier_since;
  return state;
}

}  // namespace

TEST_CASE("tiers, step by step") {
  const Node file = document_of("tests/scoring/tiers.yaml");
  const scoring::Scoring read = tiers_of(file["tiers"]);
  REQUIRE(read.tiers.size() == 3);
  for (const Node& described : file["cases"].items()) {
    INFO(to_text(described.place()) << ": " << described["case"].text());
    TierState state;
    state.tier = described["before"].text();
    for (const Node& step : described["steps"].items()) {
      INFO(to_text(step.place()));
      const auto card = score_points(read, step["fit"].integer(), step["intent"].integer(), state);
      CHECK(card.fit == step["fit"].integer());
      CHECK(card.intent == step["intent"].integer());
      CHECK(card.tier->id == step["tier"].text());
      state = state_of(card);
    }
  }
}

TEST_CASE("a tier says what happens and how soon, and since when it holds") {
  const scoring::Scoring read = tiers_of(document_of("tests/scoring/tiers.yaml")["tiers"]);
  const scoring::Tier* high = read.tier("high");
  REQUIRE(high != nullptr);
  CHECK(high->action == "hand_off");
  CHECK(high->queue == "scheduling");
  CHECK(high->within == std::chrono::minutes(5));
  CHECK(read.tier("highest") == nullptr);

  TierState earlier;
  earlier.tier = "high";
  earlier.since = kNow - std::chrono::hours(3);
  CHECK(score_points(read, 40, 20, earlier).tier_since == earlier.since);
  CHECK(score_points(read, 0, 0, earlier).tier_since == kNow);
}

// As long as every value stays within a band that is no wider than the smallest margin, a lead that
// has moved down does not come up again, nor the other way round.
TEST_CASE("a lead never flaps while its score moves less than the margin") {
  const scoring::Scoring read = tiers_of(document_of("tests/scoring/tiers.yaml")["tiers"]);
  constexpr int kSmallestMargin = 4;
  std::mt19937 random(20261121);
  const auto up_to = [&](int most) { return static_cast<int>(random() % (most + 1)); };
  int moves = 0;
  for (int walk = 0; walk < 400; ++walk) {
    const int fit = up_to(kMost - kSmallestMargin), intent = up_to(kMost - kSmallestMargin);
    TierState state = state_of(score_points(read, up_to(kMost), up_to(kMost), {}));
    int ups = 0, downs = 0;
    for (int step = 0; step < 20; ++step) {
      // The total is held in the band, too: what fit gains, intent may not.
      const int a = up_to(kSmallestMargin);
      const auto card = score_points(read, fit + a, intent + up_to(kSmallestMargin - a), state);
      const auto place = [&](const std::string& tier) {
        return read.tier(tier) - read.tiers.data();
      };
      const auto before = place(state.tier), after = place(card.tier->id);
      const bool entering = step == 0;  // from wherever the lead was
      if (!entering && after < before) ++ups;
      if (!entering && after > before) ++downs;
      state = state_of(card);
    }
    INFO("walk " << walk << ": fit " << fit << ", intent " << intent);
    CHECK((ups == 0 || downs == 0));
    moves += ups + downs;
  }
  CHECK(moves > 20);  // the walks do cross edges
}

}  // namespace anteroom::testing
