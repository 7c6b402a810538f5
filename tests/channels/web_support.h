// A real server on loopback for the web tests: it runs in its own thread, with a bot that echoes.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "channels/web/server.h"
#include "tests/support/web_clients.h"

namespace web_tests {

using namespace anteroom::web;

// One ```json block of docs/wire_protocol.md; `label` is what follows "json" in its first line.
struct WireExample {
  std::string label;
  std::string text;
  int line = 0;
};
std::vector<WireExample> wire_examples(std::string_view label_start);

// Welcomes everyone, echoes messages. Some words make it do something else: see the source.
class EchoBot : public ChatPort {
 public:
  void hello(std::shared_ptr<ChatConnection> connection, Hello hello) override;
  void frame(const std::shared_ptr<ChatConnection>& connection, ClientFrame frame) override;
  void closed(const std::shared_ptr<ChatConnection>& connection) override;

  std::vector<Hello> hellos() const;
  std::vector<ClientFrame> frames() const;
  std::atomic<int> closed_count{0};

 private:
  mutable std::mutex x_mutex;
  int x_opened = 0;
  std::vector<Hello> x_hellos;
  std::vector<ClientFrame> x_frames;
};

class TestServer {
 public:
  explicit TestServer(ServerSettings settings = {}, std::function<void(Routes&)> add_routes = {});
  ~TestServer();

  std::uint16_t port() const;
  ServerCounts counts();
  bool stop(int milliseconds = 10000);  // whether it came to its end in time
  std::vector<std::string> log();

  EchoBot bot;

 private:
  struct Inside;
  std::unique_ptr<Inside> x_inside;
};

// Why no server can listen so; "" if one can.
std::string listening_fails_because(ServerSettings settings);

// All that the server says to these bytes, sent at once or one by one, until it closes; nullopt
// where it does not.
std::optional<std::string> said_to(std::uint16_t port, std::string_view bytes,
                                   bool one_by_one = false);

std::uint64_t refused(TestServer& server, Refusal reason);

// Whether `condition` comes true within ten seconds.
bool eventually(const std::function<bool()>& condition);

}  // namespace web_tests
