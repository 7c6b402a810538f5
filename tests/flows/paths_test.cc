// Walks the flows of tests/flows/item_kinds and tests/flows/paths with the answers of each case,
// and compares what comes next.
#include <catch2/catch.hpp>

#include <filesystem>

#include "flows/next_step.h"
#include "tests/flows/clinic.h"

namespace anteroom::flows {
namespace {

using Words = std::vector<std::string>;

std::set<std::string> set_of(const Node& node) {
  const Words words = node.texts();
  return {words.begin(), words.end()};
}

void add_consents(const Node& consents, Case& a_case) {
  for (const auto& [id, state] : consents.entries()) {
    ConsentEntry entry;
    entry.consent = id.text();
    entry.state = state.text() == "granted"   ? ConsentState::granted
                  : state.text() == "refused" ? ConsentState::refused
                                              : ConsentState::revoked;
    a_case.consents.push_back(entry);
  }
}

Case case_of(const Node& node, const Dictionary& dictionary) {
  Case a_case;
  for (const auto& [id, value] : node["facts"].entries()) {
    const auto field = dictionary.find(id.text());
    REQUIRE(field);
    Fact fact;
    fact.field = id.text();
    fact.value = testing::value_of(dictionary[*field], value);
    if (set_of(node["doubtful"]).contains(fact.field)) fact.doubt = "not_offered_there";
    a_case.facts.push_back(fact);
  }
  Episode& episode = a_case.episode;
  episode.said = set_of(node["said"]);
  episode.skipped = set_of(node["skipped"]);
  episode.given_up = set_of(node["given_up"]);
  episode.open_questions = node["open_questions"].texts();
  episode.latched = node["latched"].text();
  episode.latched_item = node["latched_item"].text();
  if (node["handed_off"].boolean()) episode.handoff.emplace();
  add_consents(node["consents"], a_case);
  return a_case;
}

Words ids_on_path(const Flow& flow, const Walk& walk) {
  Words ids;
  for (std::size_t i = 0; i < flow.items.size(); ++i) {
    if (walk.on_path[i]) ids.push_back(flow.items[i].id);
  }
  return ids;
}

Words counting_ids(const Dictionary& dictionary, const Walk& walk) {
  Words ids;
  for (std::size_t i = 0; i < dictionary.size(); ++i) {
    if (walk.counting.fact(static_cast<FieldIndex>(i))) ids.push_back(dictionary.fields()[i].id);
  }
  return ids;
}

Words parked_ids(const Dictionary& dictionary, const Walk& walk) {
  Words ids;
  for (FieldIndex index : walk.parked) ids.push_back(dictionary[index].id);
  return ids;
}

void compare_walk(const Clinic& clinic, const Flow& flow, const Walk& walk, const std::string& key,
                  const Node& expected) {
  INFO(to_text(expected.place()) << ": " << key);
  if (key == "next") {
    CHECK((walk.next ? walk.next->id : "nothing") == expected.text());
  } else if (key == "path") {
    CHECK(ids_on_path(flow, walk) == expected.texts());
  } else if (key == "counting") {
    CHECK(counting_ids(clinic.dictionary, walk) == expected.texts());
  } else if (key == "parked") {
    CHECK(parked_ids(clinic.dictionary, walk) == expected.texts());
  } else if (key == "progress") {
    CHECK(std::to_string(walk.progress.done) + " of " + std::to_string(walk.progress.total) ==
          expected.text());
  } else {
    FAIL("nothing is called " << key << " here");
  }
}

void play(const Clinic& clinic, const Node& node) {
  INFO(to_text(node.place()) << ": " << node["case"].text());
  const Case a_case = case_of(node, clinic.dictionary);
  FactView known = view_of(a_case, clinic.dictionary, Moment{});
  known.tier = node["tier"].text();
  const Node& expected = node["expect"];
  REQUIRE_FALSE(expected.entries().empty());
  if (const Node& active = expected["active"]) {
    const Flow* flow =
        active_flow(clinic.flows, node["current"].text(), node["default"].text(), known);
    REQUIRE(flow);
    CHECK(flow->id == active.text());
    return;
  }
  const Node& named = node["walk"];
  const Flow* flow = named ? clinic.flows.find(named.text()) : &clinic.flows.flows.front();
  REQUIRE(flow);
  const Walk walk = next_step(*flow, a_case, known);
  for (const auto& [key, value] : expected.entries()) {
    compare_walk(clinic, *flow, walk, key.text(), value);
  }
}

void play_all(const std::string& folder) {
  for (const std::string& file : testing::files_in(folder)) {
    INFO(file);
    const Clinic clinic = open_clinic(file);
    CHECK(to_text(mistakes_in(clinic.found)) == "");
    REQUIRE_FALSE(clinic.cases.empty());
    for (const Node& node : clinic.cases) play(clinic, node);
  }
}

}  // namespace

TEST_CASE("the path follows from what is known") { play_all("tests/flows/paths"); }

TEST_CASE("each kind of item is done as its rule says") { play_all("tests/flows/item_kinds"); }

TEST_CASE("each kind of item has its data file, and each data file its kind") {
  Words files, kinds;
  for (const std::string& file : testing::files_in("tests/flows/item_kinds")) {
    files.push_back(std::filesystem::path(file).stem());
  }
  kinds = item_kind_names();
  std::sort(kinds.begin(), kinds.end());
  CHECK(files == kinds);
}

TEST_CASE("without flows there is no active one") {
  CHECK(active_flow(Flows{}, "new_visit", "new_visit", FactView{}) == nullptr);
}

}  // namespace anteroom::flows
