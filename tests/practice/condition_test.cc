// Plays conditions/KIND.yaml: each case has a condition, what is known, and what must come of it.
#include <catch2/catch.hpp>
#include <filesystem>
#include <set>

#include "practice_fixture.h"

using namespace anteroom;
using namespace anteroom::testing;

namespace {

const char* const kFolder = "tests/practice/conditions/";
const Moment kNow = *parse_moment("2026-11-23T20:00:00Z");  // Monday noon in California

std::string to_text(Truth truth) {
  return truth == Truth::yes ? "yes" : truth == Truth::no ? "no" : "unknown";
}

Case case_of(const Node& known) {
  Case a_case;
  const Dictionary& dictionary = small_practice().dictionary;
  for (const auto& [id, value] : known["facts"].entries()) {
    const auto index = dictionary.find(id.text());
    REQUIRE(index.has_value());
    Fact fact;
    fact.field = id.text();
    fact.value = value_of(dictionary[*index], value);
    a_case.facts.push_back(fact);
  }
  for (const std::string& doubtful : known["doubtful"].texts()) {
    for (Fact& fact : a_case.facts) {
      if (fact.field == doubtful) fact.doubt = "value_gone";
    }
  }
  for (const Node& event : known["events"].items()) {
    a_case.events.push_back({"", event["name"].text(), event["topic"].text(),
                             kNow - *parse_duration(event["ago"].text())});
  }
  for (const std::string& state : known["consent"].texts()) {
    ConsentEntry entry;
    entry.consent = "text_messages";
    entry.state = state == "granted"   ? ConsentState::granted
                  : state == "revoked" ? ConsentState::revoked
                                       : ConsentState::refused;
    a_case.consents.push_back(entry);
  }
  a_case.language = known["language"].text();
  a_case.tier.tier = known["tier"].text();
  a_case.episode.flow = known["flow"].text();
  if (known["red_flag"].boolean()) a_case.episode.red_flags.insert("cardiac");
  return a_case;
}

void play(const Node& test) {
  INFO(anteroom::to_text(test.place()));
  Diagnostics found;
  const SmallPractice& practice = small_practice();
  const Condition condition =
      read_condition(test["when"], practice.dictionary, practice.profile, found);
  if (test["error"]) {
    INFO(all_of(found));
    REQUIRE(found.sorted().size() == 1);
    CHECK(found.sorted().front().what.find(test["error"].text()) != std::string::npos);
    CHECK(found.sorted().front().place.line == test["when"].place().line);
    return;
  }
  INFO(all_of(found));
  REQUIRE(found.sorted().empty());
  const Case a_case = case_of(test);
  FactView view = view_of(a_case, practice.dictionary, kNow);
  view.channel = test["channel"].text();
  CHECK(to_text(condition.evaluate(view)) == test["is"].text());
  if (test["en"]) CHECK(condition.in_words("en") == test["en"].text());
  if (test["es"]) CHECK(condition.in_words("es") == test["es"].text());
}

}  // namespace

TEST_CASE("conditions of every kind") {
  for (const std::string& kind : condition_kind_names()) {
    const std::string path = kFolder + kind + ".yaml";
    INFO("every kind of condition has its file: " << path);
    REQUIRE(std::filesystem::exists(path));
    Diagnostics found;
    const Node file = read_yaml(path, found);
    INFO(all_of(found));
    REQUIRE(found.sorted().empty());
    REQUIRE(file["cases"].items().size() >= 3);
    for (const Node& test : file["cases"].items()) play(test);
  }
}

TEST_CASE("every file of conditions is of a kind") {
  const std::vector<std::string> names = condition_kind_names();
  const std::set<std::string> kinds(names.begin(), names.end());
  for (const auto& entry : std::filesystem::directory_iterator(kFolder)) {
    INFO(entry.path());
    CHECK(kinds.count(entry.path().stem().string()) == 1);
  }
}

namespace {

Condition read(const std::string& yaml, Diagnostics& found) {
  const Node node = parse_yaml("flow.yaml", yaml, found);
  return read_condition(node["when"], small_practice().dictionary, small_practice().profile, found);
}

Condition read(const std::string& yaml) {
  Diagnostics found;
  Condition condition = read(yaml, found);
  INFO(all_of(found));
  REQUIRE(found.sorted().empty());
  return condition;
}

std::vector<std::string> field_ids(const Condition& condition) {
  std::vector<std::string> ids;
  for (FieldIndex index : condition.fields()) ids.push_back(small_practice().dictionary[index].id);
  return ids;
}

}  // namespace

TEST_CASE("no condition always holds") {
  const Condition condition;
  CHECK(condition.always());
  CHECK(condition.evaluate(FactView{}) == Truth::yes);
  CHECK(condition.in_words("en") == "always");
  CHECK(condition.fields().empty());
  CHECK(read("flow: a").always());
}

TEST_CASE("three-valued truth obeys the laws of De Morgan") {
  const Condition not_any =
      read("when: {not: {any: [{service: imaging}, {payer: acme}, {pilot: yes}]}}");
  const Condition all_not =
      read("when: {all: [{not: {service: imaging}}, {not: {payer: acme}}, {not: {pilot: yes}}]}");
  const Condition not_all = read("when: {not: {service: imaging, payer: acme, pilot: yes}}");
  const Condition any_not =
      read("when: {any: [{not: {service: imaging}}, {not: {payer: acme}}, {not: {pilot: yes}}]}");
  const std::vector<std::pair<std::string, std::vector<Value>>> fields = {
      {"service", {std::string("imaging"), std::string("dental")}},
      {"payer", {std::string("acme"), std::string("medi_cal")}},
      {"pilot", {true, false}}};
  for (int combination = 0; combination < 27; ++combination) {  // each yes, no or unknown
    Case a_case;
    int rest = combination;
    for (const auto& [id, values] : fields) {
      const auto state = static_cast<std::size_t>(rest % 3);
      rest /= 3;
      if (state == values.size()) continue;
      a_case.facts.emplace_back();
      a_case.facts.back().field = id;
      a_case.facts.back().value = values[state];
    }
    const FactView view = view_of(a_case, small_practice().dictionary, kNow);
    INFO(combination);
    CHECK(not_any.evaluate(view) == all_not.evaluate(view));
    CHECK(not_all.evaluate(view) == any_not.evaluate(view));
  }
}

TEST_CASE("what a condition reads") {
  const Condition condition = read(
      "when: {any: [{service: imaging}, {known: [phone, service]}, {tier: [high, medium]}, {not: "
      "{consent: text_messages}}, {flow: new_visit}]}");
  CHECK(field_ids(condition) == std::vector<std::string>{"service", "phone"});
  CHECK(condition.derived() == std::vector<std::string>{"consent", "flow", "tier"});
  CHECK(condition.named("tier") == std::vector<std::string>{"high", "medium"});
  CHECK(condition.named("consent") == std::vector<std::string>{"text_messages"});
  CHECK(condition.named("channel").empty());
  CHECK(condition.place().line == 1);
  CHECK(condition.place().column == 7);
}

TEST_CASE("whether a condition covers what is unknown") {
  CHECK_FALSE(read("when: {service: imaging}").covers_unknown());
  CHECK(read("when: {known: service}").covers_unknown());
  CHECK(read("when: {any: [{service: imaging}, {unknown: service}]}").covers_unknown());
  CHECK_FALSE(read("when: {any: [{service: imaging, age: {below: 3}}, {unknown: service}]}")
                  .covers_unknown());
  CHECK(read("when: {tier: high}").covers_unknown());
}

TEST_CASE("doubtful facts and facts of other practices are not seen") {
  Case a_case;
  a_case.facts.resize(2);
  a_case.facts[0].field = "service";
  a_case.facts[0].value = std::string("imaging");
  a_case.facts[0].doubt = "value_gone";
  a_case.facts[1].field = "no_such_field";
  const FactView view = view_of(a_case, small_practice().dictionary, kNow);
  CHECK(view.facts.size() == small_practice().dictionary.size());
  for (const Fact* fact : view.facts) CHECK(fact == nullptr);
}

TEST_CASE("conditions nest as deep as the practice allows") {
  const auto nested = [](int depth) {
    std::string text = "{service: imaging}";
    for (int i = 1; i < depth; ++i) text = "{not: " + text + "}";
    return "when: " + text;
  };
  Diagnostics found;
  read(nested(8), found);
  CHECK(found.sorted().empty());
  read(nested(9), found);
  REQUIRE(found.sorted().size() == 1);
  CHECK(found.sorted().front().rule == "too_deep");
}

TEST_CASE("all mistakes of a condition are told in one run") {
  Diagnostics found;
  read("when: {servise: imaging, urgency: [todai, soon], age: {at_leest: 3}}", found);
  const auto mistakes = found.sorted();
  INFO(all_of(found));
  REQUIRE(mistakes.size() == 4);
  CHECK(
      anteroom::to_text(mistakes[0]) ==
      "flow.yaml:1:8: error: there is no field 'servise' in fields.yaml; did you mean 'service'?");
  CHECK(anteroom::to_text(mistakes[1]) ==
        "flow.yaml:1:36: error: 'todai' is not a value of 'urgency'; did you mean 'today'?");
  CHECK(anteroom::to_text(mistakes[2]) ==
        "flow.yaml:1:43: error: 'soon' is not a value of 'urgency'; there is emergency, today, "
        "this_week, this_month, flexible");
  CHECK(anteroom::to_text(mistakes[3]) ==
        "flow.yaml:1:56: error: 'at_leest' is not a comparison; did you mean 'at_least'?");
}

TEST_CASE("the shape of a condition lets every kind through") {
  const char* const whens[] = {"{service: imaging, urgency: [today, this_week]}",
                               "{any: [{service: imaging}, {not: {known: phone}}]}",
                               "{age: {at_least: 18, below: 65}}",
                               "{page_view: {topic: consult, within: 7d, at_least: 2}}",
                               "{red_flag: true, pilot: yes, size: 3}"};
  for (const char* when : whens) {
    Diagnostics found;
    const Node node = parse_yaml("flow.yaml", "when: " + std::string(when), found);
    INFO(when << "\n" << all_of(found));
    CHECK(check(node["when"], *condition_shape(), found));
  }
  Diagnostics found;
  CHECK_FALSE(
      check(parse_yaml("flow.yaml", "when: imaging", found)["when"], *condition_shape(), found));
}
