// ZIP codes: five digits (of ZIP+4 the first five) that are no house number and no sum of money.
#include <algorithm>
#include <array>

#include "bot/understanding/field_kinds.h"

namespace anteroom::understanding {
namespace {

constexpr std::size_t kDigits = 5;
constexpr double kUnasked = 0.9;
constexpr std::size_t kStreetReach = 4;  // words of a street's name

// As the Postal Service abbreviates them, and as people say them in both languages.
constexpr std::array<std::string_view, 27> kStreets = {
    "st",   "street", "ave", "avenue", "av",      "blvd",  "boulevard", "rd",  "road",
    "dr",   "drive",  "ln",  "lane",   "way",     "ct",    "court",     "pl",  "place",
    "pkwy", "hwy",    "cir", "ter",    "terrace", "calle", "avenida",   "apt", "suite"};
constexpr std::array<std::string_view, 7> kMoney = {"dollars", "dollar", "bucks", "usd",
                                                    "dolares", "dolar",  "pesos"};
constexpr std::array<std::string_view, 10> kNumbers = {
    "box", "id", "member", "policy", "account", "invoice", "numero", "cuenta", "poliza", "factura"};

template <std::size_t kSize>
bool is_one_of(std::string_view word, const std::array<std::string_view, kSize>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_digits(std::string_view word, std::size_t count) {
  return word.size() == count &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Digits that hang together with others are a part of something else: 94612-555, 1.94612, $94612,
// 94612.50.
bool stands_alone(const Heard& heard, std::size_t i) {
  const std::string_view before = heard.gap_before(i), after = heard.gap_before(i + 1);
  const bool joined_before = i > 0 && before.size() == 1 && before != " ";
  const bool money = before.find_first_of("$#") != std::string_view::npos;
  const bool joined_after = i + 1 < heard.size() && after.size() == 1 && after != " " &&
                            after != "," && heard.word(i + 1).find_first_of("0123456789") == 0;
  const bool plus_four = joined_after && after == "-" && is_digits(heard.word(i + 1), 4);
  return !joined_before && !money && (!joined_after || plus_four);
}

bool begins_address(const Heard& heard, std::size_t i) {
  for (std::size_t j = i + 1; j < heard.size() && j <= i + kStreetReach && heard.same_clause(i, j);
       ++j) {
    if (is_one_of(heard.word(j), kStreets)) return true;
  }
  // "Calle Real 12345"
  const bool spanish = i > 1 && heard.same_clause(i - 2, i) &&
                       (heard.word(i - 2) == "calle" || heard.word(i - 2) == "avenida");
  return spanish ||
         (i > 0 && is_one_of(heard.word(i - 1), kStreets) && heard.same_clause(i - 1, i));
}

bool is_other_number(const Heard& heard, std::size_t i) {
  const bool money = i + 1 < heard.size() && is_one_of(heard.word(i + 1), kMoney);
  return money || (i > 0 && is_one_of(heard.word(i - 1), kNumbers));
}

Slot zip_at(const Listening& listening, std::size_t i, double confidence) {
  const bool plus_four = i + 1 < listening.heard.size() && listening.heard.gap_before(i + 1) == "-";
  return slot_at(listening, {i, i + (plus_four ? 2 : 1)}, std::string(listening.heard.word(i)),
                 confidence);
}

// A bare "12345" where another number was asked for is that number, and wrong.
bool answers_another_number(const Listening& listening) {
  const Field* asked = listening.asked ? nullptr : listening.expectation.field;
  return asked && (asked->kind == FieldKind::phone || asked->kind == FieldKind::number ||
                   asked->kind == FieldKind::age);
}

std::vector<Slot> find_zip_beside(const Listening& listening) {
  const Heard& heard = listening.heard;
  for (std::size_t i = 0; i < heard.size(); ++i) {
    if (!is_digits(heard.word(i), kDigits) || !stands_alone(heard, i)) continue;
    if (begins_address(heard, i) || is_other_number(heard, i)) continue;
    return {zip_at(listening, i, kUnasked)};
  }
  return {};
}

}  // namespace

std::vector<Slot> find_zip(const Listening& listening) {
  auto found = find_zip_beside(listening);
  if (found.empty() || !answers_another_number(listening)) return found;
  const Slot& zip = found.front();
  if (listening.heard.only_filler_beside(listening.heard.words_in(zip.begin, zip.end))) return {};
  return found;
}

Answer answer_zip(const Listening& listening) {
  if (auto found = find_zip(listening); !found.empty()) {
    found.front().confidence = 1.0;
    return {std::move(found), {}};
  }
  for (std::size_t i = 0; i < listening.heard.size(); ++i) {
    if (is_digits(listening.heard.word(i), kDigits) && stands_alone(listening.heard, i))
      return Answer::yes(zip_at(listening, i, kUnasked));
  }
  return Answer::no("not_a_zip");
}

}  // namespace anteroom::understanding
