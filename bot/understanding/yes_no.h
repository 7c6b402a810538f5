// Yes and no in all languages at once.
#pragma once

#include <optional>

#include "bot/understanding/heard.h"

namespace anteroom::understanding {

// A text that says yes or no and nothing else; unset where it says both.
std::optional<bool> plain_yes_no(const Heard& heard);
// A text that begins with yes or no, and may go on.
std::optional<bool> leading_yes_no(const Heard& heard);
// For a consent: a no may go on, a yes must be plain.
std::optional<bool> clear_yes_no(const Heard& heard);

}  // namespace anteroom::understanding
