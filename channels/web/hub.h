// What the connections of one server share: settings, routes, the chat port, counts, and the list
// of who is here, so that a stop can ask each to leave and cut off those that do not. Lives on the
// io_context's thread.
#pragma once

#include <functional>
#include <initializer_list>
#include <memory>
#include <unordered_set>

#include "channels/web/asio_types.h"
#include "channels/web/chat_port.h"
#include "channels/web/routes.h"
#include "channels/web/server.h"

namespace anteroom::web {

class OpenConnection {
 public:
  virtual ~OpenConnection() = default;
  virtual void wind_down() = 0;  // end what is under way, then close
  virtual void cut() = 0;        // close now
};

class Hub {
 public:
  Hub(asio::io_context& io, ServerSettings settings, Routes routes, ChatPort& chat);

  // Entered for as long as it lives: it stands in the frame of the coroutine that serves the
  // connection.
  class Guest {
   public:
    Guest(std::shared_ptr<Hub> hub, OpenConnection& connection);
    ~Guest();
    Guest(const Guest&) = delete;
    Guest& operator=(const Guest&) = delete;

   private:
    std::shared_ptr<Hub> x_hub;
    OpenConnection& x_connection;
  };

  void stop(std::function<void()> done);
  bool stopping() const { return x_stopping; }
  bool full() const { return x_here.size() >= settings.connections; }
  void log(LogLevel level, std::string_view event, std::initializer_list<LogNumber> numbers) const;

  const ServerSettings settings;
  const Routes routes;
  ChatPort& chat;
  ServerCounts counts;

 private:
  void finish_stop();

  std::unordered_set<OpenConnection*> x_here;
  bool x_stopping = false;
  Timer x_drain;
  std::function<void()> x_done;
};

}  // namespace anteroom::web
