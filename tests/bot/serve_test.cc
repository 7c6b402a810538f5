// The server as a process: the chat over a real socket, kill -9 after a reply, a new start on the
// same store, an orderly end, the pages.
#include <signal.h>

#include "tests/bot/server_support.h"

namespace anteroom::bot {
namespace {

std::string words(const json& history) {
  std::string all;
  for (const json& entry : history)
    all += entry["from"].get<std::string>() + ": " + entry["text"].get<std::string>() + "\n";
  return all;
}

std::string visitors_words(const json& history) {
  std::string all;
  for (const json& entry : history)
    if (entry["from"] == "visitor") all += entry["text"].get<std::string>() + "\n";
  return all;
}

}  // namespace

TEST_CASE("what was answered survives kill -9, and the same message again has the same answer") {
  const TemporaryFolder folder;
  json welcome;
  Answer service, whom;
  {
    ServerProcess server(folder);
    CHECK(server.first_line() == "Anteroom serves Lakeside Health");
    Panel panel(server);
    welcome = panel.welcome;
    REQUIRE(welcome["type"] == "welcome");
    service = panel.say("m1", "my knee hurts, oakland please");
    whom = panel.send({{"type", "choose"}, {"id", "m2"}, {"choice", "self"}});
    server.signal(SIGKILL);
    CHECK(server.exit_code() == -SIGKILL);
  }
  ServerProcess server(folder);
  Panel panel(server, hello_again(welcome));
  REQUIRE(panel.welcome["type"] == "welcome");
  CHECK(panel.welcome["conversation"] == welcome["conversation"]);
  CHECK(panel.welcome["resume"] == welcome["resume"]);
  const json& history = panel.welcome["history"];
  CHECK(words(history) == words(welcome["history"]) + "visitor: my knee hurts, oakland please\n" +
                              "bot: " + service.replies[0]["text"].get<std::string>() + "\n" +
                              "visitor: " + label_of(service.replies[0], "self") + "\n" +
                              "bot: " + whom.replies[0]["text"].get<std::string>() + "\n");
  CHECK(history.back()["choices"] == whom.replies[0]["choices"]);
  CHECK(history.back()["seq"] == whom.replies[0]["seq"]);

  const Answer again = panel.say("m1", "my knee hurts, oakland please");
  CHECK(again.accepted == service.accepted);
  CHECK(again.replies[0]["seq"] == service.replies[0]["seq"]);
  CHECK(again.replies[0]["text"] == service.replies[0]["text"]);

  const Answer next = panel.say("m3", "I'm new");
  CHECK(next.replies[0]["seq"].get<std::int64_t>() > whom.replies[0]["seq"].get<std::int64_t>());
}

TEST_CASE("whatever was accepted is there after kill -9 at that instant") {
  const TemporaryFolder folder;
  json hello = {{"type", "hello"}};
  std::string said;
  for (int round = 1; round <= 4; ++round) {
    ServerProcess server(folder);
    Panel panel(server, hello);
    hello = hello_again(panel.welcome);
    CHECK(visitors_words(panel.welcome["history"]) == said);
    const std::string text = "word " + std::to_string(round);
    CHECK(panel.say("m" + std::to_string(round), text, 0).accepted["seq"].get<int>() > 0);
    server.signal(SIGKILL);
    CHECK(server.exit_code() == -SIGKILL);
    said += text + "\n";
  }
}

TEST_CASE("a way to a handoff over the wire, and staff see it in the store") {
  const TemporaryFolder folder;
  ServerProcess server(folder);
  Panel panel(server);
  panel.say("m1", "sprained ankle, this week in oakland, blue shield, 510-555-0193");
  panel.say("m2", "yes");
  CHECK(panel.client().frame("agent")["state"] == "waiting");
  const testing::Ran handoffs = testing::run(
      {ANTEROOM_PROGRAM, "handoffs", "--json", "--store", "sqlite:" + folder.file("store.db")});
  CHECK(handoffs.exit_code == 0);
  REQUIRE(testing::lines_of(handoffs.output).size() == 1);
  CHECK(json::parse(handoffs.output)["queue"] == "scheduling");
}

TEST_CASE("an orderly end closes the chats with 1001 and exits 0") {
  const TemporaryFolder folder;
  for (const int signal : {SIGTERM, SIGINT}) {
    ServerProcess server(folder);
    Panel panel(server);
    panel.say("m1", "dermatology");
    server.signal(signal);
    CHECK(panel.client().close_code() == 1001);
    CHECK(server.exit_code() == 0);
  }
}

TEST_CASE("a conversation that goes on in another window is closed with 4409 in the first") {
  const TemporaryFolder folder;
  ServerProcess server(folder);
  Panel first(server);
  Panel second(server, hello_again(first.welcome));
  CHECK(second.welcome["conversation"] == first.welcome["conversation"]);
  CHECK(first.client().close_code() == 4409);
  CHECK(second.say("m1", "dermatology").replies.size() == 1);
}

TEST_CASE("the pages, health, and what is not there") {
  const TemporaryFolder folder;
  ServerProcess server(folder, {"--origin", "https://www.clinic.example"});
  for (const char* page : {"/", "/panel.html"}) {
    const RawResponse response = server.get(page);
    INFO(page);
    CHECK(response.status == 200);
    CHECK(response.header("Content-Type").starts_with("text/html"));
    CHECK(response.header("Content-Security-Policy").find("default-src 'none'") !=
          std::string::npos);
    CHECK(response.body.find("<html") != std::string::npos);
  }
  CHECK(server.get("/panel.html")
            .header("Content-Security-Policy")
            .find("https://www.clinic.example") != std::string::npos);
  const RawResponse script = server.get("/widget.js");
  CHECK(script.status == 200);
  CHECK(script.header("Content-Type").find("javascript") != std::string::npos);
  CHECK(script.header("Cross-Origin-Resource-Policy") == "cross-origin");
  CHECK(json::parse(server.get("/healthz").body) == json{{"status", "ok"}});
  CHECK(server.get("/readyz").status == 200);
  CHECK(server.get("/nothing").status == 404);
  CHECK(server.request("POST", "/demo/clock", R"({"advance":"1h"})").status ==
        404);  // only in a demonstration
}

TEST_CASE("a demonstration's clock can be moved") {
  const TemporaryFolder folder;
  ServerProcess server(folder, {"--demo"});
  const auto moved = [&](const std::string& body) {
    return server.request("POST", "/demo/clock", body);
  };
  const RawResponse first = moved(R"({"advance":"26h"})"), second = moved(R"({"advance":"26h"})");
  REQUIRE(first.status == 200);
  REQUIRE(second.status == 200);
  const auto before = parse_moment(json::parse(first.body)["now"].get<std::string>());
  const auto after = parse_moment(json::parse(second.body)["now"].get<std::string>());
  REQUIRE(before);
  REQUIRE(after);
  CHECK(*after - *before >= std::chrono::hours(26));
  CHECK(*after - *before < std::chrono::hours(27));
  for (const char* wrong :
       {"", "{", "[]", R"({"advance":26})", R"({"advance":"soon"})", R"({"advance":"-1h"})"})
    CHECK(moved(wrong).status == 400);

  Panel panel(server);
  const auto greeted = parse_moment(panel.welcome["history"][0]["at"].get<std::string>());
  REQUIRE(greeted);
  CHECK(*greeted >= *after);
}

TEST_CASE("an address that is taken is told") {
  const TemporaryFolder folder;
  ServerProcess server(folder);
  const testing::Ran second =
      testing::run({ANTEROOM_PROGRAM, "serve", kSmall, "--listen",
                    "127.0.0.1:" + std::to_string(server.port()), "--store", "memory:"});
  CHECK(second.exit_code == 1);
  CHECK(second.errors.find("--listen: ") != std::string::npos);
}

}  // namespace anteroom::bot
