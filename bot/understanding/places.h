// "2", "2.", "option 2", "the second one", "1 and 3": places in the list of choices that a question
// offers.
#pragma once

#include <optional>
#include <vector>

#include "bot/understanding/heard.h"

namespace anteroom::understanding {

// Counted from 1; empty where the text says anything else besides.
std::vector<std::size_t> places_in_list(const Heard& heard);

// A whole number in digits; nullopt where the word is none or is too large to matter.
std::optional<int> digits_of(std::string_view word);

}  // namespace anteroom::understanding
