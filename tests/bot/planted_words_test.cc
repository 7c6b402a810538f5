// What a visitor says is nowhere in what the server says: words are planted in every place that a
// client can put them, while everything goes right and while it goes wrong, and then looked for in
// every byte that the program has written, at its most talkative.
#include <signal.h>

#include <algorithm>
#include <thread>

#include "tests/bot/server_support.h"

namespace anteroom::bot {
namespace {

// No word of the program's or the practice's own; all in lower case.
const std::vector<std::string> kPlanted = {"zanzibar",   "quetzal",    "okapi",    "510-555-0177",
                                           "5105550177", "5550177",    "+1510555", "@qmail",
                                           "crushing",   "chest pain", "sprained", "axolotl"};

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

void check_log(const std::string& log) {
  for (const std::string& line : testing::lines_of(log)) {
    const json parsed = json::parse(line, nullptr, false);
    INFO(line);
    REQUIRE(parsed.is_object());
    for (const char* name : {"at", "level", "event"}) CHECK(parsed[name].is_string());
    CHECK(parse_moment(parsed["at"].get<std::string>()));
  }
}

void check_unsaid(const std::string& said, const std::vector<std::string>& secrets) {
  const std::string text = lower(said);
  INFO(said);
  for (const std::string& word : kPlanted) CHECK(text.find(word) == std::string::npos);
  for (const std::string& secret : secrets) CHECK(said.find(secret) == std::string::npos);
}

// Each on a connection of its own: such a client may be closed.
void send_frames_that_are_wrong(const ServerProcess& server) {
  for (const char* frame :
       {R"({"type":"message","id":"m3","text":"zanzibar)", R"(["zanzibar"])", R"("zanzibar")",
        R"({"type":"zanzibar"})", R"({"type":"message","id":"zanzibar okapi","text":"x"})",
        R"({"type":"message","id":"m","text":["zanzibar"]})",
        R"({"type":"choose","id":"m","choice":"zanzibar\nokapi"})",
        R"({"type":"event","id":"m","name":"Zanzibar Okapi"})",
        R"({"type":"event","id":"m","name":"page_view","topic":"<zanzibar>"})",
        R"({"type":"ack","seq":"zanzibar"})", R"({"type":"typing","zanzibar":"okapi"})",
        R"({"zanzibar":{"okapi":["quetzal"]}})", "zanzibar"}) {
    Panel panel(server);
    panel.client().send(frame);
    if (std::string_view(frame).find("typing") != std::string_view::npos) continue;  // no answer
    CHECK(panel.client().frame("error")["what"].get<std::string>().find("zanzibar") ==
          std::string::npos);
  }
  Panel binary(server);
  binary.client().send_binary("zanzibar");
  CHECK(binary.client().close_code() == 1003);
  Panel large(server);
  large.client().send(R"({"type":"message","id":"m","text":")" + std::string(70'000, 'z') +
                      "zanzibar\"}");
  CHECK(large.client().close_code() == 1009);
  for (const char* hello :
       {R"({"type":"hello","resume":"zanzibar okapi"})", R"({"type":"hello","resume":"zanzibar"})",
        R"({"type":"hello","language":"zanzibar okapi"})", R"({"type":"hello","seen":"zanzibar"})",
        R"({"type":"hello","page":{"topic":"zanzibar okapi"}})"}) {
    ChatClient client(server.port());
    client.send(hello);
    CHECK(client.frame()["type"] == "error");
  }
}

void send_requests(const ServerProcess& server) {
  for (const char* target :
       {"/zanzibar", "/zanzibar?name=okapi", "/?q=zanzibar&mail=okapi@qmail.example", "/%7aanzibar",
        "/%zz-zanzibar", "/widget.js/zanzibar", "/chat?zanzibar=okapi", "/readyz?zanzibar",
        "http://zanzibar.example/"})
    server.get(target);
  server.request("POST", "/zanzibar", R"({"zanzibar":"okapi"})");
  server.request("ZANZIBAR", "/", "okapi");
  for (const char* raw :
       {"GET / HTTP/1.1\r\nHost: localhost\r\nCookie: name=zanzibar; mail=okapi@qmail.example\r\n"
        "Referer: https://zanzibar.example/okapi?q=quetzal\r\nX-Forwarded-For: zanzibar\r\n"
        "User-Agent: zanzibar\r\nAuthorization: Basic zanzibar\r\nConnection: close\r\n\r\n",
        "GET /chat HTTP/1.1\r\nHost: localhost\r\nOrigin: https://zanzibar.example\r\n"
        "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==\r\nSec-WebSocket-Protocol: zanzibar\r\n\r\n",
        "zanzibar okapi quetzal\r\n\r\n", "GET /zanzibar HTTP/9.9\r\n\r\n",
        "GET / HTTP/1.1\r\nzanzibar okapi: quetzal\r\n\r\n"}) {
    RawClient client(server.port());
    client.send(raw);
    client.ends();
  }
}

// A whole conversation with names, numbers, an address, a handoff and an emergency.
json talk(const ServerProcess& server) {
  Panel panel(server, {{"type", "hello"},
                       {"language", "en"},
                       {"page",
                        {{"path", "/zanzibar?okapi=quetzal#axolotl"},
                         {"title", "Zanzibar"},
                         {"topic", "axolotl"}}}});
  panel.say("m1", "zanzibar, sprained ankle, this week in oakland, blue shield, 510-555-0177");
  panel.say("m2", "yes");
  CHECK(panel.client().frame("agent")["state"] == "waiting");
  panel.say("m3", "I am Quetzal Zanzibar, okapi@qmail.example");
  panel.say("okapi-quetzal", "my axolotl");
  panel.send({{"type", "choose"}, {"id", "m4"}, {"choice", "zanzibar"}});
  panel.send({{"type", "event"}, {"id", "e1"}, {"name", "okapi"}, {"page", "/okapi?q=quetzal"}}, 0);
  panel.client().send(R"({"type":"message","id":"m3","text":"zanzibar again"})");
  CHECK(panel.client().frame("error")["code"] == "id_reused");
  panel.say("m5", "I have crushing chest pain, zanzibar");
  return panel.welcome;
}

const std::vector<std::string> kTalkative = {"--log", "json", "--log-level", "trace"};

}  // namespace

TEST_CASE("no word of a visitor is in what the server writes") {
  const TemporaryFolder folder;
  std::vector<std::string> secrets;
  json welcome;
  {
    ServerProcess server(folder, kTalkative);
    welcome = talk(server);
    secrets = {welcome["resume"], welcome["conversation"]};
    send_frames_that_are_wrong(server);
    send_requests(server);
    CHECK(server.says("\"event\":\"alert\""));  // staff are told, without words
    CHECK(server.says("\"event\":\"hand_off\""));
    CHECK(server.says("\"event\":\"turn\""));
    server.signal(SIGKILL);
    server.exit_code();
    check_unsaid(server.said(), secrets);
  }
  ServerProcess again(folder, kTalkative);
  Panel panel(again, hello_again(welcome));
  CHECK(panel.welcome["history"].size() > 8);
  again.signal(SIGTERM);
  CHECK(again.exit_code() == 0);
  check_unsaid(again.said(), secrets);
  check_log(again.log());
  CHECK(again.log().find("\"event\":\"stopped\"") != std::string::npos);
}

TEST_CASE("no word of a visitor is in what the server writes about a store in trouble") {
  const TemporaryFolder folder;
  ServerProcess server(with_small_disk(ServerProcess::command(folder, kTalkative)));
  Panel panel(server);
  json answer;
  for (int i = 0; i < 300 && answer["code"] != "try_again"; ++i) {
    std::string text = "zanzibar okapi 510-555-0177 ";
    while (text.size() < 3900) text += "quetzal ";
    panel.client().send(
        json{{"type", "message"}, {"id", "zanzibar-" + std::to_string(i)}, {"text", text}}.dump());
    do answer = panel.client().frame();
    while (answer["type"] != "accepted" && answer["type"] != "error");
    if (answer["code"] == "too_fast") std::this_thread::sleep_for(std::chrono::milliseconds(250));
  }
  CHECK(answer["code"] == "try_again");
  CHECK(server.says("\"event\":\"commit_failed\""));
  server.signal(SIGTERM);
  server.exit_code();
  check_unsaid(server.said(), {panel.welcome["resume"], panel.welcome["conversation"]});
  check_log(server.log());
}

TEST_CASE("the log in words: a line an event, with its time and level") {
  const TemporaryFolder folder;
  ServerProcess server(folder, {"--log-level", "debug"});
  Panel panel(server);
  panel.say("m1", "dermatology");
  server.signal(SIGTERM);
  CHECK(server.exit_code() == 0);
  std::size_t turns = 0;
  for (const std::string& line : testing::lines_of(server.log())) {
    CHECK(parse_moment(line.substr(0, line.find(' '))));
    turns += line.find(" debug turn turn=") != std::string::npos;
  }
  CHECK(turns == 2);
  // The turn's id finds it in the store.
  const std::size_t at = server.log().find("turn turn=") + 10;
  const std::string id = server.log().substr(at, server.log().find('/', at) - at);
  const testing::Ran lead = testing::run(
      {ANTEROOM_PROGRAM, "leads", id, "--json", "--store", "sqlite:" + folder.file("store.db")});
  CHECK(lead.exit_code == 0);
  CHECK(lead.output.find(id) != std::string::npos);
}

}  // namespace anteroom::bot
