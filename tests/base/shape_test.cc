#include "base/shape.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace anteroom;
using Json = nlohmann::json;

namespace {

std::vector<std::string> complaints(const ShapePtr& shape, std::string_view yaml) {
  Diagnostics found;
  const Node node = parse_yaml("f.yaml", yaml, found);
  REQUIRE_FALSE(found.has_errors());
  const bool fine = check(node, *shape, found);
  CHECK(fine == !found.has_errors());
  std::vector<std::string> texts;
  for (const Diagnostic& d : found.sorted()) {
    texts.push_back(std::to_string(d.place.line) + ":" + std::to_string(d.place.column) + " " +
                    d.rule + ": " + d.what);
  }
  return texts;
}

ShapePtr field_shape() {
  return object_shape({{"kind", one_of_shape({"choice", "yes_no", "text"}), true, "what it holds"},
                       {"question", text_shape("what the bot asks"), true, ""},
                       {"fresh_for", duration_shape(), false, ""},
                       {"least", integer_shape(0, 120), false, ""},
                       {"weight", number_shape(0, 0), false, ""},
                       {"skippable", boolean_shape(), false, ""},
                       {"formerly", list_shape(id_shape()), false, ""}});
}

// {field: words}, or {any: [...]}: holds itself.
ShapePtr condition() {
  return named_shape("condition", [] {
    return either_shape({object_shape({{"any", list_shape(condition()), true, ""}}),
                         object_shape({{"not", condition(), true, ""}}),
                         map_shape(one_or_list_shape(text_shape()))});
  });
}

}  // namespace

TEST_CASE("what is of its shape is fine") {
  CHECK(complaints(
            map_shape(field_shape()),
            "service:\n  kind: choice\n  question: What?\n  fresh_for: 90d\n  least: 120\n  "
            "weight: -0.5\n"
            "  skippable: false\n  formerly: [old_id]\nphone: {kind: text, question: 5105550100}\n")
            .empty());
  CHECK(complaints(any_shape(), "[1, {a: b}]").empty());
  CHECK(complaints(condition(), "any: [{service: imaging}, {not: {urgency: [today, this_week]}}]")
            .empty());
}

TEST_CASE("every mistake is said at its place, with what would be right") {
  const struct {
    const char* yaml;
    std::vector<std::string> expected;
  } rows[] = {
      {"{kind: text, questoin: x}",
       {"1:14 unknown_key: unknown key 'questoin'; did you mean 'question'? (known here: kind, "
        "question, fresh_for, "
        "least, weight, skippable, formerly)"}},
      {"kind: chioce\nquestion: x\n",
       {"1:7 bad_value: 'kind' is 'chioce', which is none of choice, yes_no, text; did you mean "
        "'choice'?"}},
      {"a: 1\nquestion: x",
       {"1:1 missing_key: the key 'kind' is missing here; add it (what it holds)",
        "1:1 unknown_key: unknown key 'a' (known here: kind, question, fresh_for, least, weight, "
        "skippable, formerly)"}},
      {"{kind: text, question: [x]}",
       {"1:24 wrong_kind: expected a text here for 'question', found a list"}},
      {"kind: text\nquestion:\n",
       {"2:1 wrong_kind: expected a text here for 'question', found nothing"}},
      {"{kind: text, question: x, fresh_for: 90 days}",
       {"1:38 bad_value: 'fresh_for' is '90 days'; expected something like 20m"}},
      {"{kind: text, question: x, least: 121}",
       {"1:34 bad_value: 'least' is 121; expected 0 to 120"}},
      {"{kind: text, question: x, least: ten}",
       {"1:34 bad_value: 'least' is 'ten'; expected a whole number"}},
      {"{kind: text, question: x, least: {}}",
       {"1:34 wrong_kind: expected a whole number here for 'least', found a map"}},
      {"{kind: text, question: x, weight: much}",
       {"1:35 bad_value: 'weight' is 'much'; expected a number"}},
      {"{kind: text, question: x, skippable: yes}",
       {"1:38 bad_value: 'skippable' is 'yes'; expected true or false"}},
      {"{kind: text, question: x, formerly: old}",
       {"1:37 wrong_kind: expected a list here for 'formerly', found text"}},
      {"{kind: text, question: x, formerly: [old, Old]}",
       {"1:43 bad_value: this is 'Old'; expected something like new_visit"}},
      {"[]", {"1:1 wrong_kind: expected a map of key: value here, found a list"}},
      {"", {"1:1 wrong_kind: expected a map of key: value here, found nothing"}},
  };
  for (const auto& row : rows) {
    CAPTURE(row.yaml);
    CHECK(complaints(field_shape(), row.yaml) == row.expected);
  }
}

TEST_CASE("the keys of a map have their pattern") {
  CHECK(complaints(map_shape(text_shape()), "{a_1: x, B: x, ño: x}") ==
        std::vector<std::string>{"1:10 bad_key: 'B' cannot be a key here; expected lower-case "
                                 "letters, digits and '_' ([a-z][a-z0-9_]*)",
                                 "1:16 bad_key: 'ño' cannot be a key here; expected lower-case "
                                 "letters, digits and '_' ([a-z][a-z0-9_]*)"});
  CHECK(complaints(map_shape(text_shape(), "", "mon|tue"), "{mon: x}").empty());
  CHECK(complaints(map_shape(text_shape(), "", "mon|tue"), "{wed: x}").at(0).find("mon|tue") !=
        std::string::npos);
}

TEST_CASE("either takes the choice whose kind fits, and of several the one without errors") {
  const ShapePtr values =
      either_shape({one_of_shape({"services", "locations"}), map_shape(text_shape())});
  CHECK(complaints(values, "services").empty());
  CHECK(complaints(values, "{a: b}").empty());
  CHECK(complaints(values, "service") ==
        std::vector<std::string>{"1:1 bad_value: this is 'service', which is none of services, "
                                 "locations; did you mean 'services'?"});
  CHECK(complaints(values, "[a]") ==
        std::vector<std::string>{
            "1:1 wrong_kind: expected a word or a map of key: value here, found a list"});
  const ShapePtr texts = either_shape({integer_shape(0, 9), duration_shape()});
  CHECK(complaints(texts, "7").empty());
  CHECK(complaints(texts, "7d").empty());
  CHECK(complaints(texts, "x") ==
        std::vector<std::string>{"1:1 bad_value: this is 'x'; expected a whole number"});
}

TEST_CASE("of several objects, the one whose keys fit best is checked") {
  const ShapePtr item = either_shape({object_shape({{"say", text_shape(), true, ""}}),
                                      object_shape({{"ask", text_shape(), true, ""},
                                                    {"retries", integer_shape(0, 9), false, ""}})});
  CHECK(complaints(item, "{ask: zip, retries: 2}").empty());
  CHECK(
      complaints(item, "{ask: zip, retry: 2}") ==
      std::vector<std::string>{"1:12 unknown_key: unknown key 'retry' (known here: ask, retries)"});
  CHECK(complaints(item, "{ask: zip, retries: 10}") ==
        std::vector<std::string>{"1:21 bad_value: 'retries' is 10; expected 0 to 9"});
}

TEST_CASE("mistakes deep in a recursive shape are found") {
  CHECK(complaints(condition(), "any:\n  - not:\n      service: {x: y}\n  - any: {a: b}\n") ==
        std::vector<std::string>{"3:16 wrong_kind: expected a text here for 'service', found a map",
                                 "4:10 wrong_kind: expected a list here for 'any', found a map"});
}

TEST_CASE("one or a list takes both") {
  const ShapePtr ids = one_or_list_shape(id_shape());
  CHECK(complaints(ids, "a").empty());
  CHECK(complaints(ids, "[a, b]").empty());
  CHECK(complaints(ids, "[a, B]").size() == 1);
  CHECK(
      complaints(ids, "{a: b}") ==
      std::vector<std::string>{"1:1 wrong_kind: expected a text like new_visit here, found a map"});
  CHECK(complaints(either_shape({ids, named_shape("flag", [] { return boolean_shape(); })}),
                   "{a: b}") ==
        std::vector<std::string>{"1:1 wrong_kind: expected a text like new_visit or a list or true "
                                 "or false here, found a map"});
}

TEST_CASE("what could not be read is not complained about a second time") {
  Diagnostics found;
  const Node node = parse_yaml("f.yaml", "{kind: &a text, question: *a}", found);
  const std::size_t before = found.sorted().size();
  CHECK_FALSE(check(node, *field_shape(), found));
  CHECK(found.sorted().size() == before);
  CHECK_FALSE(check(Node(), *field_shape(), found));
}

TEST_CASE("shapes are printed as JSON Schema") {
  const Json schema = json_schema(*map_shape(field_shape(), "the data dictionary"), "fields.yaml");
  CHECK(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema");
  CHECK(schema["title"] == "fields.yaml");
  CHECK(schema["type"] == "object");
  CHECK(schema["description"] == "the data dictionary");
  CHECK(schema["additionalProperties"] == false);
  const Json& field = schema["patternProperties"]["^(?:[a-z][a-z0-9_]*)$"];
  CHECK(field["required"] == Json{"kind", "question"});
  CHECK(field["additionalProperties"] == false);
  CHECK(field["properties"]["kind"] ==
        Json{{"enum", {"choice", "yes_no", "text"}}, {"description", "what it holds"}});
  CHECK(field["properties"]["question"]["description"] == "what the bot asks");
  CHECK(field["properties"]["least"] ==
        Json{{"type", "integer"}, {"minimum", 0.0}, {"maximum", 120.0}});
  CHECK(field["properties"]["weight"] == Json::parse(R"({"type":"number"})"));
  CHECK(field["properties"]["skippable"] == Json::parse(R"({"type":"boolean"})"));
  CHECK(field["properties"]["formerly"]["type"] == "array");
  CHECK(field["properties"]["formerly"]["items"]["pattern"] == "^(?:[a-z][a-z0-9_]*)$");
}

TEST_CASE("a recursive shape is defined once and referred to") {
  const Json schema = json_schema(*list_shape(condition()), "conditions");
  CHECK(schema["items"] == Json::parse(R"({"$ref":"#/$defs/condition"})"));
  REQUIRE(schema["$defs"].size() == 1);
  const Json& choices = schema["$defs"]["condition"]["anyOf"];
  REQUIRE(choices.size() == 3);
  CHECK(choices[0]["properties"]["any"]["items"]["$ref"] == "#/$defs/condition");
  CHECK(choices[2]["patternProperties"].begin().value()["anyOf"].size() == 2);
}
