#include "bot/understanding/red_flag_numbers.h"

#include <algorithm>
#include <array>
#include <optional>

namespace anteroom::understanding {
namespace {

constexpr std::string_view kCues[] = {
    "few_weeks",       "old_year",     "old_month",       "fever_degrees", "low_oxygen",
    "low_sugar",       "lowish_sugar", "high_sugar",      "highish_sugar", "high_pressure",
    "raised_pressure", "low_pressure", "weeks_count",     "five_minutes",  "ten_minutes",
    "many_pills",      "some_pills",   "many_milligrams", "fast_pulse",    "hours_without"};

struct NumberRow {
  std::string_view word;
  int value;
};
constexpr NumberRow kNumbers[] = {{"a", 1},
                                  {"an", 1},
                                  {"one", 1},
                                  {"two", 2},
                                  {"three", 3},
                                  {"four", 4},
                                  {"five", 5},
                                  {"six", 6},
                                  {"seven", 7},
                                  {"eight", 8},
                                  {"nine", 9},
                                  {"ten", 10},
                                  {"eleven", 11},
                                  {"twelve", 12},
                                  {"thirteen", 13},
                                  {"fourteen", 14},
                                  {"fifteen", 15},
                                  {"sixteen", 16},
                                  {"seventeen", 17},
                                  {"eighteen", 18},
                                  {"nineteen", 19},
                                  {"twenty", 20},
                                  {"thirty", 30},
                                  {"forty", 40},
                                  {"fourty", 40},
                                  {"fifty", 50},
                                  {"sixty", 60},
                                  {"seventy", 70},
                                  {"eighty", 80},
                                  {"ninety", 90},
                                  {"couple", 2},
                                  {"few", 3},
                                  {"several", 4},
                                  {"dozen", 12},
                                  {"un", 1},
                                  {"una", 1},
                                  {"uno", 1},
                                  {"dos", 2},
                                  {"tres", 3},
                                  {"cuatro", 4},
                                  {"cinco", 5},
                                  {"seis", 6},
                                  {"siete", 7},
                                  {"ocho", 8},
                                  {"nueve", 9},
                                  {"diez", 10},
                                  {"once", 11},
                                  {"doce", 12},
                                  {"trece", 13},
                                  {"catorce", 14},
                                  {"quince", 15},
                                  {"dieciseis", 16},
                                  {"diecisiete", 17},
                                  {"dieciocho", 18},
                                  {"diecinueve", 19},
                                  {"veinte", 20},
                                  {"veintiuno", 21},
                                  {"veintidos", 22},
                                  {"veintitres", 23},
                                  {"veinticuatro", 24},
                                  {"veinticinco", 25},
                                  {"veintiseis", 26},
                                  {"veintisiete", 27},
                                  {"veintiocho", 28},
                                  {"veintinueve", 29},
                                  {"treinta", 30},
                                  {"cuarenta", 40},
                                  {"cincuenta", 50},
                                  {"sesenta", 60},
                                  {"setenta", 70},
                                  {"ochenta", 80},
                                  {"noventa", 90},
                                  {"cien", 100},
                                  {"ciento", 100},
                                  {"doscientos", 200},
                                  {"trescientos", 300},
                                  {"cuatrocientos", 400},
                                  {"quinientos", 500},
                                  {"unas", 4},
                                  {"varias", 4},
                                  {"varios", 4},
                                  {"media", 0},
                                  {"half", 0}};

using Words = std::vector<FlagWord>;
using List = std::span<const std::string_view>;

constexpr std::string_view kDays[] = {"day", "days", "dia", "dias"};
constexpr std::string_view kWeeks[] = {"week",    "weeks", "wk",     "wks", "w",   "semana",
                                       "semanas", "sem",   "weeker", "wek", "weks"};
constexpr std::string_view kMonths[] = {"month", "months", "mo",  "mos",  "mth",
                                        "mths",  "m",      "mes", "meses"};
constexpr std::string_view kMinutes[] = {"minute", "minutes", "min",   "mins",
                                         "minuto", "minutos", "minuts"};
constexpr std::string_view kHours[] = {"hour", "hours", "hr", "hrs", "hora", "horas"};
constexpr std::string_view kDegrees[] = {"f",      "degree", "degrees", "fahrenheit",  "grado",
                                         "grados", "c",      "celsius", "centigrados", "deg"};
constexpr std::string_view kFever[] = {
    "fever",      "temp",    "temperature", "fiebre", "calentura", "temperatura", "thermometer",
    "termometro", "febrile", "feber",       "fevr",   "fiebr",     "temps"};
constexpr std::string_view kOxygen[] = {
    "oxygen",  "o2",         "spo2",     "sat",     "sats",     "saturation",  "oximeter",
    "oxigeno", "saturacion", "oximetro", "satting", "oxymeter", "oxigenacion", "ox"};
constexpr std::string_view kSugar[] = {"sugar",      "sugars",   "glucose",    "bg",     "azucar",
                                       "glucosa",    "bgl",      "glucometer", "dexcom", "libre",
                                       "glucometro", "glucemia", "cgm"};
constexpr std::string_view kPressure[] = {"pressure", "bp", "presion", "systolic"};
constexpr std::string_view kPulse[] = {"pulse", "rate", "pulso", "heartbeat",
                                       "bpm",   "hr",   "heart", "corazon"};
constexpr std::string_view kPills[] = {
    "pill",          "pills",     "tablet",   "tablets",  "tabs",     "capsules",  "caps",
    "pastilla",      "pastillas", "tabletas", "pildoras", "capsulas", "tylenol",   "tylenols",
    "advil",         "advils",    "aspirin",  "aspirins", "benadryl", "xanax",     "ibuprofen",
    "ibuprofeno",    "melatonin", "gummies",  "tramadol", "vicodin",  "oxy",       "oxys",
    "percocet",      "percocets", "percs",    "norcos",   "ativan",   "valium",    "klonopin",
    "klonopins",     "zoloft",    "excedrin", "nyquil",   "aleve",    "emojipill", "paracetamol",
    "acetaminophen", "pepas",     "seroquel", "ambien",   "xanies",   "bars",      "aspirinas",
    "pills"};
constexpr std::string_view kNotSince[] = {
    "for", "since", "past",   "last", "every", "in",    "hace",  "desde", "por",   "after",
    "en",  "each",  "within", "next", "cada",  "these", "about", "llevo", "lleva", "estos"};
constexpr std::string_view kNotAnAge[] = {
    "ago",   "pregnant", "preg", "along",      "embarazo", "embarazada", "gestation",
    "atras", "now",      "ya",   "postpartum", "pp",       "embarasada", "left"};

constexpr std::string_view kOtherUnits[] = {"mg",      "years",   "year", "yrs", "anos",
                                            "yo",      "lbs",     "am",   "pm",  "libras",
                                            "dollars", "dolares", "units"};
constexpr std::string_view kOfAYear[] = {"in",     "en",   "of",   "del",
                                         "around", "year", "back", "circa"};

bool is_one_of(std::string_view word, List list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

std::optional<int> word_value(std::string_view word) {
  const auto row = std::find_if(std::begin(kNumbers), std::end(kNumbers),
                                [&](const NumberRow& number) { return number.word == word; });
  return row == std::end(kNumbers) ? std::nullopt : std::optional(row->value);
}

struct Amount {
  double value = 0;
  std::size_t first = 0;
  std::size_t last = 0;
};

class Measuring {
 public:
  explicit Measuring(const Words& words) : x_words(words) {}

  std::vector<Measured> measure() && {
    for (std::size_t i = 0; i < x_words.size();) {
      const auto amount = amount_at(i);
      if (amount) weigh(*amount);
      i = amount ? amount->last : i + 1;
    }
    return std::move(x_found);
  }

 private:
  std::string_view word(std::size_t i) const {
    return i < x_words.size() ? std::string_view(x_words[i].text) : std::string_view();
  }
  bool any_within(std::size_t first, std::size_t last, List list) const {
    for (std::size_t i = first; i < std::min(last, x_words.size()); ++i) {
      if (is_one_of(word(i), list)) return true;
    }
    return false;
  }
  // A noun of the list shortly before the amount, or right behind it.
  bool is_about(const Amount& amount, List list, std::size_t before = 6,
                std::size_t after = 3) const {
    const std::size_t first = amount.first < before ? 0 : amount.first - before;
    return any_within(first, amount.first, list) ||
           any_within(amount.last, amount.last + after, list);
  }
  void found(std::string_view cue, const Amount& amount) {
    x_found.push_back({cue, amount.first, amount.last});
  }

  // "thirty eight point five", "treinta y nueve", "one oh one", "ciento tres y medio".
  std::optional<Amount> amount_at(std::size_t i) const {
    if (x_words[i].number) return Amount{*x_words[i].number, i, i + 1};
    const auto start = word_value(word(i));
    if (!start) return std::nullopt;
    Amount amount{static_cast<double>(*start), i, i + 1};
    if (*start == 0) amount.value = 0.5;
    join_tail(amount);
    return amount;
  }
  void join_tail(Amount& amount) const {
    if (word(amount.last) == "hundred") {
      amount.value = std::max(1.0, amount.value) * 100;
      ++amount.last;
    } else if (amount.value == 1 && word(amount.last) == "oh") {
      amount.value = 100;
      ++amount.last;
    }
    if (amount.value >= 20) join_lower(amount);
    if (amount.value >= 20) join_lower(amount);
    if (word(amount.last) == "point" || word(amount.last) == "punto") {
      if (const auto tenth = word_value(word(amount.last + 1)); tenth && *tenth < 10) {
        amount.value += *tenth / 10.0;
        amount.last += 2;
      }
    }
    // "a couple of", "half an"
    if (word(amount.last) == "couple") ++amount.last, amount.value = 2;
    if (word(amount.last) == "dozen") ++amount.last, amount.value = 12;
    if (word(amount.last) == "of" || (amount.value == 0.5 && word(amount.last) == "an"))
      ++amount.last;
  }
  void join_lower(Amount& amount) const {
    const bool joined = word(amount.last) == "and" || word(amount.last) == "y";
    const std::size_t at = amount.last + (joined ? 1 : 0);
    const auto lower = word_value(word(at));
    const double step = amount.value >= 100 ? 100 : 10;
    if (!lower || *lower < 1 || *lower >= step || word(at) == "a" || word(at) == "an") return;
    amount.value += *lower;
    amount.last = at + 1;
  }

  void weigh(const Amount& amount) {
    weigh_time(amount);
    weigh_fever(amount);
    weigh_pills(amount);
    const double value = amount.value;
    if (value >= 40 && value < 90 && !has_other_unit(amount) && is_about(amount, kOxygen))
      found("low_oxygen", amount);
    if (is_about(amount, kSugar) && !has_other_unit(amount)) weigh_sugar(amount);
    weigh_pressure(amount);
    if (value >= 130 && value <= 260 && is_about(amount, kPulse, 5, 2)) found("fast_pulse", amount);
    if (value >= 1930 && value <= 2100 && amount.first > 0 &&
        is_one_of(word(amount.first - 1), kOfAYear))
      found("old_year", amount);
  }

  void weigh_time(const Amount& amount) {
    // "3-4 weeks old", "3 to 4 weeks": the last amount has the unit.
    const std::string_view unit = word(amount.last);
    if (is_one_of(unit, kWeeks) && amount.value >= 4 && amount.value <= 43)
      found("weeks_count", amount);
    const double minutes = is_one_of(unit, kMinutes) ? amount.value
                           : is_one_of(unit, kHours) ? amount.value * 60
                                                     : 0;
    if (minutes >= 5) found("five_minutes", amount);
    if (minutes >= 10) found("ten_minutes", amount);
    if (minutes >= 6 * 60) found("hours_without", amount);
    // "hace 5 anos"; "hace 5 anos que" goes on.
    if (amount.first > 0 && word(amount.first - 1) == "hace" && word(amount.last + 1) != "que") {
      if (unit == "ano" || unit == "anos") found("old_year", amount);
      if (unit == "mes" || unit == "meses") found("old_month", amount);
    }
    if (is_age_of_weeks(amount, unit))
      found("few_weeks", {amount.value, amount.first, amount.last + 1});
  }
  bool is_age_of_weeks(const Amount& amount, std::string_view unit) const {
    const bool young = (is_one_of(unit, kDays) && amount.value < 90) ||
                       (is_one_of(unit, kWeeks) && amount.value < 13) ||
                       (is_one_of(unit, kMonths) && amount.value < 3);
    if (!young || is_one_of(word(amount.last + 1), kNotAnAge) ||
        word(amount.last + 2) == "embarazo")
      return false;
    for (std::size_t back = 1; back <= 2 && back <= amount.first; ++back) {
      if (is_one_of(word(amount.first - back), kNotSince)) return false;
    }
    return true;
  }

  void weigh_fever(const Amount& amount) {
    const double value = amount.value;
    const bool high = (value >= 100.4 && value <= 110) || (value >= 38 && value <= 43);
    const std::string_view unit = word(amount.last);
    if (unit == "%") return;
    if (!high || has_other_unit(amount)) return;
    if (is_one_of(unit, kDegrees) || is_about(amount, kFever, 7, 4) || is_tenths(amount))
      found("fever_degrees", amount);
  }
  // A figure of time, money or weight measures nothing else.
  bool has_other_unit(const Amount& amount) const {
    const std::string_view unit = word(amount.last);
    return is_one_of(unit, kWeeks) || is_one_of(unit, kDays) || is_one_of(unit, kMinutes) ||
           is_one_of(unit, kHours) || is_one_of(unit, kOtherUnits) ||
           (amount.first > 0 && word(amount.first - 1) == "$");
  }
  bool is_tenths(const Amount& amount) const {
    const std::string_view figures = word(amount.first);
    return figures.size() >= 4 && figures[figures.size() - 2] == '.';
  }

  void weigh_sugar(const Amount& amount) {
    const double value = amount.value;
    if (value >= 10 && value < 55 && word(amount.last) != "g" && word(amount.last) != "grams")
      found("low_sugar", amount);
    if (value >= 55 && value < 70) found("lowish_sugar", amount);
    if (value >= 400 && value <= 1500) found("high_sugar", amount);
    if (value >= 250 && value < 400) found("highish_sugar", amount);
  }

  // "210/120", "210 over 120", "bp 210", "presion de 80".
  void weigh_pressure(const Amount& amount) {
    const std::size_t at = amount.last;
    const bool slash = at < x_words.size() && x_words[at].before == Gap::slash;
    const std::size_t lower_at = slash                                       ? at
                                 : word(at) == "over" || word(at) == "sobre" ? at + 1
                                                                             : x_words.size();
    const double lower = lower_at < x_words.size() ? x_words[lower_at].number.value_or(0) : 0;
    const bool pair = lower >= 30 && lower <= 160 && lower < amount.value;
    if (!pair && !is_about(amount, kPressure, 4, 1)) return;
    if (amount.value >= 180 && amount.value <= 300) found("high_pressure", amount);
    if (amount.value >= 140 && amount.value <= 300) found("raised_pressure", amount);
    if (amount.value >= 50 && amount.value < 90 && (pair ? slash && lower <= 60 : true) &&
        is_about(amount, kPressure, 5, 3))
      found("low_pressure", amount);
  }

  void weigh_pills(const Amount& amount) {
    if (word(amount.last) == "mg" || word(amount.last) == "milligrams") {
      if (amount.value >= 4000) found("many_milligrams", amount);
      return;
    }
    std::size_t noun = amount.last;
    while (noun < amount.last + 4 && !is_one_of(word(noun), kPills)) ++noun;
    if (!is_one_of(word(noun), kPills)) return;
    if (amount.value >= 6) found("many_pills", amount);
    if (amount.value >= 3) found("some_pills", amount);
  }

  const Words& x_words;
  std::vector<Measured> x_found;
};

}  // namespace

std::vector<Measured> measured_in(const std::vector<FlagWord>& words) {
  return Measuring(words).measure();
}

std::span<const std::string_view> measured_cues() { return kCues; }

}  // namespace anteroom::understanding
