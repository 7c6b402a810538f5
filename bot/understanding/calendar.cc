#include "bot/understanding/calendar.h"

#include <algorithm>

namespace anteroom::understanding {
namespace {

using std::chrono::sys_days;

unsigned weekday_number(Date date) { return std::chrono::weekday(sys_days(date)).c_encoding(); }

}  // namespace

int days_between(Date from, Date to) {
  return static_cast<int>((sys_days(to) - sys_days(from)).count());
}

Date add_months(Date date, int months) {
  const Date moved = date + std::chrono::months(months);
  return moved.ok() ? moved : end_of_month(moved);
}

Date end_of_month(Date date) { return Date(date.year() / date.month() / std::chrono::last); }

Date monday_of(Date date) {
  return add_days(date, -static_cast<int>((weekday_number(date) + 6) % 7));
}

Date coming_weekday(Date today, unsigned weekday, bool or_today) {
  const unsigned ahead = (weekday + 7 - weekday_number(today)) % 7;
  return add_days(today, ahead == 0 && !or_today ? 7 : static_cast<int>(ahead));
}

Date weekday_of_next_week(Date today, unsigned weekday) {
  return add_days(monday_of(today), 7 + static_cast<int>((weekday + 6) % 7));
}

Timing coming_weekend(Date today) {
  const Date sunday = coming_weekday(today, 0, true);
  return {std::max(sys_days(today), sys_days(add_days(sunday, -1))), sunday};
}

std::optional<Date> day_of_year(int year, int month, int day) {
  if (month < 1 || day < 1) return std::nullopt;
  const Date date(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                  std::chrono::day(static_cast<unsigned>(day)));
  if (!date.ok()) return std::nullopt;
  return date;
}

std::optional<Date> next_day(Date today, int month, int day) {
  const int year = static_cast<int>(today.year());
  // The 29th of February may be up to eight years away.
  for (int later = 0; later <= 8; ++later) {
    const auto date = day_of_year(year + later, month, day);
    if (date && sys_days(*date) >= sys_days(today)) return date;
  }
  return std::nullopt;
}

std::optional<Date> next_day_of_month(Date today, int day) {
  for (int later = 0; later <= 2; ++later) {
    const Date first = Date(today.year() / today.month() / 1) + std::chrono::months(later);
    const auto date = day_of_year(static_cast<int>(first.year()),
                                  static_cast<int>(static_cast<unsigned>(first.month())), day);
    if (date && sys_days(*date) >= sys_days(today)) return date;
  }
  return std::nullopt;
}

Timing next_month_named(Date today, int month) {
  const bool this_year = static_cast<int>(static_cast<unsigned>(today.month())) <= month;
  const Date first(today.year() + std::chrono::years(this_year ? 0 : 1),
                   std::chrono::month(static_cast<unsigned>(month)), std::chrono::day(1));
  return {std::max(sys_days(today), sys_days(first)), end_of_month(first)};
}

}  // namespace anteroom::understanding
