// Days as answers: a timing (from, to), a date (one day), and how soon (urgency) by a rule table
// over the same mentions.
#include <algorithm>

#include "bot/understanding/calendar.h"
#include "bot/understanding/field_kinds.h"
#include "bot/understanding/time_mentions.h"

namespace anteroom::understanding {
namespace {

using Sort = TimeMention::Sort;

constexpr double kSure = 1.0, kUnasked = 0.9, kVague = 0.8, kInferred = 0.7;

bool has_kind(const Dictionary& dictionary, FieldKind kind) {
  return std::any_of(dictionary.fields().begin(), dictionary.fields().end(),
                     [&](const Field& field) { return field.kind == kind; });
}

bool corrected_before(const Heard& heard, const TimeMention& mention) {
  return std::any_of(heard.hits().begin(), heard.hits().end(), [&](const Hit& hit) {
    return hit.meaning->means == Means::correction && hit.last <= mention.words.first;
  });
}

// The first, unless a later one corrects it.
const TimeMention* meant(const Heard& heard, const std::vector<TimeMention>& mentions) {
  const TimeMention* chosen = nullptr;
  for (const TimeMention& mention : mentions) {
    const bool corrects =
        chosen && !corrected_before(heard, *chosen) && corrected_before(heard, mention);
    if (!chosen || corrects) chosen = &mention;
  }
  return chosen;
}

// "Thirsday" is a guess.
double at_most_sure(const Heard& heard, const TimeMention& mention, double confidence) {
  constexpr double kSlip = 0.8;
  const bool slip = std::any_of(heard.all().begin(), heard.all().end(), [&](const Hit& hit) {
    const bool of_time = hit.meaning->means == Means::weekday || hit.meaning->means == Means::month;
    return hit.slip && of_time && mention.words.overlaps({hit.first, hit.last});
  });
  return slip ? std::min(confidence, kSlip) : confidence;
}

// A field that lies behind today ("most: 0", a date of birth) hears "March 3" as the last one.
Timing on_its_side(const Field& field, const TimeMention& mention, Date today) {
  const bool behind = field.most && *field.most <= 0;
  if (!behind || mention.year_given || days_between(today, mention.days.from) <= 0)
    return mention.days;
  return {add_months(mention.days.from, -12), add_months(mention.days.to, -12)};
}

std::string_view reason_against(const Field& field, const Timing& days, Date today) {
  const int from = days_between(today, days.from), to = days_between(today, days.to);
  const bool may_be_past = (field.least && *field.least < 0) || (field.most && *field.most <= 0);
  if (to < 0 && !may_be_past) return "date_in_past";
  if (field.least && to < *field.least) return *field.least == 0 ? "date_in_past" : "out_of_range";
  return field.most && from > *field.most ? "out_of_range" : "";
}

Answer answer_days(const Listening& listening, bool one_day) {
  auto mentions = time_mentions(listening.heard, listening.today, true);
  // "Any time next week" says a week.
  const auto is_vague = [](const TimeMention& one) { return one.sort == Sort::vague; };
  if (!std::all_of(mentions.begin(), mentions.end(), is_vague)) std::erase_if(mentions, is_vague);
  const TimeMention* mention = meant(listening.heard, mentions);
  if (!mention || (one_day && mention->sort == Sort::vague)) return Answer::no("not_a_date");
  const Timing days = on_its_side(listening.field, *mention, listening.today);
  if (one_day && days.from != days.to) return Answer::no("not_a_date");
  if (const auto reason = reason_against(listening.field, days, listening.today); !reason.empty())
    return Answer::no(reason);
  const double confidence =
      at_most_sure(listening.heard, *mention, mention->sort == Sort::vague ? kVague : kSure);
  Value value = one_day ? Value(to_text(days.from)) : Value(days);
  return Answer::yes(slot_at(listening, mention->words, std::move(value), confidence));
}

// Mentions of the future that a text makes unasked.
std::vector<TimeMention> future(const Listening& listening) {
  auto mentions = time_mentions(listening.heard, listening.today, listening.asked);
  std::erase_if(mentions, [&](const TimeMention& mention) {
    return mention.past || days_between(listening.today, mention.days.to) < 0;
  });
  return mentions;
}

}  // namespace

Answer answer_timing(const Listening& listening) { return answer_days(listening, false); }
Answer answer_date(const Listening& listening) { return answer_days(listening, true); }

// "This week" is said of how soon; only where no field asks that, it is a timing.
std::vector<Slot> find_timing(const Listening& listening) {
  auto mentions = future(listening);
  const bool days_only = has_kind(listening.dictionary, FieldKind::urgency);
  std::erase_if(mentions, [&](const TimeMention& mention) {
    return mention.sort == Sort::vague || (days_only && mention.sort == Sort::span);
  });
  const TimeMention* mention = meant(listening.heard, mentions);
  if (!mention || !reason_against(listening.field, mention->days, listening.today).empty())
    return {};
  return {slot_at(listening, mention->words, mention->days,
                  at_most_sure(listening.heard, *mention, kUnasked))};
}

// A practice with a timing hears days as that; a date may be one of birth.
std::vector<Slot> find_date(const Listening& listening) {
  if (has_kind(listening.dictionary, FieldKind::timing)) return {};
  auto mentions = future(listening);
  std::erase_if(mentions, [](const TimeMention& mention) {
    return mention.sort != Sort::day || mention.days.from != mention.days.to;
  });
  const TimeMention* mention = meant(listening.heard, mentions);
  if (!mention || !reason_against(listening.field, mention->days, listening.today).empty())
    return {};
  return {slot_at(listening, mention->words, to_text(mention->days.from), kInferred)};
}

std::vector<Slot> find_urgency(const Listening& listening) {
  const auto mentions = future(listening);
  const TimeMention* mention = meant(listening.heard, mentions);
  if (!mention || mention->urgency.empty()) return {};
  return {slot_at(listening, mention->words, std::string(mention->urgency), kInferred)};
}

}  // namespace anteroom::understanding
