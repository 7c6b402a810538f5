// Where the web channel meets the bot. The server calls a ChatPort, which the bot implements, with
// what the clients say; the bot answers by the ChatConnection. All of it happens on the thread that
// runs the server's io_context, and nothing here blocks: who works on other threads posts back. The
// server sees to it that frames come in order, checked, after hello.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "channels/web/frames.h"

namespace anteroom::web {

// Close codes of docs/wire_protocol.md.
enum class CloseCode : std::uint16_t {
  going_away = 1001,
  text_only = 1003,
  internal = 1011,
  full = 1013,
  bad_frame = 4400,
  hello_first = 4401,
  hello_late = 4408,
  replaced = 4409,
  too_fast = 4429,
};
std::string_view to_text(CloseCode code);  // the reason that goes with it

class ChatConnection {
 public:
  virtual ~ChatConnection() = default;

  // Queued, sent in order. A Welcome opens the connection for messages; a no_conversation makes it
  // wait for another hello. After the connection has closed this does nothing.
  virtual void send(const ServerFrame& frame) = 0;
  // Sends what is queued, then closes.
  virtual void close(CloseCode code) = 0;
  virtual std::string remote_address() const = 0;
};

class ChatPort {
 public:
  virtual ~ChatPort() = default;

  // A client opens or resumes. To be answered by a Welcome, now or later, or by no_conversation
  // (another hello may follow).
  virtual void hello(std::shared_ptr<ChatConnection> connection, Hello hello) = 0;
  // After the welcome: Message, Choose, Event, Typing or Ack, never Hello.
  virtual void frame(const std::shared_ptr<ChatConnection>& connection, ClientFrame frame) = 0;
  // Once for each connection that said hello; the last thing heard of it.
  virtual void closed(const std::shared_ptr<ChatConnection>& connection) = 0;
};

}  // namespace anteroom::web
