// An age as it stands in a text: "4 months", "34yo", "newborn", or only the number. Said by age.cc,
// used by it and by whoever asks which person is meant. Never says whose age it is, or whether a
// number alone is one.
#pragma once

#include <optional>

#include "base/value.h"
#include "bot/understanding/heard.h"

namespace anteroom::understanding {

struct AgeSaid {
  Age age;
  WordSpan words;
  bool says_age = false;  // "years old", not just "years"
  bool has_unit = false;
};

std::optional<AgeSaid> age_at(const Heard& heard, std::size_t i);

}  // namespace anteroom::understanding
