// What a field kind finds in a text: values with their places, or why the text is no answer.
#pragma once

#include <string_view>
#include <vector>

#include "base/moment.h"
#include "base/reading.h"
#include "bot/understanding/heard.h"
#include "bot/understanding/understand.h"

namespace anteroom::understanding {

// A text, the field it may give a value to, and the day it was written on.
struct Listening {
  const Heard& heard;
  const Field& field;
  FieldIndex index = 0;
  const Expectation& expectation;
  Date today;
  bool asked = false;  // the field is the one that the bot waits for
  const Dictionary& dictionary;
};

struct Answer {
  std::vector<Slot> slots;   // one, when it is an answer
  std::string_view invalid;  // else the reason

  static Answer no(std::string_view reason) { return {{}, reason}; }
  static Answer yes(Slot slot);
};

inline Answer Answer::yes(Slot slot) {
  Answer answer;
  answer.slots.push_back(std::move(slot));
  return answer;
}

// A slot at these words of the text.
inline Slot slot_at(const Listening& listening, WordSpan words, Value value, double confidence) {
  const auto [begin, end] = listening.heard.span(words);
  return {listening.field.id, std::move(value), confidence, begin, end, false, false};
}

}  // namespace anteroom::understanding
