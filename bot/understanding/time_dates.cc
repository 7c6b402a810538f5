#include <algorithm>

#include "bot/understanding/calendar.h"
#include "bot/understanding/places.h"
#include "bot/understanding/time_phrases.h"

namespace anteroom::understanding {
namespace {

using Sort = TimeMention::Sort;

constexpr int kFirstYear = 1900, kLastYear = 2100;

bool joined_by(const Heard& heard, std::size_t i, std::string_view sign) {
  return i > 0 && i < heard.size() && heard.gap_before(i) == sign;
}

std::optional<int> digits_at(const Heard& heard, std::size_t i) {
  return i < heard.size() ? digits_of(heard.word(i)) : std::nullopt;
}

std::optional<int> year_at(const Heard& heard, std::size_t i) {
  const auto year = digits_at(heard, i);
  return year && *year >= kFirstYear && *year <= kLastYear ? year : std::nullopt;
}

std::optional<TimeMention> mention_of(const TimeText& text, WordSpan words,
                                      std::optional<Date> from, std::optional<Date> to,
                                      bool year_given) {
  if (!from || !to || days_between(*from, *to) < 0) return std::nullopt;
  TimeMention mention{words, {*from, *to}, Sort::day, urgency_in(days_between(text.today, *from))};
  mention.year_given = year_given;
  return mention;
}

std::optional<TimeMention> iso_date_at(const TimeText& text, std::size_t i) {
  const Heard& heard = text.heard;
  const auto year = year_at(heard, i);
  if (!year || !joined_by(heard, i + 1, "-") || !joined_by(heard, i + 2, "-")) return std::nullopt;
  const auto month = digits_at(heard, i + 1), day = digits_at(heard, i + 2);
  if (!month || !day) return std::nullopt;
  const auto date = day_of_year(*year, *month, *day);
  return mention_of(text, {i, i + 3}, date, date, true);
}

// "26" in 3/4/26; a birth date's "58" is of the century before.
std::optional<int> year_after_slash(const Heard& heard, std::size_t i, Date today) {
  if (const auto year = year_at(heard, i)) return year;
  const auto digits = digits_at(heard, i);
  if (!digits || heard.word(i).size() != 2) return std::nullopt;
  const int this_century = static_cast<int>(today.year()) / 100 * 100;
  constexpr int kYearsAhead = 10;
  const int year = this_century + *digits;
  return year > static_cast<int>(today.year()) + kYearsAhead ? year - 100 : year;
}

struct DayPart {
  int day = 0;
  std::size_t last = 0;
};
std::optional<DayPart> day_at(const Heard& heard, std::size_t i) {
  if (i >= heard.size()) return std::nullopt;
  if (const auto digits = digits_of(heard.word(i)); digits && *digits >= 1 && *digits <= 31)
    return DayPart{*digits, i + 1};
  for (const Means means : {Means::ordinal, Means::number}) {
    if (const Hit* hit = heard.any_at(i, means)) return DayPart{hit->meaning->a, hit->last};
  }
  return std::nullopt;
}

// Small words such as "of", "de", "the" between the parts of a date.
std::size_t skip_small(const Heard& heard, std::size_t i) {
  constexpr std::size_t kMost = 2, kLetters = 3;
  std::size_t at = i;
  while (at < heard.size() && at < i + kMost && heard.word(at).size() <= kLetters &&
         heard.any_at(at, Means::function_word) && heard.same_clause(at == 0 ? 0 : at - 1, at)) {
    ++at;
  }
  return at;
}

// The end of a span of days: "to 10", "al 10", "-10".
std::optional<DayPart> until_day_at(const Heard& heard, std::size_t i) {
  if (joined_by(heard, i, "-") || joined_by(heard, i, " - ")) return day_at(heard, i);
  const Hit* until = i < heard.size() ? heard.any_at(i, Means::until) : nullptr;
  return until ? day_at(heard, skip_small(heard, until->last)) : std::nullopt;
}

struct DayMonth {
  int month = 0, from = 0, to = 0;
  std::size_t last = 0;
};

std::optional<DayMonth> month_first(const Heard& heard, std::size_t i) {
  const Hit* month = heard.at(i, Means::month);
  if (!month) return std::nullopt;
  const auto from = day_at(heard, skip_small(heard, month->last));
  if (!from) return std::nullopt;
  const auto to = until_day_at(heard, from->last);
  return DayMonth{month->meaning->a, from->day, to ? to->day : from->day,
                  to ? to->last : from->last};
}

std::optional<DayMonth> day_first(const Heard& heard, std::size_t i) {
  const auto from = day_at(heard, i);
  if (!from) return std::nullopt;
  const auto to = until_day_at(heard, from->last);
  const std::size_t at = skip_small(heard, to ? to->last : from->last);
  const Hit* month = at < heard.size() ? heard.at(at, Means::month) : nullptr;
  if (!month) return std::nullopt;
  return DayMonth{month->meaning->a, from->day, to ? to->day : from->day, month->last};
}

std::optional<TimeMention> with_year(const TimeText& text, std::size_t i, const DayMonth& parts) {
  const std::size_t at =
      year_at(text.heard, parts.last) ? parts.last : skip_small(text.heard, parts.last);
  if (const auto year = year_at(text.heard, at)) {
    return mention_of(text, {i, at + 1}, day_of_year(*year, parts.month, parts.from),
                      day_of_year(*year, parts.month, parts.to), true);
  }
  const auto from = next_day(text.today, parts.month, parts.from);
  if (!from) return std::nullopt;
  return mention_of(text, {i, parts.last}, from,
                    day_of_year(static_cast<int>(from->year()), parts.month, parts.to), false);
}

// "31 de febrero" is no day, and not February either.
bool follows_day(const Heard& heard, std::size_t i) {
  if (i > 0 && heard.any_ending(i, Means::function_word)) --i;
  return i > 0 && digits_of(heard.word(i - 1)) && heard.same_clause(i - 1, i);
}

// "in may", "en mayo", "next april"; "may" and "mar" alone are other words, too.
std::optional<TimeMention> month_alone(const TimeText& text, std::size_t i) {
  const Hit* month = text.heard.at(i, Means::month);
  if (!month || follows_day(text.heard, i)) return std::nullopt;
  const Timing days = next_month_named(text.today, month->meaning->a);
  TimeMention mention{
      {i, month->last}, days, Sort::day, urgency_in(days_between(text.today, days.from))};
  bool introduced = false;
  for (const Means means : {Means::within, Means::next, Means::that, Means::before, Means::after,
                            Means::early_in, Means::middle_of, Means::late_in}) {
    introduced = introduced || text.heard.any_ending(i, means);
  }
  mention.only_when_asked = !introduced;
  return mention;
}

constexpr int kNewYear = 2, kThanksgiving = 3;

// The fourth Thursday of November.
Date thanksgiving_of(std::chrono::year year) {
  return Date(year / std::chrono::November / std::chrono::Thursday[4]);
}

std::optional<Date> next_holiday(Date today, int holiday) {
  if (holiday != kThanksgiving)
    return next_day(today, holiday == kNewYear ? 1 : 12, holiday == kNewYear ? 1 : 25);
  const Date date = thanksgiving_of(today.year());
  return days_between(today, date) >= 0 ? date
                                        : thanksgiving_of(today.year() + std::chrono::years(1));
}

bool counts_something(const Heard& heard, std::size_t i) {
  if (i >= heard.size()) return false;
  for (const Means means :
       {Means::unit_day, Means::unit_week, Means::unit_month, Means::unit_year}) {
    if (heard.any_at(i, means)) return true;
  }
  return false;
}

// "On the 15th", "para el 15".
std::optional<TimeMention> day_of_month(const TimeText& text, std::size_t i) {
  const Heard& heard = text.heard;
  const Hit* on = heard.any_at(i, Means::on_day);
  const auto day = on ? day_at(heard, on->last) : std::nullopt;
  if (!day || counts_something(heard, day->last) || day_first(heard, on->last)) return std::nullopt;
  const bool ends = heard.clause_ends_after(day->last - 1) ||
                    heard.any_at(day->last, Means::function_word) || heard.fills(day->last);
  if (!ends) return std::nullopt;
  const auto date = next_day_of_month(text.today, day->day);
  return mention_of(text, {on->last, day->last}, date, date, false);
}

}  // namespace

std::optional<TimeMention> holiday_at(const TimeText& text, std::size_t i) {
  const Hit* hit = text.heard.at(i, Means::holiday);
  if (!hit) return std::nullopt;
  const auto date = next_holiday(text.today, hit->meaning->a);
  return mention_of(text, {i, hit->last}, date, date, false);
}

std::optional<TimeMention> numeric_date_at(const TimeText& text, std::size_t i) {
  const Heard& heard = text.heard;
  if (auto iso = iso_date_at(text, i)) return iso;
  const bool dashes =
      joined_by(heard, i + 1, "-") && joined_by(heard, i + 2, "-") && year_at(heard, i + 2);
  if ((!joined_by(heard, i + 1, "/") && !dashes) || (i > 0 && joined_by(heard, i, "/")))
    return std::nullopt;
  auto month = digits_at(heard, i), day = digits_at(heard, i + 1);
  if (!month || !day || (*month == 24 && *day == 7)) return std::nullopt;  // "24/7"
  if (*month > 12 && text.asked) std::swap(month, day);  // "15/3" can only be the 15th of March
  const auto year = dashes || joined_by(heard, i + 2, "/")
                        ? year_after_slash(heard, i + 2, text.today)
                        : std::nullopt;
  if (!year && !text.asked && counts_something(heard, i + 2)) return std::nullopt;  // "1/2 day"
  const auto date = year ? day_of_year(*year, *month, *day) : next_day(text.today, *month, *day);
  return mention_of(text, {i, i + (year ? 3u : 2u)}, date, date, year.has_value());
}

std::optional<TimeMention> calendar_date_at(const TimeText& text, std::size_t i) {
  if (const auto parts = month_first(text.heard, i)) return with_year(text, i, *parts);
  if (const auto parts = day_first(text.heard, i)) return with_year(text, i, *parts);
  if (auto month = month_alone(text, i)) return month;
  if (auto day = day_of_month(text, i)) return day;
  // "the 5th", "el 5": only as an answer.
  const auto day = text.asked ? day_at(text.heard, i) : std::nullopt;
  if (!day || !text.heard.only_filler_beside({i, day->last}) ||
      counts_something(text.heard, day->last))
    return std::nullopt;
  const auto date = next_day_of_month(text.today, day->day);
  return mention_of(text, {i, day->last}, date, date, false);
}

}  // namespace anteroom::understanding
