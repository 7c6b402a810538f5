// Every day and span that a text names: "tomorrow", "el martes", "3/4", "15 de marzo", "in 10
// days", "from Monday to Wednesday". Timing, date and urgency each take from these what they need.
#pragma once

#include <string_view>
#include <vector>

#include "bot/understanding/found.h"

namespace anteroom::understanding {

struct TimeMention {
  enum class Sort : std::uint8_t {
    day,    // a day, or days from one to another
    span,   // this week, next month, ...
    vague,  // as soon as possible, any time
  };
  WordSpan words;
  Timing days{};
  Sort sort = Sort::day;
  std::string_view urgency;  // what it says about how soon
  bool year_given = false;
  bool past = false;             // "last friday", "since monday"
  bool only_when_asked = false;  // "sat", "may": other words, too
};

// In the order of the text, without those that are turned down ("not tomorrow").
std::vector<TimeMention> time_mentions(const Heard& heard, Date today, bool asked);

std::string_view urgency_in(int days);  // how soon a day so far away is

}  // namespace anteroom::understanding
