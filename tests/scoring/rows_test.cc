// Scores as tables: facts in; rows, sums, tier, certainty and words out (rows/*.yaml).
#include <catch2/catch.hpp>
#include <set>

#include "tests/scoring/clinic.h"

namespace anteroom::testing {
namespace {

using scoring::Scorecard;

std::string rows_of(const Scorecard& card) {
  std::string text;
  for (const scoring::Reason& reason : card.reasons) {
    text += std::string(reason.rule) + ": " + std::to_string(reason.points) + "\n";
  }
  return text;
}

std::string rows_of(const Node& expected) {
  std::string text;
  for (const Node& row : expected.items()) {
    const auto& [rule, points] = row.entries().front();
    text += rule.text() + ": " + points.text() + "\n";
  }
  return text;
}

std::vector<std::string> ids_of(const std::vector<const scoring::Rule*>& rules) {
  std::vector<std::string> ids;
  for (const scoring::Rule* rule : rules) ids.push_back(rule->id);
  return ids;
}

std::vector<std::string> words_of(const Scorecard& card, const std::string& language) {
  std::vector<std::string> words;
  for (const scoring::Reason& reason : card.reasons) {
    words.push_back(why(reason, clinic().packs, language));
  }
  return words;
}

// "rows", "fit" ...: what a case may expect, each checked by its own line below.
const std::set<std::string> kExpectable = {"rows", "fit",       "intent",  "total",
                                           "tier", "certainty", "unknown", "why"};

void compare(const Scorecard& card, const Node& expect) {
  for (const auto& [key, value] : expect.entries()) REQUIRE(kExpectable.count(key.text()) == 1);
  if (expect["rows"]) CHECK(rows_of(card) == rows_of(expect["rows"]));
  if (expect["fit"]) CHECK(card.fit == expect["fit"].integer());
  if (expect["intent"]) CHECK(card.intent == expect["intent"].integer());
  if (expect["total"]) CHECK(card.total == expect["total"].integer());
  if (expect["tier"]) CHECK(card.tier->id == expect["tier"].text());
  if (expect["certainty"]) {
    CHECK(card.certainty == Approx(expect["certainty"].number()).margin(0.0001));
  }
  if (expect["unknown"]) CHECK(ids_of(card.unknown) == expect["unknown"].texts());
  for (const auto& [language, words] : expect["why"].entries()) {
    CHECK(words_of(card, language.text()) == words.texts());
  }
}

std::set<std::string> rules_of(const scoring::Scoring& scoring) {
  std::set<std::string> ids;
  for (const scoring::Group& group : scoring.groups) {
    for (const scoring::Rule& rule : group.rules) ids.insert(rule.id);
  }
  return ids;
}

}  // namespace

TEST_CASE("a score and its rows") {
  for (const std::string& path : files_in("tests/scoring/rows")) {
    const std::vector<Node> documents = documents_of(path);
    const scoring::Scoring read = read_scoring(documents.front()["scoring"], clinic());
    REQUIRE(documents.size() > 2);
    for (std::size_t i = 1; i < documents.size(); ++i) {
      const Node& described = documents[i];
      INFO(to_text(described.place()) << ": " << described["case"].text());
      REQUIRE(described["expect"]);
      const Case a_case = case_of(described);
      compare(score(read, view_of(described, a_case), {}), described["expect"]);
    }
  }
}

TEST_CASE("every kind of condition counts in a rule, but the tier") {
  const Node yaml = document_of("tests/scoring/rows/conditions.yaml")["scoring"];
  const std::set<std::string> rules = rules_of(read_scoring(yaml, clinic()));
  for (const std::string& kind : condition_kind_names()) {
    INFO(kind);
    CHECK(rules.count(kind) == (kind == "tier" ? 0 : 1));
  }
}

}  // namespace anteroom::testing
