// Whether a text ends the messages: a keyword alone (STOP, ALTO), or a phrase that any reasonable
// person reads as a refusal (47 CFR 64.1200(a)(10)), in every language, whatever the bot was
// asking.
#pragma once

#include "bot/understanding/heard.h"

namespace anteroom::understanding {

bool is_opt_out(const Heard& heard);

}  // namespace anteroom::understanding
