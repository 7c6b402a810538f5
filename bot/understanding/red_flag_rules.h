// Which cues together are a sign of an emergency, by group: the data. A rule is a row of cues with
// how they stand to each other:
//   a|b       either of them
//   a >3 b    b behind a, at most three words between, in the same clause
//   a ~6 b    the same in either order
//   a & b     both anywhere in the message
//   a -b      and no b anywhere in the message
// Each cue stands to the one before it. Groups are those of ACEP, AAP, CDC "Hear Her" and AHA
// guidance; "idiom" rules name turns of speech that only sound like a sign.
#pragma once

#include <span>
#include <string_view>

namespace anteroom::understanding {

struct RedFlagRule {
  std::string_view group;
  std::string_view rule;
};

std::span<const RedFlagRule> red_flag_rules();
std::span<const RedFlagRule> red_flag_idioms();

}  // namespace anteroom::understanding
