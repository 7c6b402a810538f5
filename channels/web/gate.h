// The manners of one chat connection, without its socket: hello comes first, only after the welcome
// come other frames, not too many at once, not too many bad ones. The connection asks it about each
// text that arrives and tells it what it sends. Pure: time is an argument.
#pragma once

#include <optional>
#include <string_view>

#include "channels/web/chat_port.h"
#include "channels/web/frames.h"
#include "channels/web/settings.h"

namespace anteroom::web {

// What to do about one text: pass a frame on, or answer with an error and perhaps close.
struct Verdict {
  std::optional<ClientFrame> frame;
  std::optional<ErrorFrame> error;
  std::optional<CloseCode> close;
};

class TokenBucket {
 public:
  TokenBucket(const Rate& rate, SteadyTime now);
  bool take(SteadyTime now);

 private:
  Rate x_rate;
  double x_tokens;
  SteadyTime x_last;
};

class Gate {
 public:
  Gate(const ChatLimits& limits, SteadyTime now);

  Verdict take(std::string_view bytes, SteadyTime now);
  void sent(const ServerFrame& frame);

  bool awaits_hello() const { return x_stage == Stage::closed; }

 private:
  enum class Stage : unsigned char { closed, opening, open };

  Verdict refuse(ErrorFrame error);
  Verdict refuse_fast(std::string_view bytes);
  Verdict admit(ClientFrame frame);

  const ChatLimits& x_limits;
  TokenBucket x_bucket;
  Stage x_stage = Stage::closed;
  std::size_t x_bad = 0;
  std::size_t x_fast = 0;
};

}  // namespace anteroom::web
