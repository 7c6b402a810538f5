// Every mistake that a flow can have is found at its line, and nothing else is
// (tests/flows/mistakes, tests/flows/lint).
#include <catch2/catch.hpp>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "flows/item_kinds.h"
#include "flows/lint_rules.h"
#include "tests/flows/clinic.h"

namespace anteroom::flows {
namespace {

std::string rule_of(const std::string& file) { return std::filesystem::path(file).stem(); }

void compare(const std::set<Mistake>& expected, const std::set<Mistake>& found) {
  CHECK("not found:\n" + to_text(without(expected, found)) == "not found:\n");
  CHECK("not expected:\n" + to_text(without(found, expected)) == "not expected:\n");
}

std::string in_words(const Diagnostics& found) {
  std::string all;
  for (const Diagnostic& one : found.sorted()) all += anteroom::to_text(one) + "\n";
  return all;
}

std::set<Mistake> only(const std::set<Mistake>& mistakes, const std::string& rule) {
  std::set<Mistake> kept;
  for (const Mistake& one : mistakes) {
    if (std::get<2>(one) == rule) kept.insert(one);
  }
  return kept;
}

}  // namespace

TEST_CASE("a mistake in a flow is found at its line") {
  for (const std::string& file : testing::files_in("tests/flows/mistakes")) {
    const std::set<Mistake> expected = expected_mistakes(file);
    REQUIRE_FALSE(only(expected, rule_of(file)).empty());
    const Clinic clinic = open_clinic(file);
    INFO(file << "\n" << in_words(clinic.found));
    compare(expected, mistakes_in(clinic.found));
  }
}

TEST_CASE("a lint rule warns where it should, and nowhere else") {
  for (const std::string& file : testing::files_in("tests/flows/lint")) {
    const Clinic clinic = open_clinic(file);
    INFO(file << "\n" << in_words(clinic.found));
    CHECK(to_text(mistakes_in(clinic.found)) == "");
    Diagnostics found;
    lint(clinic.flows, clinic.known(), found);
    const std::set<Mistake> expected = expected_mistakes(file);
    REQUIRE_FALSE(expected.empty());
    INFO(in_words(found));
    compare(expected, only(mistakes_in(found), rule_of(file)));
  }
}

TEST_CASE("each lint rule has its data file") {
  std::set<std::string> files, rules{"duplicate_flow", "unknown_flow"};
  for (const std::string& file : testing::files_in("tests/flows/lint")) files.insert(rule_of(file));
  for (const LintRule& rule : lint_rules()) rules.emplace(rule.id);
  CHECK(files == rules);
}

TEST_CASE("editors know every kind of item and every key of it") {
  const std::string schema = json_schema(*flow_shape(), "flows").dump();
  using Catch::Contains;
  for (const ItemKindRow& row : item_kinds()) {
    CHECK_THAT(schema, Contains('"' + std::string(row.name) + "\":"));
    for (std::string_view key : row.keys)
      CHECK_THAT(schema, Contains('"' + std::string(key) + "\":"));
  }
}

TEST_CASE("messages say what would be right") {
  const auto said = [](const std::string& file) { return in_words(open_clinic(file).found); };
  using Catch::Contains;
  CHECK_THAT(said("tests/flows/mistakes/unknown_field.yaml"), Contains("did you mean 'service'?"));
  CHECK_THAT(said("tests/flows/mistakes/unknown_queue.yaml"),
             Contains("did you mean 'scheduling'?"));
  CHECK_THAT(said("tests/flows/mistakes/read_before_asked.yaml"),
             Contains("read_before_asked.yaml:8:5"));
  CHECK_THAT(said("tests/flows/mistakes/duplicate_item.yaml"), Contains("duplicate_item.yaml:4:5"));
}

}  // namespace anteroom::flows
