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
constexpr Way kWays[] = {numeric_date_at, counted_at, calendar_date_at, weekday_at, named_span_at};

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
  if (days_between(text.today, mention.days.from) >= 0)
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

// The end of a span lies behind its beginning: "Monday to Wednesday", said on a Monday, ends a week
// later.
void extend(TimeMention& span, const TimeMention& end) {
  Date to = end.days.to;
  if (days_between(span.days.from, to) < 0) to = add_days(to, 7);
  if (days_between(span.days.from, to) < 0) return;
  span.days.to = to;
  span.words.last = end.words.last;
}

void put_together(const Heard& heard, std::vector<TimeMention>& mentions,
                  const TimeMention& mention) {
  if (!mentions.empty()) {
    TimeMention& before = mentions.back();
    if (is_one_span(heard, before, mention)) return extend(before, mention);
    if (says_the_same(heard, before, mention)) {
      const std::size_t first = before.words.first;
      before = mention;
      before.words.first = first;
      return;
    }
  }
  mentions.push_back(mention);
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
  for (TimeMention& mention : mentions) open_end(text, mention);
  return mentions;
}

}  // namespace anteroom::understanding
