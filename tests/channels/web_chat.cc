#include <catch2/catch.hpp>
#include <chrono>
#include <thread>

#include "tests/channels/web_support.h"

using namespace anteroom::web;
using namespace std::chrono_literals;
using namespace web_tests;

namespace {

std::string message(std::string_view id, std::string_view text) {
  return nlohmann::json{{"type", "message"}, {"id", id}, {"text", text}}.dump();
}

}  // namespace

TEST_CASE("hello, welcome, message, accepted, reply", "[web][chat]") {
  TestServer server;
  {
    ChatClient client(server.port());
    REQUIRE(client.status() == 101);
    CHECK(client.protocol() == "anteroom.v1");
    client.send(R"({"type":"hello","resume":"abc","seen":3,"page":{"path":"/p?q"}})");
    CHECK(client.frame()["resume"] == "abc");
    client.send(message("m1", "¡Hola!"));
    CHECK(client.frame()["id"] == "m1");
    CHECK(client.frame()["text"] == "¡Hola!");
    CHECK(server.counts().chats == 1);
  }
  CHECK(eventually([&] { return server.bot.closed_count == 1; }));
  CHECK(server.bot.hellos() == std::vector<Hello>{{"abc", "", {"/p", "", ""}, 3}});
  CHECK(server.bot.frames() == std::vector<ClientFrame>{Message{"m1", "¡Hola!"}});
  CHECK(server.counts().chats == 0);
}

TEST_CASE("hello comes first", "[web][chat]") {
  TestServer server;
  ChatClient client(server.port());
  client.send(message("m1", "hi"));
  const auto error = client.frame();
  CHECK(error["code"] == "not_ready");
  CHECK(client.close_code() == 4401);
  CHECK(client.close_reason() == "hello_first");
  CHECK(server.bot.hellos().empty());
  CHECK(server.bot.closed_count == 0);
}

TEST_CASE("hello comes in time", "[web][chat]") {
  ServerSettings settings;
  settings.chat.hello = 100ms;
  TestServer server(settings);
  ChatClient late(server.port());
  CHECK(late.close_code() == 4408);
  ChatClient early(server.port());
  early.welcome();
  std::this_thread::sleep_for(150ms);
  early.send(message("m1", "still here"));
  CHECK(early.frame("reply").is_object());

  ChatClient again(server.port());
  again.send(R"({"type":"hello","resume":"unknown"})");
  CHECK(again.frame()["code"] == "no_conversation");
  CHECK(again.close_code() == 4408);
}

TEST_CASE("before the welcome messages are put off", "[web][chat]") {
  TestServer server;
  ChatClient client(server.port());
  client.send(R"({"type":"hello","resume":"silent"})");
  client.send(message("m1", "hi"));
  const auto error = client.frame();
  CHECK(error["code"] == "not_ready");
  CHECK(error["id"] == "m1");
  CHECK(server.bot.frames().empty());
}

TEST_CASE("an unknown token leads to another hello on the same connection", "[web][chat]") {
  TestServer server;
  ChatClient client(server.port());
  client.send(R"({"type":"hello","resume":"unknown"})");
  CHECK(client.frame()["code"] == "no_conversation");
  client.welcome();
  client.send(message("m1", "hi"));
  CHECK(client.frame("reply").is_object());
}

TEST_CASE("bad frames are answered, those that are no JSON close", "[web][chat]") {
  TestServer server;
  ChatClient client(server.port());
  client.welcome();
  client.send(R"({"type":"message","id":"m1","text":""})");
  CHECK(client.frame()["code"] == "bad_field");
  client.send(message("m2", std::string(17'000, 'x')));
  CHECK(client.frame()["code"] == "too_large");
  client.send(message("m3", "fine"));
  CHECK(client.frame("reply")["text"] == "fine");
  client.send("{\"type\":");
  CHECK(client.frame()["code"] == "bad_frame");
  CHECK(client.close_code() == 4400);
  CHECK(refused(server, Refusal::bad_frame) == 3);
}

TEST_CASE("binary, oversize and broken UTF-8 close", "[web][chat]") {
  TestServer server;
  ChatClient binary(server.port());
  binary.welcome();
  binary.send_binary("\x01\x02");
  CHECK(binary.close_code() == 1003);
  ChatClient large(server.port());
  large.welcome();
  large.send(std::string(64 * 1024 + 1, ' '));
  CHECK(large.close_code() == 1009);
  ChatClient broken(server.port());
  broken.welcome();
  broken.send("{\"type\":\"\xff\"}");
  CHECK(broken.close_code() == 1007);
  CHECK(eventually([&] { return server.bot.closed_count == 3; }));
}

TEST_CASE("who sends too fast is told, then closed", "[web][chat]") {
  ServerSettings settings;
  settings.steady_now = [] { return SteadyTime{}; };  // time stands still: no token drops in
  settings.chat.frames.burst = 3;
  settings.chat.fast_frames = 3;
  TestServer server(settings);
  ChatClient client(server.port());
  client.welcome();
  for (const char* id : {"m1", "m2", "m3", "m4", "m5"}) client.send(message(id, "hi"));
  for (const char* id : {"m3", "m4", "m5"}) {
    const auto error = client.frame("error");
    CHECK(error["code"] == "too_fast");
    CHECK(error["id"] == id);
    CHECK(error["retry_after"] == 1);
  }
  CHECK(client.close_code() == 4429);
  CHECK(server.bot.frames().size() == 2);
}

TEST_CASE("origins and subprotocols are checked before the handshake", "[web][chat]") {
  ServerSettings settings;
  settings.allowed_origins = {"https://clinic.example"};
  TestServer server(settings);
  const std::string own = "http://127.0.0.1:" + std::to_string(server.port());
  CHECK(ChatClient(server.port(), {"anteroom.v1", own}).status() == 101);
  CHECK(ChatClient(server.port(), {"anteroom.v1", "https://clinic.example"}).status() == 101);
  CHECK(ChatClient(server.port(), {"anteroom.v1", "https://evil.example"}).status() == 403);
  CHECK(ChatClient(server.port(), {"anteroom.v1", "null"}).status() == 403);
  CHECK(ChatClient(server.port(), {""}).status() == 400);
  CHECK(ChatClient(server.port(), {"anteroom.v2"}).status() == 400);
  CHECK(ChatClient(server.port(), {"other, anteroom.v1"}).status() == 101);
  CHECK(ChatClient(server.port(), {"anteroom.v1", "", "/elsewhere"}).status() == 404);
}

TEST_CASE("more chats than allowed are closed with 1013", "[web][chat]") {
  ServerSettings settings;
  settings.chats = 1;
  TestServer server(settings);
  ChatClient first(server.port());
  first.welcome();
  ChatClient second(server.port());
  CHECK(second.close_code() == 1013);
  first.send(message("m1", "hi"));
  CHECK(first.frame("reply").is_object());
}

TEST_CASE("a close sends first what waits", "[web][chat]") {
  TestServer server;
  ChatClient client(server.port());
  client.welcome();
  client.send(message("m1", "replace me"));
  CHECK(client.frame()["type"] == "accepted");
  CHECK(client.frame()["text"] == "replace me");
  CHECK(client.close_code() == 4409);
  CHECK(client.close_reason() == "replaced");
  CHECK(eventually([&] { return server.bot.closed_count == 1; }));
}

TEST_CASE("a reader who takes nothing is cut off", "[web][chat]") {
  ServerSettings settings;
  settings.chat.frames.burst = 1000;
  TestServer server(settings);
  ChatClient client(server.port());
  client.welcome();
  for (int i = 0; i < 40 && server.bot.closed_count == 0; ++i) client.send(message("m", "gush"));
  CHECK(eventually([&] { return server.bot.closed_count == 1; }));
  const auto counts = server.counts();
  CHECK(refused(server, Refusal::slow_reader) == 1);
  CHECK(counts.chats == 0);
  CHECK(eventually([&] { return server.counts().connections == 0; }));
}

TEST_CASE("a reader who takes what comes is not cut off", "[web][chat]") {
  TestServer server;
  ChatClient client(server.port());
  client.send(R"({"type":"hello","resume":"long"})");
  CHECK(client.frame()["history"][0]["text"].get<std::string>().size() == 1500 * 1024);
  for (int i = 0; i < 3; ++i) {
    client.send(message("m", "gush"));
    for (int reply = 0; reply < 51; ++reply) REQUIRE(client.frame("reply").is_object());
  }
  CHECK(refused(server, Refusal::slow_reader) == 0);
}

TEST_CASE("who does not answer pings is dropped, who does stays", "[web][chat]") {
  ServerSettings settings;
  settings.chat.silent = 150ms;
  TestServer server(settings);
  ChatClient deaf(server.port());  // answers pings only while it reads
  deaf.welcome();
  CHECK(eventually([&] { return server.bot.closed_count == 1; }));

  ChatClient alive(server.port());
  alive.welcome();
  auto reading = std::thread([&] { CHECK(alive.close_code() == 1001); });
  std::this_thread::sleep_for(400ms);
  CHECK(server.bot.closed_count == 1);
  server.stop();
  reading.join();
}

TEST_CASE("a stop closes the chats with 1001", "[web][chat]") {
  TestServer server;
  ChatClient one(server.port());
  one.welcome();
  ChatClient two(server.port());
  auto stopped = std::thread([&] { CHECK(server.stop()); });
  CHECK(one.close_code() == 1001);
  CHECK(one.close_reason() == "going_away");
  CHECK(two.close_code() == 1001);
  stopped.join();
  CHECK(server.bot.closed_count == 1);
}

TEST_CASE("a stop does not wait for a client that does not close", "[web][chat]") {
  ServerSettings settings;
  settings.drain = 50ms;
  TestServer server(settings);
  ChatClient client(server.port());
  client.welcome();
  CHECK(server.stop());
  CHECK(server.bot.closed_count == 1);
}

TEST_CASE("the visitor's address is given, and nothing said is logged", "[web][chat]") {
  TestServer server;
  ChatClient client(server.port());
  client.welcome();
  client.send(message("m1", "where am I"));
  CHECK(client.frame("reply").is_object());
  CHECK(client.frame("reply")["text"] == "127.0.0.1");
  client.send("secret words");
  CHECK(client.close_code() == 4400);
  REQUIRE(eventually([&] { return server.log().size() == 1; }));
  CHECK(server.log() == std::vector<std::string>{"refused_bad_frame count=1"});
}

TEST_CASE("behind a trusted proxy the visitor's address is the forwarded one", "[web][chat]") {
  ServerSettings settings;
  settings.trusted_proxies = {"127.0.0.1"};
  TestServer server(settings, [](Routes& routes) {
    routes.add({"GET", "/address", immediately([](const Request& request) {
                  return text_response(200, request.remote_address);
                })});
  });
  RawClient client(server.port());
  client.send(
      request("GET", "/address", "X-Forwarded-For: 6.6.6.6\r\nX-Forwarded-For: 198.51.100.1\r\n"));
  CHECK(client.answer().body == "198.51.100.1");
}
