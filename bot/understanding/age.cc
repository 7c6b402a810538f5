// Ages: "I'm 34", "my 3 month old", "tiene 5 años", "newborn"; a number alone where an age was
// asked for.
#include <optional>

#include "bot/understanding/field_kinds.h"
#include "bot/understanding/places.h"

namespace anteroom::understanding {
namespace {

constexpr double kUnasked = 0.9;
constexpr int kOldest = 130;  // years, where the field has no bound

struct UnitRow {
  Means means;
  Age::Unit unit;
  int times;
};
constexpr UnitRow kUnits[] = {{Means::age_years, Age::Unit::years, 1},
                              {Means::age_months, Age::Unit::months, 1},
                              {Means::age_weeks, Age::Unit::days, 7},
                              {Means::age_days, Age::Unit::days, 1}};

struct Found {
  Age age;
  WordSpan words;
  bool says_age = false;  // "years old", not just "years"
  bool has_unit = false;
};

struct Count {
  int number = 0;
  std::size_t last = 0;
};
std::optional<Count> count_at(const Heard& heard, std::size_t i) {
  if (const auto digits = digits_of(heard.word(i))) return Count{*digits, i + 1};
  if (heard.any_at(i, Means::vague_number)) return std::nullopt;
  const Hit* hit = heard.any_at(i, Means::number);
  if (!hit) hit = heard.any_at(i, Means::article_one);
  if (!hit) return std::nullopt;
  const int number = hit->meaning->means == Means::number ? hit->meaning->a : 1;
  // "Seventy two", "setenta y dos".
  const std::size_t at = hit->last + (hit->last < heard.size() && heard.word(hit->last) == "y");
  const Hit* rest = number >= 20 && number % 10 == 0 ? heard.any_at(at, Means::number) : nullptr;
  if (rest && rest->meaning->a < 10) return Count{number + rest->meaning->a, rest->last};
  return Count{number, hit->last};
}

struct GluedRow {
  std::string_view unit;
  Age::Unit of;
  int times;
  bool says_age;
};
constexpr GluedRow kGlued[] = {
    {"yo", Age::Unit::years, 1, true},   {"yr", Age::Unit::years, 1, false},
    {"yrs", Age::Unit::years, 1, false}, {"y", Age::Unit::years, 1, false},
    {"mo", Age::Unit::months, 1, true},  {"mos", Age::Unit::months, 1, false},
    {"m", Age::Unit::months, 1, false},  {"wk", Age::Unit::days, 7, false},
    {"wks", Age::Unit::days, 7, false}};

// "3mo" and "34yo" are one word.
std::optional<Found> glued_at(const Heard& heard, std::size_t i) {
  const std::string_view word = heard.word(i);
  const std::size_t digits = word.find_first_not_of("0123456789");
  if (digits == 0 || digits == std::string_view::npos) return std::nullopt;
  const auto number = digits_of(word.substr(0, digits));
  if (!number || *number > kOldest) return std::nullopt;
  const std::string_view unit = word.substr(digits);
  const bool old = i + 1 < heard.size() && heard.word(i + 1) == "old";
  for (const GluedRow& row : kGlued) {
    if (unit != row.unit) continue;
    return Found{
        {*number * row.times, row.of}, {i, i + (old ? 2u : 1u)}, row.says_age || old, true};
  }
  return std::nullopt;
}

std::optional<Found> age_at(const Heard& heard, std::size_t i) {
  if (const Hit* hit = heard.any_at(i, Means::newborn))
    return Found{{0, Age::Unit::days}, {i, hit->last}, true, true};
  if (auto glued = glued_at(heard, i)) return glued;
  const auto count = count_at(heard, i);
  if (!count || count->number > 1000) return std::nullopt;
  Found found{{count->number, Age::Unit::years}, {i, count->last}};
  const bool article = !digits_of(heard.word(i)) && !heard.any_at(i, Means::number);
  for (const UnitRow& row : kUnits) {
    const Hit* unit = heard.any_at(count->last, row.means);
    if (!unit || !heard.same_clause(count->last - 1, unit->first) ||
        (found.has_unit && unit->last <= found.words.last))
      continue;
    found = {{count->number * row.times, row.unit},
             {i, unit->last},
             unit->size() > 1 || heard.word(unit->first) == "yo",
             true};
  }
  if (article && !found.has_unit) return std::nullopt;  // "a" alone counts nothing
  return found;
}

// What is said with an age's words but of a time: "3 years of pain", "tengo 2 semanas con dolor",
// "2 years ago".
bool goes_on_about_time(const Heard& heard, std::size_t last) {
  if (last >= heard.size() || heard.clause_ends_after(last - 1)) return false;
  return !heard.any_at(last, Means::joiner);
}

// Whether the words say that this is an age, without being asked for one.
bool is_said_as_age(const Heard& heard, const Found& found) {
  if (found.says_age) return true;
  // "She is 30 weeks" is said of a pregnancy, "90 days" of a prescription.
  constexpr int kMostDays = 31;
  if (found.age.unit == Age::Unit::days && found.age.count > kMostDays) return false;
  const std::size_t first = found.words.first;
  const Hit* within = heard.any_ending(first, Means::within);  // "dentro de 2 semanas"
  if (within && within->size() > 1) return false;
  if (!found.has_unit)
    return heard.any_ending(first, Means::age_claim) &&
           !goes_on_about_time(heard, found.words.last);
  if (!heard.any_ending(first, Means::age_intro)) return false;
  return !goes_on_about_time(heard, found.words.last);
}

std::string_view reason_against(const Field& field, const Age& age) {
  const double years = in_years(age);
  if (age.count < 0 || (field.least && years < *field.least)) return "out_of_range";
  return years > field.most.value_or(kOldest) ? "out_of_range" : "";
}

}  // namespace

std::vector<Slot> find_age(const Listening& listening) {
  for (std::size_t i = 0; i < listening.heard.size(); ++i) {
    const auto found = age_at(listening.heard, i);
    if (!found || !is_said_as_age(listening.heard, *found) ||
        !reason_against(listening.field, found->age).empty())
      continue;
    return {slot_at(listening, found->words, found->age, kUnasked)};
  }
  return {};
}

Answer answer_age(const Listening& listening) {
  std::optional<Found> best;
  for (std::size_t i = 0; i < listening.heard.size(); ++i) {
    const auto found = age_at(listening.heard, i);
    if (found && (!best || (found->has_unit && !best->has_unit))) best = found;
    if (found) i = found->words.last - 1;
  }
  if (!best) return Answer::no("not_an_age");
  if (const auto reason = reason_against(listening.field, best->age); !reason.empty())
    return Answer::no(reason);
  return Answer::yes(slot_at(listening, best->words, best->age, 1.0));
}

}  // namespace anteroom::understanding
