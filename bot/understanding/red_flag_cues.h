// The cues of the red-flag detector: one notion ("chest", "cannot", "swallowed") with the words
// that people use for it, in both languages at once. The data; cue_index.h finds them in a text,
// and red_flag_rules.h says which of them together are a sign.
//
// Wordings are parted by "|" and folded as a text is, without apostrophes. In a wording a word may
// be a choice ("lip/lips"), end in "*" for any ending, end in "?" where it may be left out; "@my"
// is a choice that has a name.
#pragma once

#include <span>
#include <string_view>

namespace anteroom::understanding {

struct Cue {
  std::string_view name;
  std::string_view wordings;
};

std::span<const Cue> red_flag_cues();          // of signs
std::span<const Cue> red_flag_scope_cues();    // of what holds a sign back
std::span<const Cue> red_flag_word_choices();  // "@my"

}  // namespace anteroom::understanding
