#include "base/moment.h"

#include <catch2/catch.hpp>

using namespace anteroom;
using namespace std::chrono_literals;

namespace {

Moment at(std::string_view text) {
  const auto moment = parse_moment(text);
  REQUIRE(moment);
  return *moment;
}

}  // namespace

TEST_CASE("moments are read and written as ISO 8601") {
  CHECK(to_text(Moment{}) == "1970-01-01T00:00:00Z");
  CHECK(to_text(at("2026-11-21T09:00:00Z")) == "2026-11-21T09:00:00Z");
  CHECK(to_text(at("2026-11-21T09:00Z")) == "2026-11-21T09:00:00Z");
  CHECK(to_text(at("2026-11-21T09:00:00.25Z")) == "2026-11-21T09:00:00.250Z");
  CHECK(to_text(at("2026-11-21T09:00:00.1239999Z")) == "2026-11-21T09:00:00.123Z");
  CHECK(to_text(at("2026-11-21T01:30:00-08:00")) == "2026-11-21T09:30:00Z");
  CHECK(to_text(at("2026-11-21T01:30:00+05:30")) == "2026-11-20T20:00:00Z");
  CHECK(to_text(at("1969-12-31T23:59:59.999Z")) == "1969-12-31T23:59:59.999Z");
  for (const char* bad :
       {"", "2026-11-21", "2026-11-21T09:00:00", "2026-02-30T09:00:00Z", "2026-11-21T24:00:00Z",
        "2026-11-21T09:60:00Z", "2026-11-21T09:00:61Z", "2026-11-21T09:00:00.Z",
        "2026-11-21T09:00:00Zx", "2026-11-21 09:00:00Z", "2026-1-21T09:00:00Z",
        "2026-11-21T09:00:00+0530", "2026-11-21T+9:00:00Z"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_moment(bad));
  }
}

TEST_CASE("dates are days of the calendar") {
  CHECK(to_text(*parse_date("2028-02-29")) == "2028-02-29");
  for (const char* bad :
       {"", "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "2026-01-01x", "26-01-01"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_date(bad));
  }
  CHECK(to_text(add_days(*parse_date("2026-12-30"), 3)) == "2027-01-02");
  CHECK(to_text(add_days(*parse_date("2026-03-01"), -1)) == "2026-02-28");
}

TEST_CASE("durations are a number and a unit") {
  CHECK(parse_duration("90s") == 90s);
  CHECK(parse_duration("20m") == 20min);
  CHECK(parse_duration("26h") == 26h);
  CHECK(parse_duration("7d") == 168h);
  CHECK(parse_duration("2w") == 336h);
  CHECK(parse_duration("500ms") == 500ms);
  CHECK(parse_duration("3653d") == 24h * 3653);
  for (const char* bad : {"", "7", "d", "0s", "-5m", "+5m", "1.5h", "7 d", "7D", "11y", "3654d",
                          "99999999999999w", "99999999999999999999s"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_duration(bad));
  }
  for (const char* text : {"90s", "20m", "26h", "7d", "500ms", "1m", "1001ms"}) {
    CHECK(to_text(*parse_duration(text)) == text);
  }
  CHECK(to_text(Duration{60s}) == "1m");
  CHECK(to_text(Duration{0}) == "0s");
  CHECK(to_text(Duration{-2h}) == "-2h");
}

TEST_CASE("a moment is seen in a time zone, daylight saving included") {
  const LocalTime winter = local_time(at("2026-11-21T07:59:59Z"), "America/Los_Angeles");
  CHECK(to_text(winter.date) == "2026-11-20");
  CHECK(winter.minute_of_day == 23 * 60 + 59);
  CHECK(winter.weekday == std::chrono::Friday);
  const LocalTime summer = local_time(at("2026-07-01T07:00:00Z"), "America/Los_Angeles");
  CHECK(to_text(summer.date) == "2026-07-01");
  CHECK(summer.minute_of_day == 0);
  CHECK(local_time(at("2026-11-01T08:59:00Z"), "America/Los_Angeles").minute_of_day ==
        119);  // before the change
  CHECK(local_time(at("2026-11-01T09:00:00Z"), "America/Los_Angeles").minute_of_day ==
        60);  // after it
  CHECK(local_time(at("1969-12-31T23:30:00Z"), "No/Where").minute_of_day == 23 * 60 + 30);
  CHECK(is_time_zone("America/Los_Angeles"));
  CHECK_FALSE(is_time_zone("America/Los_Angles"));
  CHECK_FALSE(is_time_zone(""));
  CHECK_FALSE(is_time_zone("../../etc/passwd"));
}
