// Queues as staff write them (routing.yaml), and every mistake at its place (mistakes/*.yaml).
#include "bot/handoff/routing.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <regex>
#include <set>
#include <tuple>

#include "tests/scoring/clinic.h"

namespace anteroom::handoff {
namespace {

Routing read(const std::string& path, Diagnostics& found) {
  const Profile& profile = testing::clinic().profile;
  LocalTextReader texts(profile.languages, found);
  return read_routing(testing::document_of(path), profile, texts, found);
}

std::string line_of(int line, int column, const std::string& rule) {
  return std::to_string(line) + ":" + std::to_string(column) + " " + rule + "\n";
}

std::string expected_in(const std::string& path) {
  static const std::regex one("# expect: ([a-z_]+) at ([0-9]+)");
  std::string expected;
  std::ifstream file(path);
  int number = 1;
  for (std::string line; std::getline(file, line); ++number) {
    std::smatch match;
    if (std::regex_search(line, match, one))
      expected += line_of(number, std::stoi(match[2]), match[1]);
  }
  return expected;
}

std::string in_words(const Diagnostics& found) {
  std::string text;
  for (const Diagnostic& one : found.sorted())
    text += line_of(one.place.line, one.place.column, one.rule);
  return text;
}

}  // namespace

TEST_CASE("queues are read with their hours and words") {
  Diagnostics found;
  const Routing routing = read("tests/handoff/routing.yaml", found);
  INFO(testing::all_of(found));
  REQUIRE(found.sorted().empty());
  CHECK(routing.queue_ids() == std::vector<std::string>{"scheduling", "front_desk"});
  CHECK(routing.default_queue == "front_desk");
  CHECK(routing.emergency_queue == "scheduling");
  CHECK(routing.queue("schedule") == nullptr);

  const Queue* queue = routing.queue("scheduling");
  REQUIRE(queue != nullptr);
  CHECK(queue->label.format("es") == "Equipo de citas");
  CHECK(queue->next.format("en") == "A person calls you within 5 minutes.");
  CHECK(queue->next_closed.format("es") == "Una persona le llama mañana.");

  const auto open_at = [&](const char* at) {
    return is_open(queue->hours, *parse_moment(at), "America/Los_Angeles");
  };
  CHECK(open_at("2026-11-23T16:00:00Z"));        // Monday, 8:00
  CHECK_FALSE(open_at("2026-11-23T15:59:00Z"));  // 7:59
  CHECK_FALSE(open_at("2026-11-23T20:30:00Z"));  // lunch
  CHECK(open_at("2026-11-28T17:30:00Z"));        // Saturday, 9:30
  CHECK_FALSE(open_at("2026-11-29T17:30:00Z"));  // Sunday
}

TEST_CASE("a mistake in routing.yaml is found at its place") {
  for (const std::string& path : testing::files_in("tests/handoff/mistakes")) {
    INFO(path);
    const std::string expected = expected_in(path);
    REQUIRE_FALSE(expected.empty());
    Diagnostics found;
    read(path, found);
    CHECK(in_words(found) == expected);
  }
}

}  // namespace anteroom::handoff
