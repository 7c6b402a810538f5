// One conversation without a network: `chat` and the player of conversation tests talk through
// this. Between any two turns the case is stored and read back, so that whatever a turn forgets to
// store shows.
#pragma once

#include <memory>
#include <string>
#include <variant>

#include "bot/turn/take_turn.h"
#include "store/store.h"

namespace anteroom::bot {

class Talk {
 public:
  Talk(std::shared_ptr<const turn::Practice> practice, Channel channel, std::string language);

  using Body = decltype(Inbound::body);
  Result<turn::Turn> take(Body body, Moment at);
  const Inbound& last_inbound() const { return x_last; }
  const turn::Practice& practice() const { return *x_practice; }

 private:
  std::shared_ptr<const turn::Practice> x_practice;
  std::unique_ptr<store::Store> x_store;
  Channel x_channel;
  std::string x_language;
  Inbound x_last;
  int x_taken = 0;
};

}  // namespace anteroom::bot
