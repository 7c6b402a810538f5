// The web server: HTTP and the chat's WebSocket on one port, on the thread that runs the io_context
// given. The caller fills a table of routes and implements the ChatPort; both must outlive the
// server's last connection, that is the end of stop(). It knows nothing of practices, cases or
// stores, and logs no word of a visitor.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>

#include "base/result.h"
#include "channels/web/chat_port.h"
#include "channels/web/refusals.h"
#include "channels/web/routes.h"
#include "channels/web/settings.h"

namespace boost::asio {
class io_context;
}

namespace anteroom::web {

struct ServerCounts {
  std::uint64_t connections = 0;  // open now, chats among them
  std::uint64_t chats = 0;        // open now
  std::uint64_t accepted = 0;     // the rest: since the start
  std::uint64_t requests = 0;
  std::uint64_t frames_in = 0;
  std::uint64_t frames_out = 0;
  RefusalCounts refused{};  // by Refusal
};

class Hub;

class Server {
 public:
  // Listens and accepts from now on (as soon as the io_context runs). Fails on an address that is
  // none, or is taken.
  static Result<std::unique_ptr<Server>> listen(boost::asio::io_context& io,
                                                ServerSettings settings, Routes routes,
                                                ChatPort& chat);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::uint16_t port() const { return x_port; }
  const ServerCounts& counts() const;

  // Accepts no more, closes the chats with 1001, lets running requests end, and calls `done` when
  // nobody is left, at the latest a little after settings.drain. On the io_context's thread, as all
  // the rest.
  void stop(std::function<void()> done);

 private:
  class Listener;
  Server(std::shared_ptr<Hub> hub, std::shared_ptr<Listener> listener, std::uint16_t port);

  std::shared_ptr<Hub> x_hub;
  std::shared_ptr<Listener> x_listener;
  std::uint16_t x_port;
};

}  // namespace anteroom::web
