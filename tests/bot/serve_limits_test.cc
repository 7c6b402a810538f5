// What an operator may set, and what every page of the running server tells a browser to forbid.
#include "tests/bot/server_support.h"
#include "web_widget/assets.h"

namespace anteroom::bot {
namespace {

std::string complaint(const std::string& flag, const std::string& value) {
  testing::Program program(
      {ANTEROOM_PROGRAM, "serve", kLakeside, "--store", "memory:", flag, value});
  CHECK(program.exit_code() == 2);
  return program.errors();
}

void check_headers(const RawResponse& response) {
  const std::string policy = response.header("Content-Security-Policy");
  for (const char* part : {"default-src 'none'; ", "; base-uri 'none'; form-action 'none'; ",
                           "require-trusted-types-for 'script'"})
    CHECK(policy.find(part) != std::string::npos);
  CHECK(policy.find("unsafe") == std::string::npos);
  CHECK(response.header("X-Content-Type-Options") == "nosniff");
  CHECK(response.header("Referrer-Policy") == "no-referrer");
  CHECK(response.header("Cross-Origin-Opener-Policy") == "same-origin");
  CHECK_FALSE(response.header("Cross-Origin-Resource-Policy").empty());
  CHECK(response.header("Strict-Transport-Security") == "max-age=31536000");
}

}  // namespace

TEST_CASE("a wrong limit or proxy is told, and nothing is served") {
  CHECK(complaint("--limit", "chat=5")
            .find("--limit: chat: there is no limit of this name; did "
                  "you mean 'chats'?") == 0);
  CHECK(complaint("--limit", "chats=none").find("--limit: chats: wanted a whole number") == 0);
  CHECK(complaint("--trusted-proxy", "nginx").find("--trusted-proxy: 'nginx' is no address") == 0);
}

TEST_CASE("a limit that is set holds") {
  const TemporaryFolder folder;
  ServerProcess server(folder, {"--limit", "conversation_burst=1", "--limit",
                                "conversations_per_second=0.01", "--limit", "hello_time=9"});
  Panel first(server);
  CHECK(first.welcome["type"] == "welcome");
  ChatClient second(server.port());
  second.send(R"({"type":"hello"})");
  CHECK(second.frame()["code"] == "too_fast");
  CHECK(second.close_code() == 4429);
  CHECK(server.says("refused_fast_conversations"));
}

TEST_CASE("every page of the server has the security headers") {
  const TemporaryFolder folder;
  const ServerProcess server(folder, {"--demo", "--https"});
  std::vector<std::string> targets = {"/",           "/healthz", "/readyz",
                                      "/demo/clock", "/nowhere", "/chat"};
  for (const auto& asset : web_widget::assets()) targets.push_back("/" + std::string(asset.path));
  for (const std::string& target : targets) {
    INFO(target);
    check_headers(server.get(target));
    check_headers(server.request("POST", target, "{}"));
  }
}

}  // namespace anteroom::bot
