// Two clients for tests of a web server on loopback: one sends raw bytes, one speaks WebSocket.
// Every wait has an end, so that a test fails rather than hangs.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace web_tests {

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
  std::string everything();                  // that comes until the server closes
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
  std::string forwarded_for = {};
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
  // Reads up to the end; `seen` sees the frames that come before it.
  int close_code(const std::function<void(const nlohmann::json&)>& seen = {});
  std::string close_reason() const;

 private:
  std::optional<nlohmann::json> read();  // nullopt: closed

  struct Inside;
  std::unique_ptr<Inside> x_inside;
};

}  // namespace web_tests
