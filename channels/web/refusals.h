// Why the server turned somebody away: the reasons that it counts and logs, and how each is said,
// by HTTP and by a WebSocket's close. Pure.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "channels/web/chat_port.h"
#include "channels/web/http.h"

namespace anteroom::web {

enum class Refusal : unsigned char {
  full,           // connections or chats in all
  unanswered,     // so many were being turned away that this one got no answer
  address_full,   // connections of an address
  fast_connects,  // likewise these
  fast_requests,
  fast_conversations,
  fast_frames,  // of an address or a conversation
  bad_request,  // no HTTP, or doubtful
  large_request,
  slow_request,  // its header or body, or the reading of the answer
  wrong_origin,  // or subprotocol
  bad_frame,
  no_hello,
  slow_reader,  // more waits for it than may
};
inline constexpr std::size_t kRefusals = 14;
using RefusalCounts = std::array<std::uint64_t, kRefusals>;

std::string_view event_of(Refusal reason);  // "refused_full": the log's event
std::string_view to_text(Refusal reason);   // "full": a metric's label

// A connection, request or chat that is over a limit.
struct TurnedAway {
  Refusal reason = Refusal::full;
  int retry_after = 0;  // seconds
};
Response response_to(const TurnedAway& away);
CloseCode close_code_of(const TurnedAway& away);

}  // namespace anteroom::web
