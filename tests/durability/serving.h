// `anteroom serve` on the example practice, as often as a test wants it: started on the same store,
// ended by a signal, started again. Keeps what all of them said.
#pragma once

#include <memory>
#include <string>

#include "tests/support/server.h"

namespace anteroom::durability {

inline const std::string kPractice = "flows/practices/lakeside";

class Serving {
 public:
  explicit Serving(std::string store_address) : x_store(std::move(store_address)) {}

  void start();  // returns when it listens
  bool is_on() const { return x_server != nullptr; }
  std::uint16_t port() const { return x_port; }  // also of the last one, where none is on
  void listen() {
    if (x_server) x_server->listen();
  }
  bool has_ended() { return x_server->has_ended(); }
  void signal(int number) { x_server->signal(number); }
  // How it ended; -n by signal n.
  int end_by(int signal_number);
  const std::string& told() const { return x_told; }  // by those that have ended

 private:
  std::string x_store;
  std::unique_ptr<testing::Server> x_server;
  std::uint16_t x_port = 0;
  std::string x_told;
};

}  // namespace anteroom::durability
