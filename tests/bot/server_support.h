// The server as a process, for tests, and a visitor's panel that talks to it over a real socket.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/bot/bot_support.h"
#include "tests/support/server.h"
#include "tests/support/web_clients.h"

namespace anteroom::bot {

using nlohmann::json;
using testing::TemporaryFolder;
using web_tests::ChatClient;
using web_tests::RawClient;
using web_tests::RawResponse;

// `anteroom serve` of Lakeside (or another practice), with its store in the folder.
class ServerProcess : public testing::Server {
 public:
  explicit ServerProcess(const TemporaryFolder& folder, std::vector<std::string> more = {},
                         const std::string& practice = kLakeside);
  // Any command that ends as the server.
  explicit ServerProcess(std::vector<std::string> command) : Server(std::move(command)) {}
  static std::vector<std::string> command(const TemporaryFolder& folder,
                                          std::vector<std::string> more = {},
                                          const std::string& practice = kLakeside);

  // Reads on until its log has said that so many times.
  bool says_again(const std::string& text, std::size_t times);
  std::string said() const { return output() + errors(); }
  const std::string& log() const { return errors(); }

  RawResponse get(const std::string& target) const { return request("GET", target); }
  RawResponse request(const std::string& method, const std::string& target,
                      const std::string& body = {}) const;
  json readiness(int status) const;  // the body of /readyz, which answers with this status
};

// The server with a bound on the size of files (RLIMIT_FSIZE), in place of a full disk.
std::vector<std::string> with_small_disk(const std::vector<std::string>& command);

// One answer: what was accepted, and the replies that belong to it.
struct Answer {
  json accepted;
  std::vector<json> replies;
};

class Panel {
 public:
  explicit Panel(const ServerProcess& server, const json& hello = {{"type", "hello"}});

  // Sends a frame with an id, and reads so many of its replies.
  Answer send(const json& frame, std::size_t replies = 1);
  Answer say(const std::string& id, const std::string& text, std::size_t replies = 1);
  Answer choose(const std::string& id, const std::string& choice, std::size_t replies = 1);
  ChatClient& client() { return x_client; }

  json welcome;

 private:
  ChatClient x_client;
};

json hello_again(const json& welcome);
std::string label_of(const json& reply, const std::string& choice);  // fails where it is not

}  // namespace anteroom::bot
