// Ages: "I'm 34", "my 3 month old", "tiene 5 años", "newborn"; a number alone where an age was
// asked for.
#include "bot/understanding/age.h"

#include <algorithm>

#include "bot/understanding/field_kinds.h"
#include "bot/understanding/places.h"

namespace anteroom::understanding {
namespace {

constexpr double kUnasked = 0.9;
constexpr int kOldest = 130;  // years, where the field has no bound
constexpr int kOldestLikely = 109;
constexpr int kTeen = 13;

struct UnitRow {
  Means means;
  Age::Unit unit;
  int times;
};
constexpr UnitRow kUnits[] = {{Means::age_years, Age::Unit::years, 1},
                              {Means::age_months, Age::Unit::months, 1},
                              {Means::age_weeks, Age::Unit::days, 7},
                              {Means::age_days, Age::Unit::days, 1}};

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
    {"yo", Age::Unit::years, 1, true},    {"yr", Age::Unit::years, 1, false},
    {"yrs", Age::Unit::years, 1, false},  {"y", Age::Unit::years, 1, false},
    {"yro", Age::Unit::years, 1, true},   {"mo", Age::Unit::months, 1, true},
    {"mos", Age::Unit::months, 1, false}, {"m", Age::Unit::months, 1, false},
    {"f", Age::Unit::years, 1, false},    {"wk", Age::Unit::days, 7, false},
    {"wks", Age::Unit::days, 7, false}};

// "56m" is a man of 56, and no baby of 56 months.
constexpr int kMostMonths = 24;

// "3mo" and "34yo" are one word.
std::optional<AgeSaid> glued_at(const Heard& heard, std::size_t i) {
  const std::string_view word = heard.word(i);
  const std::size_t digits = word.find_first_not_of("0123456789");
  if (digits == 0 || digits == std::string_view::npos) return std::nullopt;
  const auto number = digits_of(word.substr(0, digits));
  if (!number || *number > kOldest) return std::nullopt;
  const std::string_view unit = word.substr(digits);
  const bool old = i + 1 < heard.size() && heard.word(i + 1) == "old";
  for (const GluedRow& row : kGlued) {
    if (unit != row.unit) continue;
    if (unit == "m" && *number > kMostMonths)
      return AgeSaid{{*number, Age::Unit::years}, {i, i + 1}, false, true};
    return AgeSaid{
        {*number * row.times, row.of}, {i, i + (old ? 2u : 1u)}, row.says_age || old, true};
  }
  return std::nullopt;
}

// "Yo" is said of an age only; of "6 mo" it depends.
bool says_age(const Heard& heard, std::size_t first, std::string_view unit) {
  return unit == "yo" || (unit == "mo" && heard.any_ending(first, Means::own));
}

}  // namespace

std::optional<AgeSaid> age_at(const Heard& heard, std::size_t i) {
  if (const Hit* hit = heard.any_at(i, Means::newborn))
    return AgeSaid{{0, Age::Unit::days}, {i, hit->last}, true, true};
  if (auto glued = glued_at(heard, i)) return glued;
  const auto count = count_at(heard, i);
  if (!count || count->number > 1000) return std::nullopt;
  AgeSaid found{{count->number, Age::Unit::years}, {i, count->last}};
  const bool article = !digits_of(heard.word(i)) && !heard.any_at(i, Means::number);
  for (const UnitRow& row : kUnits) {
    const Hit* unit = heard.any_at(count->last, row.means);
    if (!unit || !heard.same_clause(count->last - 1, unit->first) ||
        (found.has_unit && unit->last <= found.words.last))
      continue;
    found = {{count->number * row.times, row.unit},
             {i, unit->last},
             unit->size() > 1 || says_age(heard, i, heard.word(unit->first)),
             true};
  }
  if (article && !found.has_unit) return std::nullopt;  // "a" alone counts nothing
  return found;
}

namespace {

// What is said with an age's words but of a time: "3 years of pain", "tengo 2 semanas con dolor",
// "2 years ago".
bool goes_on_about_time(const Heard& heard, std::size_t last) {
  if (last >= heard.size() || heard.clause_ends_after(last - 1)) return false;
  return !heard.any_at(last, Means::joiner);
}

// "5 of 10", "5:30", "5%", "$5", "98.6", "5 lbs", "5 and up".
bool counts_something_else(const Heard& heard, const AgeSaid& said) {
  const std::string_view before = heard.gap_before(said.words.first);
  const bool sex_beside =
      heard.any_ending(said.words.first, Means::sex) || heard.any_at(said.words.last, Means::sex);
  if (sex_beside && (before == "/" || heard.gap_before(said.words.last) == "/")) return false;
  if (before == "." || before == ":" || before == "/" || before.ends_with('$') ||
      before.ends_with('#'))
    return true;
  const std::size_t last = said.words.last;
  const std::string_view after = heard.gap_before(last);
  if (!after.empty() && std::string_view("%:/+").find(after.front()) != std::string_view::npos)
    return true;
  if (heard.clause_ends_after(last - 1) && after != ".") return false;
  if (heard.any_at(last, Means::thing)) return true;
  return !said.has_unit && (after == "." || after == "-" || heard.any_at(last, Means::age_bound));
}

// In months and weeks only a child's age is told; of a wife it is how long she expects.
bool is_person(const Heard& heard, const Hit* hit, bool in_years) {
  const auto& child = heard.lexicon().child;
  if (!hit || !child || hit->slip || hit->meaning->only_when_asked) return false;
  return hit->meaning->means == Means::choice && hit->meaning->a == child->a &&
         (in_years || hit->meaning->b == child->b);
}

// "My son, 7", "kid 6", "mi hija tiene 5", "niña de 8", "mujer de 45"; of "my twins, one" nothing.
bool follows_person(const Heard& heard, const AgeSaid& said) {
  const std::size_t first = said.words.first;
  const Hit* intro = heard.any_ending(first, Means::age_intro);
  const bool in_words = !said.has_unit && !digits_of(heard.word(first));
  for (const std::size_t last : {in_words ? 0 : first, intro ? intro->first : 0}) {
    if (last == 0 || heard.gap_before(last).find_first_of(".!?;\n") != std::string_view::npos)
      continue;
    if (heard.any_ending(last, Means::sex) ||
        is_person(heard, heard.any_ending(last, Means::choice), said.age.unit == Age::Unit::years))
      return true;
  }
  return false;
}

// "34f", "56 m": not "waited 45m".
bool is_tagged_with_sex(const Heard& heard, const AgeSaid& said) {
  constexpr int kOldestTagged = 94;  // above, "f" says Fahrenheit
  const auto& [first, last] = said.words;
  if (said.age.unit != Age::Unit::years || said.age.count > kOldestTagged) return false;
  const bool glued =
      last == first + 1 && (heard.word(first).ends_with("f") || heard.word(first).ends_with("m"));
  const Hit* sex = glued || said.has_unit ? nullptr : heard.any_at(last, Means::sex);
  if (!glued && (!sex || heard.clause_ends_after(last - 1))) return false;
  if (sex && heard.word(last).size() > 1) return true;
  const bool begins = first == 0 || heard.clause_ends_after(first - 1) ||
                      heard.any_ending(first, Means::age_claim) ||
                      heard.any_ending(first, Means::article_one) || follows_person(heard, said);
  return said.age.count >= kTeen && begins;
}

// "Hes 7 with a cough", "im 16 and"; of "I'm 5 blocks away" the number counts something.
bool ends_or_goes_on(const Heard& heard, std::size_t last) {
  if (last >= heard.size() || heard.clause_ends_after(last - 1)) return true;
  for (const Means means : {Means::joiner, Means::function_word, Means::does, Means::negation}) {
    if (heard.any_at(last, means)) return true;
  }
  return false;
}

// Spanish has its years.
bool is_had(const Heard& heard, std::size_t first) {
  return first > 0 && (heard.word(first - 1) == "tengo" || heard.word(first - 1) == "tiene");
}

// "Tengo 34, tengo tos": in Spanish a fever and weeks of pregnancy are said so, too.
bool is_bare_claim(const Heard& heard, const AgeSaid& said) {
  constexpr int kColdest = 35, kHottest = 42;  // degrees Celsius
  const std::size_t first = said.words.first, last = said.words.last;
  const int count = said.age.count;
  if (!is_had(heard, first) || count < kTeen || (count >= kColdest && count <= kHottest))
    return false;
  return !heard.says(Means::expecting) &&
         (last >= heard.size() || heard.clause_ends_after(last - 1) ||
          heard.any_at(last, Means::joiner));
}

bool is_number_said_as_age(const Heard& heard, const AgeSaid& said) {
  constexpr int kFewest = 11;  // of years, where more follows: "I'm 2 in line"
  const auto& [first, last] = said.words;
  if (said.age.count > kOldestLikely) return false;
  if (follows_person(heard, said)) return true;
  const Hit* claim = heard.any_ending(first, Means::age_claim);
  if (!claim) return is_bare_claim(heard, said);
  const bool own = heard.word(claim->first).starts_with("i");
  if (own && said.age.count < kFewest) return !goes_on_about_time(heard, last);
  return ends_or_goes_on(heard, last);
}

// "70 años, mareo" at the beginning.
bool begins_with_years(const Heard& heard, const AgeSaid& said) {
  const auto& [first, last] = said.words;
  const bool begins = first == 0 || heard.only_filler_beside({first, heard.size()});
  return begins && said.age.unit == Age::Unit::years && said.age.count >= kTeen &&
         !goes_on_about_time(heard, last);
}

// "Tengo 45 años y", "I'm 45 years and": not "tengo 20 años trabajando", "con dolor".
bool is_claimed_in_years(const Heard& heard, const AgeSaid& said) {
  const auto& [first, last] = said.words;
  if (said.age.unit != Age::Unit::years || said.age.count < kTeen || last >= heard.size())
    return false;
  const std::string_view next = heard.word(last);
  if (next.ends_with("ndo") || next.ends_with("ing")) return false;
  constexpr std::string_view kOfTime[] = {"de", "con", "sin", "que", "in", "of", "with"};
  if (std::find(std::begin(kOfTime), std::end(kOfTime), next) != std::end(kOfTime)) return false;
  return heard.any_ending(first, Means::age_claim) || is_had(heard, first);
}

// Whether the words say that this is an age, without being asked for one.
bool is_said_as_age(const Heard& heard, const AgeSaid& said) {
  if (counts_something_else(heard, said)) return false;
  if (said.says_age || is_tagged_with_sex(heard, said)) return true;
  // "She is 30 weeks" is said of a pregnancy, "90 days" of a prescription.
  constexpr int kMostDays = 31;
  const std::size_t first = said.words.first;
  if (said.age.unit == Age::Unit::days && said.age.count > kMostDays &&
      !heard.any_ending(first, Means::little_one))
    return false;
  const Hit* within = heard.any_ending(first, Means::within);  // "dentro de 2 semanas"
  if (within && within->size() > 1) return false;
  if (!said.has_unit) return is_number_said_as_age(heard, said);
  const bool ago = heard.any_at(said.words.last, Means::past);
  if (!ago && (follows_person(heard, said) || begins_with_years(heard, said))) return true;
  if (!heard.any_ending(first, Means::age_intro)) return false;
  return !goes_on_about_time(heard, said.words.last) || is_claimed_in_years(heard, said);
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
  std::optional<AgeSaid> best;
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
