// What a visitor asks of the bot itself: back, skip, help, a person, another language. A control is
// the whole message but for words that only fill; a few are clear enough to be heard inside a
// longer one.
#pragma once

#include <string>

#include "base/reading.h"
#include "bot/understanding/heard.h"

namespace anteroom::understanding {

struct ControlHeard {
  Control control = Control::none;
  std::string argument;  // the language asked for
};

ControlHeard find_control(const Heard& heard);
// "Not sure" at the beginning of a text that answers nothing.
bool is_not_sure(const Heard& heard);

}  // namespace anteroom::understanding
