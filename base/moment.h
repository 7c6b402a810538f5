// Moments, durations and calendar days, and how they are written. Pure: nothing here reads a clock
// (the one file that does is bot/clock.cc); a time zone is looked up in the system's zone database
// by name.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace anteroom {

using Duration = std::chrono::milliseconds;
using Moment = std::chrono::sys_time<Duration>;  // UTC
using Date = std::chrono::year_month_day;

// "2026-11-21T09:00:00Z" (seconds fraction and a +hh:mm offset are accepted); nullopt if it is not
// one.
std::optional<Moment> parse_moment(std::string_view text);
std::string to_text(Moment moment);  // ISO 8601 in UTC, milliseconds only when they are not 0

// "2026-12-01"; nullopt if it is not a day of the calendar.
std::optional<Date> parse_date(std::string_view text);
std::string to_text(Date date);

// "90s", "20m", "26h", "7d", "2w", "500ms"; nullopt for anything else, for 0 units and for more
// than 10 years.
std::optional<Duration> parse_duration(std::string_view text);
std::string to_text(Duration duration);  // the largest unit up to days that divides it: "26h", "7d"

bool is_time_zone(std::string_view name);  // an IANA name that the zone database knows

// A moment as people at a place see it. An unknown zone reads as UTC (`is_time_zone` is checked at
// load).
struct LocalTime {
  Date date;
  std::chrono::weekday weekday;
  int minute_of_day = 0;  // 0..1439
};
LocalTime local_time(Moment moment, std::string_view zone);

Date add_days(Date date, int days);

}  // namespace anteroom
