// Days reckoned from today: the coming Tuesday, the end of the month, the next 3rd of April. Pure
// arithmetic.
#pragma once

#include <optional>

#include "base/moment.h"
#include "base/value.h"

namespace anteroom::understanding {

int days_between(Date from, Date to);
Date add_months(Date date, int months);  // the last day of a shorter month
Date end_of_month(Date date);
Date monday_of(Date date);  // of its week, which begins on Monday

// Weekdays count from Sunday = 0. The coming one, today only if `or_today`.
Date coming_weekday(Date today, unsigned weekday, bool or_today);
Date weekday_of_next_week(Date today, unsigned weekday);
Timing coming_weekend(Date today);

// Nullopt where the calendar has no such day. Without a year: the next one from today on.
std::optional<Date> day_of_year(int year, int month, int day);
std::optional<Date> next_day(Date today, int month, int day);
std::optional<Date> next_day_of_month(Date today, int day);
Timing next_month_named(Date today, int month);

}  // namespace anteroom::understanding
