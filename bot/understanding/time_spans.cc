#include <algorithm>

#include "bot/understanding/calendar.h"
#include "bot/understanding/places.h"
#include "bot/understanding/time_phrases.h"

namespace anteroom::understanding {
namespace {

using Sort = TimeMention::Sort;

constexpr int kSoon = 6;      // days that "as soon as possible" looks ahead
constexpr int kAnyTime = 30;  // and "any time"
constexpr int kMostUnits = 1000;

Timing one_day(Date today, int ahead) { return {add_days(today, ahead), add_days(today, ahead)}; }

Timing to_end_of_week(Date today) { return {today, add_days(monday_of(today), 6)}; }
Timing next_week_of(Date today) {
  return {add_days(monday_of(today), 7), add_days(monday_of(today), 13)};
}
Timing to_end_of_month(Date today) { return {today, end_of_month(today)}; }
Timing next_month_of(Date today) {
  const Date first = add_days(end_of_month(today), 1);
  return {first, end_of_month(first)};
}

// Half a month: to the 15th, or from the 16th.
Timing to_end_of_fortnight(Date today) {
  constexpr unsigned kMiddle = 15;
  const Date middle(today.year(), today.month(), std::chrono::day(kMiddle));
  return {today, days_between(today, middle) >= 0 ? middle : end_of_month(today)};
}
Timing next_fortnight_of(Date today) {
  const Date first = add_days(to_end_of_fortnight(today).to, 1);
  return {first, to_end_of_fortnight(first).to};
}

struct NamedSpan {
  Means means;
  Sort sort;
  std::string_view urgency;
  Timing (*days)(Date today);
};

constexpr NamedSpan kNamed[] = {
    {Means::today, Sort::span, "today", [](Date today) { return one_day(today, 0); }},
    {Means::tonight, Sort::span, "today", [](Date today) { return one_day(today, 0); }},
    {Means::tomorrow, Sort::day, "this_week", [](Date today) { return one_day(today, 1); }},
    {Means::day_after_tomorrow, Sort::day, "this_week",
     [](Date today) { return one_day(today, 2); }},
    {Means::yesterday, Sort::day, "", [](Date today) { return one_day(today, -1); }},
    {Means::this_week, Sort::span, "this_week", to_end_of_week},
    {Means::next_week, Sort::span, "this_month", next_week_of},
    {Means::this_month, Sort::span, "this_month", to_end_of_month},
    {Means::next_month, Sort::span, "flexible", next_month_of},
    {Means::this_fortnight, Sort::span, "this_month", to_end_of_fortnight},
    {Means::next_fortnight, Sort::span, "this_month", next_fortnight_of},
    {Means::weekend, Sort::span, "this_week", coming_weekend},
    {Means::asap, Sort::vague, "today",
     [](Date today) {
       return Timing{today, add_days(today, kSoon)};
     }},
    {Means::flexible, Sort::vague, "flexible",
     [](Date today) {
       return Timing{today, add_days(today, kAnyTime)};
     }},
};

struct Unit {
  Means means;
  int days;
  int months;
};
constexpr Unit kUnits[] = {{Means::unit_day, 1, 0},
                           {Means::unit_week, 7, 0},
                           {Means::unit_fortnight, 14, 0},
                           {Means::unit_month, 0, 1},
                           {Means::unit_year, 0, 12}};

struct Count {
  int number = 0;
  std::size_t last = 0;
};
std::optional<Count> count_at(const Heard& heard, std::size_t i) {
  if (i >= heard.size()) return std::nullopt;
  if (const auto digits = digits_of(heard.word(i)); digits && *digits >= 0 && *digits <= kMostUnits)
    return Count{*digits, i + 1};
  if (const Hit* hit = heard.any_at(i, Means::number)) return Count{hit->meaning->a, hit->last};
  if (const Hit* hit = heard.any_at(i, Means::article_one)) return Count{1, hit->last};
  return std::nullopt;
}

Date ahead(Date today, const Unit& unit, int count) {
  return unit.days > 0 ? add_days(today, unit.days * count)
                       : add_months(today, unit.months * count);
}

// Days are meant to the day, weeks and months roughly.
Timing counted_days(Date today, const Unit& unit, int count, bool at_most) {
  const Date day = ahead(today, unit, count);
  if (at_most) return {today, day};
  return {day, unit.days == 1 ? day : add_days(day, 6)};
}

bool is_short_name(const Heard& heard, const Hit& hit) {
  return hit.size() == 1 && heard.word(hit.first).size() <= 3;
}

}  // namespace

std::optional<TimeMention> named_span_at(const TimeText& text, std::size_t i) {
  const NamedSpan* best = nullptr;
  const Hit* longest = nullptr;
  for (const NamedSpan& row : kNamed) {
    const Hit* hit = text.heard.at(i, row.means);
    if (hit && (!longest || hit->size() > longest->size())) {
      best = &row;
      longest = hit;
    }
  }
  if (!best) return std::nullopt;
  TimeMention mention{
      {longest->first, longest->last}, best->days(text.today), best->sort, best->urgency};
  mention.past = best->means == Means::yesterday;
  return mention;
}

std::optional<TimeMention> weekday_at(const TimeText& text, std::size_t i) {
  const Heard& heard = text.heard;
  const Hit* next = heard.any_at(i, Means::next);
  const Hit* that = heard.any_at(i, Means::that);
  const Hit* modifier = next ? next : that;
  const std::size_t at = modifier ? modifier->last : i;
  if (const Hit* weekend = next ? heard.at(at, Means::weekend) : nullptr) {
    const Timing days = coming_weekend(text.today);
    return TimeMention{
        {i, weekend->last}, {add_days(days.to, 6), add_days(days.to, 7)}, Sort::span, "this_month"};
  }
  const Hit* day = heard.at(at, Means::weekday);
  if (!day) return std::nullopt;
  const Date date = next ? weekday_of_next_week(text.today, day->meaning->a)
                         : coming_weekday(text.today, day->meaning->a, that != nullptr);
  const Hit* after = heard.at(day->last, Means::next);  // "que viene"
  TimeMention mention{{i, after ? after->last : day->last},
                      {date, date},
                      Sort::day,
                      urgency_in(days_between(text.today, date))};
  mention.only_when_asked = !modifier && is_short_name(heard, *day);
  return mention;
}

std::optional<TimeMention> counted_at(const TimeText& text, std::size_t i) {
  const Heard& heard = text.heard;
  const Hit* at_most = heard.any_at(i, Means::at_most);
  const Hit* within = at_most ? at_most : heard.any_at(i, Means::within);
  const auto count = count_at(heard, within ? within->last : i);
  if (!count) return std::nullopt;
  for (const Unit& unit : kUnits) {
    const Hit* hit = heard.any_at(count->last, unit.means);
    if (!hit) continue;
    const Hit* from_now = heard.any_at(hit->last, Means::from_now);
    const std::size_t last = from_now ? from_now->last : hit->last;
    // "For 3 days" may well be over; "3 days" alone is an answer.
    const bool alone = text.asked && heard.only_filler_beside({i, last});
    if (!within && !from_now && !alone) return std::nullopt;
    const Timing days = counted_days(text.today, unit, count->number, at_most != nullptr);
    const int far = days_between(text.today, at_most ? days.to : days.from);
    return TimeMention{{i, last}, days, Sort::day, urgency_in(far)};
  }
  return std::nullopt;
}

}  // namespace anteroom::understanding
