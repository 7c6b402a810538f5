// What the caller decides about the web server: where it listens, whom it lets in, how much it
// bears. The defaults are those of docs/wire_protocol.md; tests shorten the times.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace anteroom::web {

using Milliseconds = std::chrono::milliseconds;
using SteadyTime = std::chrono::steady_clock::time_point;

enum class LogLevel : unsigned char { debug, info, warning };
struct LogNumber {
  std::string_view name;
  std::int64_t value;
};
// An event's name and numbers; never an address, a header or a visitor's word.
using Log = std::function<void(LogLevel, std::string_view event, std::span<const LogNumber>)>;

struct HttpLimits {
  std::size_t header_bytes = 16 * 1024;
  std::size_t header_fields = 100;
  std::size_t url_bytes = 4 * 1024;
  std::size_t body_bytes = 1024 * 1024;
  std::size_t requests = 1'000;  // of one connection
  Milliseconds idle{60'000};     // between two requests of a connection
  Milliseconds header{10'000};   // from a request's first byte to the end of its header
  Milliseconds body{30'000};     // to the end of its body
  Milliseconds handler{30'000};  // until the handler has responded
  Milliseconds write{30'000};    // until the response is sent
};

// Tokens drop in at a steady rate, up to `burst`; each use takes one.
struct Rate {
  double per_second;
  double burst;
};

struct ChatLimits {
  std::size_t frame_bytes = 64 * 1024;
  Milliseconds hello{10'000};  // until the client has said hello
  Milliseconds silent{
      60'000};                // nothing heard, not even an answer to a ping (sent after half of it)
  Milliseconds close{5'000};  // handshakes, of opening and of closing
  std::size_t queued_frames = 256;  // waiting for a client that does not read
  std::size_t queued_bytes = 1024 * 1024;
  Rate frames{5, 20};            // of one conversation, however often it reconnects
  std::size_t bad_frames = 10;   // then the connection is closed
  std::size_t fast_frames = 50;  // likewise
};

// Of one visitor's address; a whole hospital may share one.
struct AddressLimits {
  std::size_t connections = 500;  // at once
  Rate connects{20, 200};
  Rate requests{50, 500};
  Rate conversations{1, 200};
  Rate frames{200, 1'000};
};

struct ServerSettings {
  std::string address = "127.0.0.1";
  std::uint16_t port = 0;  // 0: any free one; Server::port() says which
  std::string chat_path = "/chat";
  // Origins ("https://www.clinic.example") that may open a chat, besides pages of this server's own
  // host.
  std::vector<std::string> allowed_origins;
  // Peers whose X-Forwarded-For is believed.
  std::vector<std::string> trusted_proxies;
  bool https = false;  // visitors come by TLS (a proxy's): sends Strict-Transport-Security
  std::size_t connections = 10'000;
  std::size_t chats = 5'000;
  std::size_t queued_bytes = 256 * 1024 * 1024;  // waiting in all chats
  HttpLimits http;
  ChatLimits chat;
  AddressLimits address_limits;
  Milliseconds drain{5'000};               // at a stop, until what is left is cut off
  std::function<SteadyTime()> steady_now;  // needed: the room reads no clock itself
  Log log;                                 // may be empty
};

}  // namespace anteroom::web
