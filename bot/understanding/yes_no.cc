#include "bot/understanding/yes_no.h"

#include "bot/understanding/field_kinds.h"
#include "bot/understanding/places.h"

namespace anteroom::understanding {
namespace {

const Hit* longest_at(const Heard& heard, std::size_t i) {
  const Hit* yes = heard.any_at(i, Means::yes);
  const Hit* no = heard.any_at(i, Means::no);
  if (!yes || !no) return yes ? yes : no;
  return yes->size() > no->size() ? yes : no;
}

// The first word that does not only greet or thank; "so" and "that" may begin a yes or a no.
std::size_t first_word(const Heard& heard) {
  std::size_t i = 0;
  while (i < heard.size() && heard.fills(i) && !longest_at(heard, i)) ++i;
  return i;
}

// The yes or no that a text begins with; "not sure" begins like a no, and is none.
const Hit* leading(const Heard& heard) {
  const std::size_t i = first_word(heard);
  if (i == heard.size()) return nullptr;
  const Hit* hit = longest_at(heard, i);
  const Hit* unsure = heard.any_at(i, Means::not_sure);
  return hit && unsure && unsure->size() > hit->size() ? nullptr : hit;
}

}  // namespace

std::optional<bool> plain_yes_no(const Heard& heard) {
  if (heard.symbol(Means::yes)) return true;
  if (heard.symbol(Means::no)) return false;
  std::optional<bool> said;
  for (std::size_t i = 0; i < heard.size();) {
    const Hit* hit = longest_at(heard, i);
    if (!hit) {
      if (!heard.fills(i)) return std::nullopt;
      ++i;
      continue;
    }
    const bool yes = hit->meaning->means == Means::yes;
    // "No, that's fine" is a no; "yes, no" is nothing.
    if (said && *said != yes && *said) return std::nullopt;
    if (!said) said = yes;
    i = hit->last;
  }
  return said;
}

std::optional<bool> leading_yes_no(const Heard& heard) {
  if (const auto plain = plain_yes_no(heard)) return plain;
  const Hit* hit = leading(heard);
  if (!hit) return std::nullopt;
  return hit->meaning->means == Means::yes;
}

std::optional<bool> clear_yes_no(const Heard& heard) {
  if (const auto plain = plain_yes_no(heard)) return plain;
  const auto said = leading_yes_no(heard);
  return said == false ? said : std::nullopt;
}

Answer answer_yes_no(const Listening& listening) {
  const auto said = leading_yes_no(listening.heard);
  if (said) {
    const Hit* hit = leading(listening.heard);
    if (listening.heard.size() == 0) {  // a symbol
      return Answer::yes(
          {listening.field.id, *said, 1.0, 0, listening.heard.original().size(), false, false});
    }
    return Answer::yes(slot_at(
        listening, hit ? WordSpan{hit->first, hit->last} : WordSpan{0, listening.heard.size()},
        *said, 1.0));
  }
  const auto places = places_in_list(listening.heard);
  const bool one_of_two = places.size() == 1 && places.front() <= 2;
  if (!one_of_two) return Answer::no("not_yes_no");
  return Answer::yes(slot_at(listening, {0, listening.heard.size()}, places.front() == 1, 1.0));
}

}  // namespace anteroom::understanding
