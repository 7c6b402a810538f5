#include "bot/understanding/time_mentions.h"

#include <algorithm>
#include <optional>

#include "bot/understanding/calendar.h"
#include "bot/understanding/time_phrases.h"

namespace anteroom::understanding {
namespace {

using Sort = TimeMention::Sort;

constexpr int kOpenEnd = 30;  // days after "after March 3"

using Way = std::optional<TimeMention> (*)(const TimeText&, std::size_t);
constexpr Way kWays[] = {numeric_date_at, counted_at,    calendar_date_at,
                         weekday_at,      named_span_at, holiday_at};

std::optional<TimeMention> mention_at(const TimeText& text, std::size_t i) {
  for (const auto way : kWays) {
    if (auto mention = way(text, i)) return mention;
  }
  return std::nullopt;
}

// "Since Monday", "last Friday", "el lunes pasado".
bool is_past(const Heard& heard, const TimeMention& mention) {
  return mention.past || heard.any_ending(mention.words.first, Means::past) ||
         heard.any_at(mention.words.last, Means::past);
}

void move_to_past(const TimeText& text, TimeMention& mention) {
  mention.past = true;
  if (mention.sort != Sort::day || mention.year_given) return;
  const int back = days_between(text.today, mention.days.from) <= 7 ? 7 : 365;
  // Said on a Monday, "last Monday" is a week ago.
  while (days_between(text.today, mention.days.from) >= 0)
    mention.days = {add_days(mention.days.from, -back), add_days(mention.days.to, -back)};
}

// "From Monday to Wednesday", "3/4 - 3/8".
bool is_one_span(const Heard& heard, const TimeMention& one, const TimeMention& other) {
  if (one.sort != Sort::day || other.sort != Sort::day) return false;
  if (one.words.last == other.words.first)
    return heard.gap_before(other.words.first).find('-') != std::string_view::npos;
  const Hit* until = heard.any_at(one.words.last, Means::until);
  return until && until->last == other.words.first;
}

// "Tuesday, March 3" names one day twice: the date is surer.
bool says_the_same(const Heard& heard, const TimeMention& one, const TimeMention& other) {
  return one.words.last == other.words.first && one.sort == Sort::day && other.sort == Sort::day &&
         one.words.last > one.words.first && heard.at(one.words.last - 1, Means::weekday) &&
         !heard.at(other.words.last - 1, Means::weekday);
}

bool is_week(const TimeMention& mention) {
  return mention.sort == Sort::span && days_between(mention.days.from, mention.days.to) == 6;
}

// "Friday of next week", "next week on Friday": that day of that week.
std::optional<TimeMention> day_of_week(const Heard& heard, const TimeMention& one,
                                       const TimeMention& other) {
  constexpr std::size_t kBetween = 3;  // words
  const TimeMention& week = is_week(one) ? one : other;
  const TimeMention& day = is_week(one) ? other : one;
  const bool one_day = day.sort == Sort::day && day.days.from == day.days.to;
  if (!is_week(week) || !one_day || !heard.at(day.words.last - 1, Means::weekday))
    return std::nullopt;
  if (other.words.first > one.words.last + kBetween ||
      !heard.same_clause(one.words.last - 1, other.words.first))
    return std::nullopt;
  for (std::size_t i = one.words.last; i < other.words.first; ++i) {
    if (heard.any_at(i, Means::joiner)) return std::nullopt;
  }
  TimeMention result = day;
  const int ahead = days_between(monday_of(day.days.from), day.days.from);
  result.days.from = result.days.to = add_days(monday_of(week.days.from), ahead);
  result.words = {one.words.first, other.words.last};
  result.urgency = week.urgency;
  return result;
}

// The end of a span lies behind its beginning: "Monday to Wednesday", said on a Monday, ends a week
// later.
void extend(TimeMention& span, const TimeMention& end) {
  Date to = end.days.to;
  if (days_between(span.days.from, to) < 0) to = add_days(to, 7);
  if (days_between(span.days.from, to) < 0) return;
  span.days.to = to;
  span.words.last = end.words.last;
}

// "Tuesday or Thursday": from the first to the last of them.
bool are_either(const Heard& heard, const TimeMention& one, const TimeMention& other) {
  if (one.sort != Sort::day || other.sort != Sort::day) return false;
  const Hit* or_else = heard.any_at(one.words.last, Means::joiner);
  if (!or_else || one.past || other.past) return false;
  const Hit* article = heard.any_at(or_else->last, Means::function_word);
  return or_else->last == other.words.first || (article && article->last == other.words.first);
}

void take_both(TimeMention& one, const TimeMention& other) {
  if (days_between(one.days.from, other.days.from) < 0) {
    one.days.from = other.days.from;
    one.urgency = other.urgency;
  }
  if (days_between(one.days.to, other.days.to) > 0) one.days.to = other.days.to;
  one.words.last = other.words.last;
}

void put_together(const Heard& heard, std::vector<TimeMention>& mentions,
                  const TimeMention& mention) {
  if (!mentions.empty()) {
    TimeMention& before = mentions.back();
    if (is_one_span(heard, before, mention)) return extend(before, mention);
    if (are_either(heard, before, mention)) return take_both(before, mention);
    if (const auto day = day_of_week(heard, before, mention)) {
      before = *day;
      return;
    }
    if (says_the_same(heard, before, mention)) {
      const std::size_t first = before.words.first;
      before = mention;
      before.words.first = first;
      return;
    }
  }
  mentions.push_back(mention);
}

struct PartRow {
  Means means;
  int week_from, week_to;  // days after Monday
  int month_from, month_to;
};
constexpr int kToTheEnd = 31;
constexpr PartRow kParts[] = {{Means::early_in, 0, 2, 0, 9},
                              {Means::middle_of, 1, 3, 10, 19},
                              {Means::late_in, 3, 6, 20, kToTheEnd}};

// "Early next week", "a mediados de mayo": a part of a week or month, as far as it lies ahead.
void narrow(const TimeText& text, TimeMention& mention) {
  const Timing days = mention.days;
  const int length = days_between(days.from, days.to);
  const bool whole_month = days.to == end_of_month(days.from);
  if (length == 0 || (length > 6 && !whole_month)) return;
  for (const PartRow& part : kParts) {
    const Hit* hit = text.heard.any_ending(mention.words.first, part.means);
    if (!hit) continue;
    const Date first =
        length <= 6 ? monday_of(days.from) : Date(days.from.year() / days.from.month() / 1);
    const Date from = add_days(first, length <= 6 ? part.week_from : part.month_from);
    const Date to = add_days(first, length <= 6 ? part.week_to : part.month_to);
    if (days_between(days.from, to) < 0) return;
    mention.words.first = hit->first;
    if (days_between(days.from, from) > 0) mention.days.from = from;
    if (days_between(to, days.to) > 0) mention.days.to = to;
    return;
  }
}

// "The week of December 7".
void widen_to_week(const TimeText& text, TimeMention& mention) {
  const Hit* hit = text.heard.any_ending(mention.words.first, Means::week_of);
  if (!hit || mention.sort != Sort::day || mention.days.from != mention.days.to) return;
  const Date monday = monday_of(mention.days.from);
  mention.words.first = hit->first;
  mention.days = {std::max(std::chrono::sys_days(text.today), std::chrono::sys_days(monday)),
                  add_days(monday, 6)};
}

// "By Friday" and "after March 3".
void open_end(const TimeText& text, TimeMention& mention) {
  if (mention.sort != Sort::day || mention.past || days_between(text.today, mention.days.from) < 0)
    return;
  const bool is_span = mention.days.from != mention.days.to;
  if (const Hit* before = text.heard.any_ending(mention.words.first, Means::before)) {
    mention.words.first = before->first;
    mention.days = {text.today, mention.days.to};
  } else if (const Hit* after =
                 is_span ? nullptr : text.heard.any_ending(mention.words.first, Means::after)) {
    mention.words.first = after->first;
    mention.days.to = add_days(mention.days.from, kOpenEnd);
  }
}

}  // namespace

std::string_view urgency_in(int days) {
  constexpr int kWeek = 7, kMonth = 31;
  if (days <= 0) return "today";
  if (days <= kWeek) return "this_week";
  return days <= kMonth ? "this_month" : "flexible";
}

std::vector<TimeMention> time_mentions(const Heard& heard, Date today, bool asked) {
  const TimeText text{heard, today, asked};
  std::vector<TimeMention> mentions;
  for (std::size_t i = 0; i < heard.size();) {
    auto mention = mention_at(text, i);
    if (!mention || mention->words.empty()) {
      ++i;
      continue;
    }
    i = mention->words.last;
    if (mention->only_when_asked && !asked) continue;
    if (heard.negated(mention->words.first)) continue;
    if (is_past(heard, *mention)) move_to_past(text, *mention);
    put_together(heard, mentions, *mention);
  }
  for (TimeMention& mention : mentions) {
    narrow(text, mention);
    widen_to_week(text, mention);
    open_end(text, mention);
  }
  return mentions;
}

}  // namespace anteroom::understanding
