// The summary that staff get (summaries.yaml): its members, its text in their language.
#include "bot/handoff/summary.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "flows/next_step.h"
#include "flows/read_flow.h"
#include "tests/scoring/clinic.h"

namespace anteroom::handoff {
namespace {

using nlohmann::json;
using testing::clinic;

flows::Flow read_flow() {
  Diagnostics found;
  LocalTextReader texts(clinic().profile.languages, found);
  const flows::Known known{
      clinic().profile, clinic().dictionary, {"scheduling"}, {"high", "low"}, {}};
  flows::Flow flow =
      flows::read_flow(testing::document_of("tests/handoff/flow.yaml"), known, texts, found);
  INFO(testing::all_of(found));
  REQUIRE(found.sorted().empty());
  return flow;
}

Case case_of(const Node& described) {
  Case a_case = testing::case_of(described);
  a_case.language = "en";
  Episode& episode = a_case.episode;
  episode.opened = *parse_moment("2026-11-23T04:00:00Z");  // Sunday evening in California
  episode.turns = 7;
  episode.kept_questions = described["questions"].texts();
  episode.open_questions = described["open_questions"].texts();
  for (const std::string& item : described["skipped"].texts()) episode.skipped.insert(item);
  for (const std::string& item : described["given_up"].texts()) episode.given_up.insert(item);
  for (const Node& attempt : described["attempts"].items()) {
    episode.attempts.push_back({attempt["field"].text(), attempt["words"].text()});
  }
  for (Fact& fact : a_case.facts) fact.words = described["words"][fact.field].text();
  return a_case;
}

json summary_of(const Node& described, std::string_view staff_language) {
  static const flows::Flow flow = read_flow();
  static const scoring::Scoring scoring =
      testing::read_scoring(testing::document_of("tests/handoff/scoring.yaml"), clinic());
  const Case a_case = case_of(described);
  const flows::Walk walk = flows::next_step(flow, a_case, testing::view_of(described, a_case));
  const scoring::Scorecard card = score(scoring, walk.counting, {});
  return summary({clinic().profile, clinic().dictionary, clinic().packs, flow, a_case,
                  walk.counting, card, staff_language});
}

json as_json(const Node& node) {
  if (node.is_list()) {
    json list = json::array();
    for (const Node& item : node.items()) list.push_back(as_json(item));
    return list;
  }
  if (node.is_map()) {
    json object = json::object();
    for (const auto& [key, value] : node.entries()) object[key.text()] = as_json(value);
    return object;
  }
  if (node.is_integer()) return node.integer();
  return node.is_scalar() ? json(node.text()) : json();
}

json fields_of(const json& rows) {
  json fields = json::array();
  for (const json& row : rows) fields.push_back(row.at("field"));
  return fields;
}

json rows_of(const json& score) {
  json rows = json::array();
  for (const json& row : score.at("reasons")) rows.push_back({{row.at("rule"), row.at("points")}});
  return rows;
}

void compare(const Node& described) {
  const json all = summary_of(described, "en");
  for (const auto& [key, value] : described["has"].entries()) {
    INFO(key.text());
    CHECK(all.at(key.text()) == as_json(value));
  }
  const auto list = [&](const char* expected, const json& came) {
    if (described[expected]) CHECK(came == as_json(described[expected]));
  };
  list("answers", fields_of(all.at("answers")));
  list("parked", fields_of(all.at("parked")));
  list("doubtful_fields", fields_of(all.at("doubtful")));
  list("rows", rows_of(all.at("score")));
  for (const auto& [language, text] : described["text"].entries()) {
    CHECK(summary_of(described, language.text()).at("text") == text.text());
  }
}

}  // namespace

TEST_CASE("a summary says what staff need to know") {
  const std::vector<Node> cases = testing::documents_of("tests/handoff/summaries.yaml");
  for (const Node& described : cases) {
    INFO(anteroom::to_text(described.place()) << ": " << described["case"].text());
    compare(described);
  }
}

// Service, location, urgency, timing, key answers, the question asked, score and reasons, consent
// and preferred contact, what is missing, what happened so far: all there, known or not.
TEST_CASE("every summary has every part") {
  for (const Node& described : testing::documents_of("tests/handoff/summaries.yaml")) {
    INFO(described["case"].text());
    const json all = summary_of(described, "es");
    for (const char* part :
         {"service", "location", "urgency", "timing", "answers", "doubtful", "parked", "questions",
          "attempts", "red_flags", "missing", "contact", "consents", "score", "happened", "text"}) {
      INFO(part);
      CHECK(all.contains(part));
    }
    CHECK(all.at("consents").size() == described["consents"].items().size());
    CHECK(all.size() == 16);
    int sum = 0;
    for (const json& row : all.at("score").at("reasons")) sum += row.at("points").get<int>();
    CHECK(sum == all.at("score").at("total"));
  }
}

TEST_CASE("an answer says who gave it, when, in which words, and why it is in doubt") {
  const std::vector<Node> cases = testing::documents_of("tests/handoff/summaries.yaml");
  const json everything = summary_of(cases.front(), "es").at("answers");
  CHECK(everything.at(4) == json{{"field", "urgency"},
                                 {"label", "urgency"},
                                 {"value", "today"},
                                 {"spoken", "Hoy"},
                                 {"source", "stated"},
                                 {"confidence", 1.0},
                                 {"at", "2026-11-23T20:00:00Z"},
                                 {"words", "today if you can"}});
  CHECK(everything.at(2).at("label") == "Seguro");
  CHECK_FALSE(everything.at(0).contains("words"));
  CHECK_FALSE(everything.at(0).contains("doubt"));
  const json doubtful = summary_of(cases.at(2), "en").at("doubtful").at(0);
  CHECK(doubtful.at("doubt") == "not_offered_there");
}

}  // namespace anteroom::handoff
