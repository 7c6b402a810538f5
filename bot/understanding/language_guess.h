// The language of one text by its small words; empty where it is too short to tell.
#pragma once

#include <string>

#include "bot/understanding/heard.h"

namespace anteroom::understanding {

std::string guess_language(const Heard& heard);

}  // namespace anteroom::understanding
