#include "base/case_json.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/base/random_case.h"

using namespace anteroom;
using Json = nlohmann::json;

namespace {

Json through_text(const Json& json) { return Json::parse(json.dump()); }

Case stored_and_read(const Case& a_case) {
  const Result<Case> read = case_from_stored_json(through_text(to_stored_json(a_case)));
  REQUIRE(read);
  return *read;
}

Case applied(const Case& before, const Case& after) {
  const Result<Case> result = anteroom::apply(before, through_text(difference(before, after)));
  REQUIRE(result);
  return *result;
}

Fact fact(std::string field, Value value) {
  Fact fact;
  fact.field = std::move(field);
  fact.value = std::move(value);
  return fact;
}

Case with_facts(std::vector<Fact> facts) {
  Case a_case;
  a_case.facts = std::move(facts);
  return a_case;
}

}  // namespace

TEST_CASE("random cases are stored and come back as they were") {
  anteroom::testing::RandomCase random(11);
  CHECK(stored_and_read(Case{}) == Case{});
  for (int round = 0; round < 2000; ++round) {
    const Case a_case = random.any();
    CAPTURE(to_stored_json(a_case).dump());
    REQUIRE(stored_and_read(a_case) == a_case);
  }
}

TEST_CASE("a random difference leads exactly from the case before to the case after") {
  anteroom::testing::RandomCase random(12);
  for (int round = 0; round < 4000; ++round) {
    const Case before = random.any();
    const Case after = round % 4 == 0 ? random.any() : random.next(before);
    CAPTURE(to_stored_json(before).dump(), difference(before, after).dump());
    REQUIRE(applied(before, after) == after);
    REQUIRE(difference(after, after).empty());
  }
}

TEST_CASE("differences on differences give the last case") {
  anteroom::testing::RandomCase random(13);
  Case now = random.any();
  Case replayed = now;
  for (int turn = 0; turn < 500; ++turn) {
    const Case next = random.next(now);
    const Result<Case> step = anteroom::apply(std::move(replayed), difference(now, next));
    REQUIRE(step);
    replayed = *step;
    now = next;
  }
  CHECK(replayed == now);
}

TEST_CASE("a difference holds only what changed") {
  const Case before =
      with_facts({fact("service", "imaging"), fact("location", "oakland"), fact("age", Age{34})});
  Case after = before;
  after.version = 1;
  after.facts.push_back(fact("zip", "94606"));
  CHECK(difference(before, after) ==
        Json{{"version", 1}, {"facts", {{"add", {{{"field", "zip"}, {"value", "94606"}}}}}}});

  after = before;
  after.facts[1].value = "berkeley";
  CHECK(difference(before, after)["facts"]["set"].dump() ==
        R"([[1,{"field":"location","value":"berkeley"}]])");

  after = before;
  after.facts.erase(after.facts.begin());
  CHECK(difference(before, after) == Json{{"facts", {{"remove", {0}}}}});

  after = before;
  after.facts.clear();
  CHECK(difference(before, after).dump() == R"({"facts":null})");

  after = before;
  after.episode.said = {"welcome"};
  after.episode.asked = {{"zip", 1}};
  CHECK(difference(before, after) ==
        Json::parse(R"({"episode":{"said":{"add":["welcome"]},"asked":{"zip":1}}})"));
}

TEST_CASE("a bounded list that drops its oldest costs one item") {
  Case before;
  for (int i = 0; i < 20; ++i)
    before.events.push_back({"e" + std::to_string(i), "page_view", "", {}});
  Case after = before;
  after.events.erase(after.events.begin());
  after.events.push_back({"e20", "page_view", "", {}});
  const Json json = difference(before, after)["events"];
  CHECK(json["remove"] == Json{0});
  CHECK(json["add"].size() == 1);
  CHECK_FALSE(json.contains("set"));
}

TEST_CASE("older and newer snapshots load: missing members default, unknown ones are passed over") {
  const Result<Case> read = case_from_stored_json(Json::parse(
      R"({"id":"c1","from_the_future":{"x":1},"facts":[{"field":"age","value":{"years":34},"new":true}]})"));
  REQUIRE(read);
  CHECK(read->id == "c1");
  CHECK(read->episode == Episode{});
  REQUIRE(read->fact("age"));
  CHECK(*read->fact("age") == fact("age", Age{34}));
  CHECK(read->fact("zip") == nullptr);
}

TEST_CASE("a record of the time when a case held the ids it had taken is read all the same") {
  const Json taken = Json::parse(R"([{"id":"in1","body_hash":"00ff","version":1}])");
  const Result<Case> read =
      case_from_stored_json(Json{{"id", "c1"}, {"version", 1}, {"taken", taken}});
  REQUIRE(read);
  const Result<Case> next =
      anteroom::apply(*read, Json{{"version", 2}, {"taken", {{"remove", {0}}, {"add", taken}}}});
  REQUIRE(next);
  CHECK(next->version == 2);
}

TEST_CASE("what is not a stored case is refused with the way to it") {
  const std::pair<const char*, const char*> rows[] = {
      {"[]", "case"},
      {R"({"version":"1"})", "case.version"},
      {R"({"facts":{}})", "case.facts"},
      {R"({"facts":[{"source":"nobody"}]})", "case.facts.source"},
      {R"({"facts":[{"value":{"weeks":3}}]})", "case.facts.value"},
      {R"({"facts":[{"at":"yesterday"}]})", "case.facts.at"},
      {R"({"episode":{"handoff":{"due":7}}})", "case.episode.handoff.due"},
      {R"({"episode":{"said":["a",1]}})", "case.episode.said"},
      {R"({"consents":[{"state":"perhaps"}]})", "case.consents"},
      {R"({"language_fixed":1})", "case.language_fixed"},
  };
  for (const auto& [text, where] : rows) {
    CAPTURE(text);
    const Result<Case> read = case_from_stored_json(Json::parse(text));
    REQUIRE_FALSE(read);
    CHECK(read.error().where == where);
  }
}

TEST_CASE("a difference that does not belong to the case is refused") {
  const Case before = with_facts({fact("zip", "94606")});
  for (const char* text :
       {"7", R"({"facts":{"remove":[1]}})", R"({"facts":{"set":[[1,{}]]}})",
        R"({"facts":{"set":[1]}})", R"({"facts":{"remove":[-1]}})", R"({"facts":{"remove":0}})",
        R"({"facts":7})", R"({"episode":{"asked":{"zip":"once"}}})",
        R"({"introduced":{"add":[1]}})"}) {
    CAPTURE(text);
    CHECK_FALSE(anteroom::apply(before, Json::parse(text)));
  }
}
