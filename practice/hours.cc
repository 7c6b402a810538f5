#include "practice/hours.h"

#include <algorithm>
#include <optional>

namespace anteroom {

namespace {

constexpr std::array<std::string_view, 7> kDays = {"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
constexpr const char* kDayPattern =
    "(sun|mon|tue|wed|thu|fri|sat)(-(sun|mon|tue|wed|thu|fri|sat))?";
constexpr const char* kHoursPattern = "[0-9]{1,2}:[0-9]{2} ?- ?[0-9]{1,2}:[0-9]{2}";
constexpr int kMinutesOfDay = 24 * 60;

std::optional<std::size_t> day_index(std::string_view name) {
  const auto found = std::find(kDays.begin(), kDays.end(), name);
  if (found == kDays.end()) return std::nullopt;
  return static_cast<std::size_t>(found - kDays.begin());
}

// "mon", "mon-fri", and over the week's end "fri-mon".
std::vector<std::size_t> days_of(std::string_view key) {
  const std::size_t dash = key.find('-');
  const auto first = day_index(key.substr(0, dash));
  const auto last = dash == std::string_view::npos ? first : day_index(key.substr(dash + 1));
  std::vector<std::size_t> days;
  if (!first || !last) return days;
  for (std::size_t day = *first; days.size() < kDays.size(); day = (day + 1) % kDays.size()) {
    days.push_back(day);
    if (day == *last) break;
  }
  return days;
}

std::optional<int> minute_of_day(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || text.size() != colon + 3)
    return std::nullopt;
  int parts[2] = {0, 0};
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == colon) continue;
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    int& part = parts[i > colon];
    part = part * 10 + (text[i] - '0');
  }
  const int minute = parts[0] * 60 + parts[1];
  if (parts[1] > 59 || minute > kMinutesOfDay) return std::nullopt;
  return minute;
}

std::optional<OpenHours> read_span(const Node& node, Diagnostics& found) {
  std::string text = node.text();
  text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
  const std::size_t dash = text.find('-');
  const bool shaped = dash != std::string::npos && std::count(text.begin(), text.end(), ':') == 2;
  if (!shaped) return std::nullopt;  // the shape has said so
  const auto from = minute_of_day(std::string_view(text).substr(0, dash));
  const auto to = minute_of_day(std::string_view(text).substr(dash + 1));
  if (from && to && *from < *to) return OpenHours{*from, *to};
  found.error(
      node.place(), "bad_hours",
      "hours go from an earlier to a later time of one day, as in \"8:00-18:00\" (24-hour clock)");
  return std::nullopt;
}

std::vector<OpenHours> read_day(const Node& node, Diagnostics& found) {
  std::vector<OpenHours> day;
  const auto read_one = [&](const Node& span) {
    if (const auto hours = read_span(span, found)) day.push_back(*hours);
  };
  if (node.is_scalar()) read_one(node);
  for (const Node& span : node.items()) read_one(span);
  std::sort(day.begin(), day.end(),
            [](const OpenHours& a, const OpenHours& b) { return a.from < b.from; });
  const auto overlap = std::adjacent_find(
      day.begin(), day.end(), [](const OpenHours& a, const OpenHours& b) { return b.from < a.to; });
  if (overlap != day.end()) found.error(node.place(), "bad_hours", "these hours overlap");
  return day;
}

}  // namespace

ShapePtr hours_shape(std::string about) {
  return map_shape(one_or_list_shape(matching_shape(kHoursPattern, "\"8:00-18:00\"")),
                   std::move(about), kDayPattern);
}

WeekHours read_hours(const Node& node, Diagnostics& found) {
  WeekHours week;
  std::array<bool, 7> named{};
  for (const auto& [key, spans] : node.entries()) {
    const std::vector<OpenHours> day = read_day(spans, found);
    for (std::size_t index : days_of(key.text())) {
      if (named[index]) {
        found.error(key.place(), "day_twice",
                    "'" + std::string(kDays[index]) + "' has its hours twice; name each day once");
      }
      named[index] = true;
      week[index] = day;
    }
  }
  return week;
}

}  // namespace anteroom
