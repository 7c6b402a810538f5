// Plays mistakes/*.yaml: each case plants one mistake into the small practice, and names the report
// it must give.
#include <catch2/catch.hpp>

#include "practice_fixture.h"

using namespace anteroom;
using namespace anteroom::testing;

namespace {

void replace(std::string& text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  INFO("the text to be replaced is there: " << from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
}

void check_practice(const std::string& practice_bytes, const std::string& fields_bytes,
                    Diagnostics& found) {
  const Node practice_yaml = parse_yaml("practice.yaml", practice_bytes, found);
  const Node fields_yaml = parse_yaml("fields.yaml", fields_bytes, found);
  const LanguagePacks& packs = LanguagePacks::shipped();
  LocalTextReader texts(practice_yaml["languages"].texts(), found, text_arguments(fields_yaml));
  const Profile profile = read_profile(practice_yaml, packs, texts, found);
  read_dictionary(fields_yaml, profile, packs, texts, found);
}

void play(const std::string& file) {
  Diagnostics found_in_tests;
  const Node tests = read_yaml("tests/practice/mistakes/" + file, found_in_tests);
  INFO(all_of(found_in_tests));
  REQUIRE(found_in_tests.sorted().empty());
  REQUIRE_FALSE(tests["cases"].items().empty());
  for (const Node& test : tests["cases"].items()) {
    INFO(to_text(test.place()));
    std::string practice = bytes_of("tests/practice/small/practice.yaml");
    std::string fields = bytes_of("tests/practice/small/fields.yaml");
    replace(file == "fields.yaml" ? fields : practice, test["instead_of"].text(),
            test["write"].text());
    Diagnostics found;
    check_practice(practice, fields, found);
    INFO(all_of(found));
    REQUIRE(found.sorted().size() == std::max<std::size_t>(1, test["report"].items().size()));
    std::size_t i = 0;
    for (const std::string& report : test["report"].texts())
      CHECK(to_text(found.sorted()[i++]).find(report) == 0);
  }
}

}  // namespace

TEST_CASE("mistakes in practice.yaml are told with their places") { play("practice.yaml"); }

TEST_CASE("mistakes in fields.yaml are told with their places") { play("fields.yaml"); }

TEST_CASE("a practice of odd nodes is read without harm") {
  const char* const oddities[] = {
      "",
      "[]",
      "a",
      "practice: [1]\nservices: 3\nlocations: {a: b}\n",
      "fields: {a: 1, b: [x], c: {values: 3}}\n",
      "emergency: [x]\nconsents: {a: {wording: {xx: 1}}}\nlanguages: {en: 1}\n"};
  for (const char* oddity : oddities) {
    Diagnostics found;
    check_practice(oddity, oddity, found);
    INFO(oddity);
    CHECK(found.has_errors());
  }
}
