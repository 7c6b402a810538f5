// What the cues of a message (red_flag_cues.h) tell the models beside the rules. So a model learns
// from "chest" what it then knows of every word for it, in both languages. (Pairs of cues that stand
// close together were tried: twice the time to learn, nothing more found.)
#pragma once

#include "bot/understanding/classifier/features.h"
#include "bot/understanding/cue_rule.h"

namespace anteroom::understanding {

classifier::Keys hints_of(const CuedText& text);

}  // namespace anteroom::understanding
