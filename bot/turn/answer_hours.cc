// When an office is open, as people ask it: now, tomorrow, on a day that they name.
#include <algorithm>

#include "base/text.h"
#include "bot/turn/answer_texts.h"

namespace anteroom::turn {
namespace {

constexpr int kMinutesOfHour = 60;
constexpr const char* kDays[] = {"sunday",   "monday", "tuesday", "wednesday",
                                 "thursday", "friday", "saturday"};

unsigned weekday_of(Date day) {
  return std::chrono::weekday(std::chrono::sys_days(day)).c_encoding();
}

std::string name_of(const Draft& draft, const Location& place) {
  return place.label.format(draft.language());
}

std::string time_text(const Draft& draft, int minute_of_day) {
  const int hour = minute_of_day / kMinutesOfHour % 24;
  const int minutes = minute_of_day % kMinutesOfHour;
  const std::string after =
      minutes == 0 ? "" : (minutes < 10 ? ":0" : ":") + std::to_string(minutes);
  return phrase(draft, "time_of_day",
                {{"h12", std::to_string(hour % 12 == 0 ? 12 : hour % 12)},
                 {"h24", std::to_string(hour)},
                 {"minutes", after},
                 {"half", std::string(hour < 12 ? "am" : "pm")}});
}

std::string spans_text(const Draft& draft, const std::vector<OpenHours>& day) {
  std::vector<std::string> spans;
  for (const OpenHours& open : day) {
    spans.push_back(
        phrase(draft, "from_to",
               {{"from", time_text(draft, open.from)}, {"to", time_text(draft, open.to)}}));
  }
  return and_list(draft, spans);
}

const std::vector<OpenHours>& hours_on(const Location& place, Date day) {
  return place.hours[weekday_of(day)];
}

std::string hours_today(const Draft& draft, const Location& place, const LocalTime& local) {
  const std::string name = name_of(draft, place);
  for (const OpenHours& open : hours_on(place, local.date)) {
    if (local.minute_of_day >= open.to) continue;
    if (local.minute_of_day >= open.from)
      return phrase(draft, "answer_open_until",
                    {{"place", name}, {"to", time_text(draft, open.to)}});
    return phrase(draft, "answer_opens_at",
                  {{"place", name},
                   {"from", time_text(draft, open.from)},
                   {"to", time_text(draft, open.to)}});
  }
  return phrase(draft, "answer_closed_now", {{"place", name}});
}

std::string hours_tomorrow(const Draft& draft, const Location& place, Date today) {
  const auto& hours = hours_on(place, add_days(today, 1));
  return hours.empty() ? phrase(draft, "answer_closed_tomorrow")
                       : phrase(draft, "answer_tomorrow", {{"hours", spans_text(draft, hours)}});
}

std::string hours_of_day(const Draft& draft, const Location& place, Date day) {
  const auto& hours = hours_on(place, day);
  const std::string when = format_date(day, DateStyle::short_with_weekday, draft.language());
  const std::string name = name_of(draft, place);
  return hours.empty()
             ? phrase(draft, "answer_closed_on", {{"place", name}, {"day", when}})
             : phrase(draft, "answer_open_on",
                      {{"place", name}, {"day", when}, {"hours", spans_text(draft, hours)}});
}

// Short words ("sat", "mar") stand for too much else.
constexpr std::size_t kShortestDay = 4;

bool names(const Draft& draft, std::string_view text, std::string_view list) {
  const LanguagePack* pack = draft.practice.packs.pack(draft.language());
  if (!pack) return false;
  const auto words = pack->words.find(list);
  if (words == pack->words.end()) return false;
  return std::any_of(words->second.begin(), words->second.end(), [&](const std::string& word) {
    return word.size() >= kShortestDay && text.find(" " + word + " ") != std::string_view::npos;
  });
}

// The words with blanks around each, so that "saturday?" is one.
std::string in_blanks(std::string_view folded_text) {
  std::string plain = " ";
  for (const Word& word : words_of(folded_text))
    plain.append(folded_text.substr(word.begin, word.end - word.begin)) += ' ';
  return plain;
}

// The next days that the question names: "on Saturday", "at the weekend", "tomorrow".
std::vector<Date> days_named(const Draft& draft, std::string_view asked, Date today) {
  std::vector<Date> days;
  const std::string text = in_blanks(asked);
  const bool weekend = names(draft, text, "weekend");
  if (names(draft, text, "tomorrow")) days.push_back(add_days(today, 1));
  for (int ahead = 0; ahead < 7 && days.empty(); ++ahead) {
    const Date day = add_days(today, ahead);
    const unsigned weekday = weekday_of(day);
    if (names(draft, text, kDays[weekday])) days.push_back(day);
  }
  for (int ahead = 0; ahead < 7 && weekend; ++ahead) {
    const Date day = add_days(today, ahead);
    const unsigned weekday = weekday_of(day);
    if (weekday == 0 || weekday == 6) days.push_back(day);
  }
  return days;
}

}  // namespace

std::string hours_text(const Draft& draft, const std::vector<const Location*>& places,
                       std::string_view text) {
  const LocalTime local = local_time(draft.at(), draft.practice.profile.time_zone);
  const std::vector<Date> days = days_named(draft, text, local.date);
  std::vector<std::string> sentences;
  for (const Location* place : places) {
    for (const Date day : days) sentences.push_back(hours_of_day(draft, *place, day));
    if (!days.empty()) continue;
    sentences.push_back(hours_today(draft, *place, local));
    if (places.size() == 1) sentences.push_back(hours_tomorrow(draft, *place, local.date));
  }
  return in_sentences(sentences);
}

}  // namespace anteroom::turn
