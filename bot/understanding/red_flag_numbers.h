// What the figures in a text measure, as cues of the red-flag detector: an age of a few weeks, a
// fever in degrees, too little oxygen or sugar, minutes of a seizure, a number of pills. Figures or
// words, English or Spanish. Pure; a figure without its unit or its noun measures nothing.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "bot/understanding/red_flag_words.h"

namespace anteroom::understanding {

struct Measured {  // what words [first, last) measure
  std::string_view cue;
  std::size_t first = 0;
  std::size_t last = 0;
};

std::vector<Measured> measured_in(const std::vector<FlagWord>& words);
std::span<const std::string_view> measured_cues();  // every cue that may be measured

}  // namespace anteroom::understanding
