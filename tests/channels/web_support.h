// A real server on loopback for the web tests: it runs in its own thread, with a bot that echoes;
// and two clients, one that sends raw bytes, one that speaks WebSocket. Every wait of a client has
// an end, so that a test fails rather than hangs.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "channels/web/server.h"

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

// Whether `condition` comes true within ten seconds.
bool eventually(const std::function<bool()>& condition);

struct RawResponse {
  int status = 0;
  std::string head;
  std::string body;
  std::string header(std::string_view name) const;
};

// Bytes over TCP.
class RawClient {
 public:
  explicit RawClient(std::uint16_t port);
  ~RawClient();
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  void send(std::string_view bytes);
  RawResponse answer(bool to_head = false);  // fails the test where none comes
  bool ends(int milliseconds = 10000);       // whether the server closes, what it still sends aside

 private:
  std::optional<RawResponse> read(bool to_head);
  bool fill();
  int x_socket;
  std::string x_buffer;
};

std::string request(std::string_view method, std::string_view target, std::string_view headers = {},
                    std::string_view body = {});

struct ChatOptions {
  std::string protocol = "anteroom.v1";
  std::string origin = {};
  std::string path = "/chat";
};

// A WebSocket client, of Beast.
class ChatClient {
 public:
  explicit ChatClient(std::uint16_t port, const ChatOptions& options = {});
  ~ChatClient();

  int status() const;  // of the handshake's response: 101 when it is open
  std::string protocol() const;
  void send(std::string_view text);
  void send_binary(std::string_view bytes);
  void welcome();                               // says hello, reads the welcome
  nlohmann::json frame();                       // the next one; fails the test where none comes
  nlohmann::json frame(std::string_view type);  // the next one of this type
  int close_code();                             // reads up to the end
  std::string close_reason() const;

 private:
  std::optional<nlohmann::json> read();  // nullopt: closed

  struct Inside;
  std::unique_ptr<Inside> x_inside;
};

}  // namespace web_tests
