// What the cues of a message (red_flag_cues.h) tell the model beside the rules: each cue, and each
// two that stand close together. So the model learns from "chest" what it then knows of every word
// for it, in both languages.
#pragma once

#include "bot/understanding/classifier/features.h"
#include "bot/understanding/cue_rule.h"

namespace anteroom::understanding {

classifier::Keys hints_of(const CuedText& text);

}  // namespace anteroom::understanding
