// Numbers: digits ("1,200", "2.5") or words, one in the text.
#include <cstdlib>
#include <optional>

#include "bot/understanding/field_kinds.h"
#include "bot/understanding/places.h"

namespace anteroom::understanding {
namespace {

struct Found {
  double value = 0;
  WordSpan words;
};

constexpr std::size_t kMostDigits = 12;  // longer ones are account numbers

bool is_digits(std::string_view word) {
  return word.size() <= kMostDigits &&
         word.find_first_not_of("0123456789") == std::string_view::npos;
}

// "1,200" and "2.5" are one number: digits joined by a comma before three more, or by a point.
bool goes_on(const Heard& heard, std::size_t i) {
  if (i + 1 >= heard.size() || !is_digits(heard.word(i + 1))) return false;
  const std::string_view gap = heard.gap_before(i + 1);
  return (gap == "," && heard.word(i + 1).size() == 3) || gap == ".";
}

Found digits_at(const Heard& heard, std::size_t i) {
  Found found{0, {i, i + 1}};
  std::string digits(heard.word(i));
  for (; digits.size() < kMostDigits && goes_on(heard, found.words.last - 1); ++found.words.last) {
    if (heard.gap_before(found.words.last) == ".") digits += '.';
    digits += heard.word(found.words.last);
  }
  found.value = std::strtod(digits.c_str(), nullptr);
  const std::string_view before = heard.gap_before(i);
  const bool minus =
      before.ends_with('-') && (before.size() == 1 ? i == 0 : before[before.size() - 2] == ' ');
  if (minus) found.value = -found.value;
  return found;
}

std::optional<Found> number_at(const Heard& heard, std::size_t i) {
  if (is_digits(heard.word(i))) return digits_at(heard, i);
  if (heard.any_at(i, Means::vague_number)) return std::nullopt;
  const Hit* hit = heard.at(i, Means::number);
  if (!hit) return std::nullopt;
  return Found{static_cast<double>(hit->meaning->a), {hit->first, hit->last}};
}

}  // namespace

Answer answer_number(const Listening& listening) {
  std::optional<Found> found;
  for (std::size_t i = 0; i < listening.heard.size();) {
    const auto number = number_at(listening.heard, i);
    if (number && found && number->value != found->value)
      return Answer::no("not_a_number");  // two of them: which one?
    if (number && !found) found = number;
    i = number ? number->words.last : i + 1;
  }
  if (!found) return Answer::no("not_a_number");
  const Field& field = listening.field;
  if ((field.least && found->value < *field.least) || (field.most && found->value > *field.most))
    return Answer::no("out_of_range");
  return Answer::yes(slot_at(listening, found->words, found->value, 1.0));
}

}  // namespace anteroom::understanding
