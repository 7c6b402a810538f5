// The fields that listen to every text unasked, and how what they hear is put together: at most one
// value a field, no words taken twice, corrections marked.
#pragma once

#include <vector>

#include "bot/understanding/field_kinds.h"

namespace anteroom::understanding {

class Listeners {
 public:
  explicit Listeners(const Dictionary& dictionary);

  // Adds to the reading what the fields hear in the text beside the pending question's answer,
  // which is there already.
  void listen(const Heard& heard, const Expectation& expectation, Date today,
              Reading& reading) const;

 private:
  struct Listener {
    FieldIndex field;
    const HearingRow* hearing;
  };
  const Dictionary& x_dictionary;
  std::vector<Listener> x_listeners;  // the surest kinds first: they take their words before others
};

// Marks the values that a text puts right: "actually ...", "no, ...", "... instead".
void mark_corrections(const Heard& heard, bool asked_yes_no, std::vector<Slot>& slots);

// Whether the text asks something that its values do not explain.
bool asks_something(const Heard& heard, const Reading& reading);

}  // namespace anteroom::understanding
