// The manners of one chat connection, without its socket: hello comes first, only after the welcome
// come other frames, not too many at once, not too many bad ones. The connection asks it about each
// text that arrives and tells it what it sends. Pure: time is an argument.
#pragma once

#include <optional>
#include <string_view>

#include "channels/web/chat_port.h"
#include "channels/web/frames.h"
#include "channels/web/rates.h"
#include "channels/web/settings.h"

namespace anteroom::web {

// What to do about one text: pass a frame on, or answer with an error and perhaps close.
struct Verdict {
  std::optional<ClientFrame> frame;
  std::optional<ErrorFrame> error;
  std::optional<CloseCode> close;
};

class Gate {
 public:
  // `address` counts the frames of all chats of the visitor's address.
  Gate(const ChatLimits& limits, Meter address);
  Gate(const Gate&) = delete;
  Gate& operator=(const Gate&) = delete;

  Verdict take(std::string_view bytes, SteadyTime now);
  // A ping or pong counts as a frame; what it says is to close.
  std::optional<CloseCode> take_control(SteadyTime now);
  void sent(const ServerFrame& frame);
  // From now on frames count for this conversation, the hello that opened it included.
  void count_for(TokenBucket& conversation, SteadyTime now);

  bool awaits_hello() const { return x_stage == Stage::closed; }

 private:
  enum class Stage : unsigned char { closed, opening, open };

  Verdict refuse(ErrorFrame error);
  Verdict refuse_fast(std::string_view bytes);
  bool has_token(SteadyTime now);
  int retry_after() const;
  Verdict admit(ClientFrame frame);

  const ChatLimits& x_limits;
  Meter x_address;
  TokenBucket x_own;  // until the conversation is known
  TokenBucket* x_frames = &x_own;
  Stage x_stage = Stage::closed;
  std::size_t x_bad = 0;
  std::size_t x_fast = 0;
};

}  // namespace anteroom::web
