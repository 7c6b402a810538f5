// The signs of emergencies in lay words, by group, as patterns on folded text (lower case, no
// accents). Data only; red_flags.cc decides. Groups are those of ACEP, AAP, CDC "Hear Her" and AHA
// guidance; the order of groups is the order in which one is named when several are found.
#pragma once

#include <span>
#include <string_view>

namespace anteroom::understanding {

struct RedFlagPattern {
  std::string_view group;
  std::string_view pattern;  // RE2
};

std::span<const RedFlagPattern> red_flag_patterns();

// Turns of speech that only sound like an emergency: "that bill gave me a heart attack".
std::span<const std::string_view> red_flag_idioms();

}  // namespace anteroom::understanding
