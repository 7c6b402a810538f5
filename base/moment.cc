#include "base/moment.h"

#include <date/tz.h>

#include <array>
#include <charconv>
#include <concepts>
#include <cstdlib>

namespace anteroom {
namespace {

using namespace std::chrono;

// Exactly `count` digits, which are taken off the text.
std::optional<int> take_digits(std::string_view& text, std::size_t count) {
  if (text.size() < count) return {};
  int value = 0;
  for (const char c : text.substr(0, count)) {
    if (c < '0' || c > '9') return {};
    value = value * 10 + (c - '0');
  }
  text.remove_prefix(count);
  return value;
}

bool take(std::string_view& text, char c) {
  if (!text.starts_with(c)) return false;
  text.remove_prefix(1);
  return true;
}

// At least `count` digits.
void append_digits(std::string& text, std::integral auto value, std::size_t count) {
  std::array<char, 24> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  const auto size = static_cast<std::size_t>(end - digits.data());
  if (size < count) text.append(count - size, '0');
  text.append(digits.data(), size);
}

std::optional<Date> take_date(std::string_view& text) {
  const auto y = take_digits(text, 4);
  if (!y || !take(text, '-')) return {};
  const auto m = take_digits(text, 2);
  if (!m || !take(text, '-')) return {};
  const auto d = take_digits(text, 2);
  if (!d) return {};
  const Date date{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::optional<minutes> take_hours_and_minutes(std::string_view& text) {
  const auto hour = take_digits(text, 2);
  if (!hour || *hour > 23 || !take(text, ':')) return {};
  const auto minute = take_digits(text, 2);
  if (!minute || *minute > 59) return {};
  return hours{*hour} + minutes{*minute};
}

// ":05.25", of which nothing need be there; what is finer than a millisecond is left off.
std::optional<Duration> take_seconds(std::string_view& text) {
  if (!take(text, ':')) return Duration{0};
  const auto second = take_digits(text, 2);
  if (!second || *second > 59) return {};
  int millisecond = 0;
  if (take(text, '.')) {
    int weight = 100;
    std::size_t digits = 0;
    for (; digits < text.size() && text[digits] >= '0' && text[digits] <= '9';
         ++digits, weight /= 10) {
      millisecond += (text[digits] - '0') * weight;
    }
    if (digits == 0) return {};
    text.remove_prefix(digits);
  }
  return seconds{*second} + milliseconds{millisecond};
}

std::optional<minutes> take_offset(std::string_view& text) {
  if (take(text, 'Z')) return minutes{0};
  const bool west = text.starts_with('-');
  if (!take(text, '+') && !take(text, '-')) return {};
  const auto offset = take_hours_and_minutes(text);
  if (!offset) return {};
  return west ? -*offset : *offset;
}

struct Unit {
  std::string_view name;
  Duration length;
};
constexpr std::array<Unit, 6> kUnits{{{"w", weeks{1}},
                                      {"d", days{1}},
                                      {"h", hours{1}},
                                      {"m", minutes{1}},
                                      {"s", seconds{1}},
                                      {"ms", milliseconds{1}}}};
constexpr Duration kLongestDuration = days{3653};

const date::time_zone* zone_of(std::string_view name) {
  try {
    return date::locate_zone(std::string(name));
  } catch (const std::exception&) {
    return nullptr;
  }
}

}  // namespace

std::optional<Moment> parse_moment(std::string_view text) {
  const auto date = take_date(text);
  if (!date || !take(text, 'T')) return {};
  const auto time = take_hours_and_minutes(text);
  if (!time) return {};
  const auto rest = take_seconds(text);
  if (!rest) return {};
  const auto offset = take_offset(text);
  if (!offset || !text.empty()) return {};
  return Moment{sys_days{*date}} + *time + *rest - *offset;
}

std::string to_text(Moment moment) {
  const auto midnight = floor<days>(moment);
  const hh_mm_ss time{moment - midnight};
  std::string text = to_text(Date{midnight});
  text += 'T';
  append_digits(text, time.hours().count(), 2);
  text += ':';
  append_digits(text, time.minutes().count(), 2);
  text += ':';
  append_digits(text, time.seconds().count(), 2);
  if (const auto milli = time.subseconds().count(); milli != 0) {
    text += '.';
    append_digits(text, milli, 3);
  }
  text += 'Z';
  return text;
}

std::optional<Date> parse_date(std::string_view text) {
  const auto date = take_date(text);
  return text.empty() ? date : std::nullopt;
}

std::string to_text(Date date) {
  std::string text;
  const int year = int{date.year()};
  if (year < 0) text += '-';
  append_digits(text, std::abs(year), 4);
  text += '-';
  append_digits(text, unsigned{date.month()}, 2);
  text += '-';
  append_digits(text, unsigned{date.day()}, 2);
  return text;
}

std::optional<Duration> parse_duration(std::string_view text) {
  std::int64_t count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc() || count <= 0) return {};
  const std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
  for (const Unit& known : kUnits) {
    if (unit != known.name) continue;
    if (count > kLongestDuration / known.length) return {};
    return count * known.length;
  }
  return {};
}

std::string to_text(Duration duration) {
  if (duration == Duration::zero()) return "0s";
  for (const Unit& unit : kUnits) {
    if (unit.name == "w" || duration % unit.length != Duration::zero())
      continue;  // "7d" reads better than "1w"
    return std::to_string(duration / unit.length).append(unit.name);
  }
  return {};  // not reached: every duration is a number of milliseconds
}

bool is_time_zone(std::string_view name) { return zone_of(name) != nullptr; }

LocalTime local_time(Moment moment, std::string_view zone) {
  const date::time_zone* known = zone_of(zone);
  const Moment shifted = known ? moment + known->get_info(moment).offset : moment;
  const auto midnight = floor<days>(shifted);
  return {Date{midnight}, weekday{midnight},
          static_cast<int>(floor<minutes>(shifted - midnight).count())};
}

Date add_days(Date date, int count) { return Date{sys_days{date} + days{count}}; }

}  // namespace anteroom
