#include "bot/understanding/places.h"

#include <algorithm>
#include <charconv>

namespace anteroom::understanding {
namespace {

struct Piece {
  std::size_t length = 0;   // in words
  std::size_t ordinal = 0;  // "second"
  std::size_t number = 0;   // "2", "two"
};

// What stands at word i, if it can be part of such an answer.
std::optional<Piece> piece_at(const Heard& heard, std::size_t i) {
  if (const Hit* hit = heard.any_at(i, Means::ordinal))
    return Piece{hit->size(), hit->meaning->a, 0};
  if (const auto digits = digits_of(heard.word(i))) {
    if (*digits <= 0) return std::nullopt;
    return Piece{1, 0, static_cast<std::size_t>(*digits)};
  }
  if (const Hit* hit = heard.any_at(i, Means::number))
    return Piece{hit->size(), 0, hit->meaning->a};
  if (const Hit* hit = heard.any_at(i, Means::option)) return Piece{hit->size(), 0, 0};
  if (heard.any_at(i, Means::joiner) || heard.fills(i)) return Piece{1, 0, 0};
  return std::nullopt;
}

}  // namespace

std::optional<int> digits_of(std::string_view word) {
  int number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error != std::errc() || end != word.data() + word.size()) return std::nullopt;
  return number;
}

std::vector<std::size_t> places_in_list(const Heard& heard) {
  std::vector<std::size_t> ordinals, numbers;
  for (std::size_t i = 0; i < heard.size();) {
    const auto piece = piece_at(heard, i);
    if (!piece) return {};
    if (piece->ordinal > 0) ordinals.push_back(piece->ordinal);
    if (piece->number > 0) numbers.push_back(piece->number);
    i += piece->length;
  }
  // In "the second one" the "one" is no number.
  return ordinals.empty() ? numbers : ordinals;
}

}  // namespace anteroom::understanding
