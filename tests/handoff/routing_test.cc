// Queues as staff write them (routing.yaml), and every mistake at its place (mistakes/*.yaml).
#include "bot/handoff/routing.h"

#include <catch2/catch.hpp>

#include "tests/scoring/clinic.h"

namespace anteroom::handoff {
namespace {

Routing read(const std::string& path, Diagnostics& found) {
  const Profile& profile = testing::clinic().profile;
  LocalTextReader texts(profile.languages, found);
  return read_routing(testing::document_of(path), profile, texts, found);
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
    const std::string expected = testing::expected_mistakes(path);
    REQUIRE_FALSE(expected.empty());
    Diagnostics found;
    read(path, found);
    CHECK(testing::mistakes_in(found) == expected);
  }
}

}  // namespace anteroom::handoff
