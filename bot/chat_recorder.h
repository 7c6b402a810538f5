// Makes a conversation test from a chat: what was said, and what was known, asked and handed off
// after it. `anteroom chat --record`.
#pragma once

#include <string>

#include "base/inbound.h"
#include "bot/turn/take_turn.h"

namespace anteroom::bot {

class ChatRecorder {
 public:
  explicit ChatRecorder(std::string language) : x_language(std::move(language)) {}

  void add(const Inbound& inbound, const turn::Turn& turn);
  std::string yaml() const;

 private:
  std::string x_language;
  std::string x_turns;
  std::string x_handoff;  // the queue, once there is one
  Case x_before;
  Moment x_begin{};
  Moment x_played{};  // when the player takes the last turn
};

}  // namespace anteroom::bot
