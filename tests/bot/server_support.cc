#include "tests/bot/server_support.h"

#include <chrono>
#include <thread>

namespace anteroom::bot {

std::vector<std::string> ServerProcess::command(const TemporaryFolder& folder,
                                                std::vector<std::string> more,
                                                const std::string& practice) {
  return testing::serve_command(ANTEROOM_PROGRAM, practice, "sqlite:" + folder.file("store.db"),
                                more);
}

ServerProcess::ServerProcess(const TemporaryFolder& folder, std::vector<std::string> more,
                             const std::string& practice)
    : ServerProcess(command(folder, std::move(more), practice)) {}

bool ServerProcess::says_again(const std::string& text, std::size_t times) {
  const auto met = [&] {
    listen();
    std::size_t count = 0;
    for (std::size_t at = log().find(text); at != std::string::npos; at = log().find(text, at + 1))
      ++count;
    return count >= times;
  };
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(300);
  while (!met()) {
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return true;
}

RawResponse ServerProcess::request(const std::string& method, const std::string& target,
                                   const std::string& body) const {
  RawClient client(port());
  client.send(web_tests::request(method, target,
                                 body.empty() ? "" : "Content-Type: application/json\r\n", body));
  return client.answer();
}

json ServerProcess::readiness(int status) const {
  const RawResponse response = get("/readyz");
  CHECK(response.status == status);
  const json body = json::parse(response.body);
  CHECK(body["ready"] == (status == 200));
  return body;
}

std::vector<std::string> with_small_disk(const std::vector<std::string>& command) {
  std::string line = "trap '' XFSZ; ulimit -S -f 400; exec";  // blocks of 512 or 1,024 bytes
  for (const std::string& word : command) line += " '" + word + "'";
  return {"/bin/sh", "-c", line};
}

Panel::Panel(const ServerProcess& server, const json& hello) : x_client(server.port()) {
  x_client.send(hello.dump());
  welcome = x_client.frame();
}

Answer Panel::send(const json& frame, std::size_t replies) {
  x_client.send(frame.dump());
  Answer answer;
  answer.accepted = x_client.frame("accepted");
  while (answer.replies.size() < replies) answer.replies.push_back(x_client.frame("reply"));
  return answer;
}

Answer Panel::say(const std::string& id, const std::string& text, std::size_t replies) {
  return send({{"type", "message"}, {"id", id}, {"text", text}}, replies);
}

Answer Panel::choose(const std::string& id, const std::string& choice, std::size_t replies) {
  return send({{"type", "choose"}, {"id", id}, {"choice", choice}}, replies);
}

json hello_again(const json& welcome) { return {{"type", "hello"}, {"resume", welcome["resume"]}}; }

std::string label_of(const json& reply, const std::string& choice) {
  REQUIRE(reply.contains("choices"));
  for (const json& one : reply["choices"])
    if (one["id"] == choice) return one["label"];
  FAIL("there is no choice " << choice);
  return {};
}

}  // namespace anteroom::bot
