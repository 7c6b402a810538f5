#include <catch2/catch.hpp>

#include "practice_fixture.h"

using namespace anteroom;
using namespace anteroom::testing;

TEST_CASE("a practice is read") {
  const Profile& profile = small_practice().profile;
  CHECK(profile.id == "small");
  CHECK(profile.name == "Small Clinic");
  CHECK(profile.time_zone == "America/Los_Angeles");
  CHECK(profile.languages == std::vector<std::string>{"en", "es"});
  CHECK(profile.disclosure.format("en", {{"practice", "Small Clinic"}}) ==
        "I'm Small Clinic's automated assistant.");
  CHECK(profile.texts.at("welcome").format("es", {{"service", "Imágenes"}}) ==
        "¡Hola! Dijo Imágenes.");
  REQUIRE(profile.emergency_patterns.size() == 1);
  CHECK(profile.emergency_patterns.front().first == "other");
  REQUIRE(profile.consent("text_messages") != nullptr);
  CHECK(profile.consent("text_messages")->channel == Channel::sms);
  CHECK(profile.consent("text_messages")->version == "2026-11");
  CHECK(profile.bounds.turns_per_episode == 200);
  REQUIRE(profile.payer("acme") != nullptr);
  CHECK_FALSE(profile.payer("acme")->accepted);
  CHECK(profile.payer("medi_cal")->accepted);
}

TEST_CASE("things are found by their ids and former ids") {
  const Profile& profile = small_practice().profile;
  REQUIRE(profile.service("radiology") != nullptr);
  CHECK(profile.service("radiology")->id == "imaging");
  CHECK(profile.service("oncology") == nullptr);
  CHECK(profile.location("reno") == nullptr);
}

TEST_CASE("what a location offers, and to whom") {
  const Location& oakland = *small_practice().profile.location("oakland");
  CHECK(oakland.offers("dental"));
  CHECK_FALSE(oakland.accepts("dental"));
  CHECK(oakland.accepts("imaging"));
  CHECK_FALSE(oakland.offers("oncology"));
}

TEST_CASE("opening hours, in the practice's time zone") {
  struct Case {
    const char* at;
    bool oakland;
    bool berkeley;
  };
  // 2026-11-23 is a Monday; Oakland, California is 8 hours behind UTC in winter and 7 in summer.
  const auto c = GENERATE(Case{"2026-11-23T15:59:00Z", false, false},  // Mon 7:59
                          Case{"2026-11-23T16:00:00Z", true, false},   // Mon 8:00
                          Case{"2026-11-24T01:59:00Z", true, false},   // Mon 17:59
                          Case{"2026-11-24T02:00:00Z", false, false},  // Mon 18:00
                          Case{"2026-11-27T20:30:00Z", false, false},  // Fri 12:30
                          Case{"2026-11-27T21:00:00Z", true, false},   // Fri 13:00
                          Case{"2026-11-29T07:59:00Z", false, true},   // Sat 23:59
                          Case{"2026-11-29T08:00:00Z", false, false},  // Sun 0:00
                          Case{"2026-11-29T17:00:00Z", false, true},   // Sun 9:00
                          Case{"2026-07-06T15:00:00Z", true, false});  // Mon 8:00, summer time
  const Profile& profile = small_practice().profile;
  INFO(c.at);
  CHECK(is_open(*profile.location("oakland"), *parse_moment(c.at), profile.time_zone) == c.oakland);
  CHECK(is_open(*profile.location("berkeley"), *parse_moment(c.at), profile.time_zone) ==
        c.berkeley);
}

TEST_CASE("hours as staff write them") {
  Diagnostics found;
  const Node node = parse_yaml("practice.yaml", "hours: {fri-mon: \"9:00-17:30\"}", found);
  const WeekHours week = read_hours(node["hours"], found);
  CHECK(found.sorted().empty());
  for (std::size_t day : {5u, 6u, 0u, 1u}) {
    REQUIRE(week[day].size() == 1);
    CHECK(week[day].front().from == 9 * 60);
    CHECK(week[day].front().to == 17 * 60 + 30);
  }
  for (std::size_t day : {2u, 3u, 4u}) CHECK(week[day].empty());
}
