// What the connections of one server share: settings, routes, the chat port, counts, and the list
// of who is here, so that a stop can ask each to leave and cut off those that do not. Lives on the
// io_context's thread.
#pragma once

#include <functional>
#include <initializer_list>
#include <memory>
#include <string>
#include <unordered_set>
#include <vector>

#include "channels/web/address.h"
#include "channels/web/asio_types.h"
#include "channels/web/chat_port.h"
#include "channels/web/rates.h"
#include "channels/web/routes.h"
#include "channels/web/server.h"

namespace anteroom::web {

class OpenConnection {
 public:
  virtual ~OpenConnection() = default;
  virtual void wind_down() = 0;  // end what is under way, then close
  virtual void cut() = 0;        // close now
};

using AddressTable = LeaseTable<Address, AddressUse, AddressHash>;
using ConversationTable = LeaseTable<std::string, TokenBucket>;

// A number is one higher while this lives.
class Held {
 public:
  Held() = default;
  explicit Held(std::size_t& number) : x_number(&number) { ++number; }
  Held(Held&& other) noexcept : x_number(std::exchange(other.x_number, nullptr)) {}
  Held& operator=(Held&&) = delete;
  ~Held() {
    if (x_number) --*x_number;
  }

 private:
  std::size_t* x_number = nullptr;
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
  bool full() const { return x_here.size() - turning_away >= settings.connections; }
  bool trusts(const Address& peer) const;
  // Counted, and logged every ten seconds at most.
  void refuse(Refusal reason);
  void log(LogLevel level, std::string_view event, std::initializer_list<LogNumber> numbers) const;

  const ServerSettings settings;
  const Routes routes;
  ChatPort& chat;
  ServerCounts counts;
  AddressTable addresses;           // an entry's leases are its open connections
  ConversationTable conversations;  // of open and just closed chats
  std::size_t turning_away = 0;     // connections that are here only to be told no
  std::size_t queued_bytes = 0;     // in all chats
  bool told_of_proxy = false;       // that somebody forwards and is not trusted

 private:
  void finish_stop();
  void report_refusals();

  std::unordered_set<OpenConnection*> x_here;
  std::vector<AddressBlock> x_proxies;
  RefusalCounts x_reported{};
  Timer x_report;
  bool x_reporting = false;
  bool x_stopping = false;
  Timer x_drain;
  std::function<void()> x_done;
};

}  // namespace anteroom::web
