#include <catch2/catch.hpp>
#include <optional>
#include <string>

#include "channels/web/rates.h"
#include "tests/channels/web_support.h"

using namespace anteroom::web;
using namespace std::chrono_literals;
using namespace web_tests;

namespace {

const SteadyTime kStart{1h};

struct Table {
  SteadyTime now = kStart;
  LeaseTable<std::string, int> table{[this] { return now; }, 10s, 3};
};

// Time stands still in it: what a rate allows is its burst.
ServerSettings still() {
  ServerSettings settings;
  settings.steady_now = [] { return kStart; };
  return settings;
}

void add_hello(Routes& routes) {
  routes.add({"GET", "/hello", immediately([](const Request& request) {
                return text_response(200, request.remote_address);
              })});
}

RawResponse hello_from(RawClient& client, const std::string& forwarded = {}) {
  client.send(
      request("GET", "/hello", forwarded.empty() ? "" : "X-Forwarded-For: " + forwarded + "\r\n"));
  return client.answer();
}

void check_too_fast(const RawResponse& response, const std::string& retry_after) {
  CHECK(response.status == 429);
  CHECK(response.header("Retry-After") == retry_after);
  CHECK(nlohmann::json::parse(response.body)["error"]["code"] == "too_fast");
  CHECK(response.header("X-Frame-Options") == "DENY");
}

std::string message(int number) {
  return nlohmann::json{{"type", "message"}, {"id", "m" + std::to_string(number)}, {"text", "hi"}}
      .dump();
}

}  // namespace

TEST_CASE("a bucket gives its burst, then its rate, and says when", "[web][rates]") {
  const Rate rate{0.5, 3};
  TokenBucket bucket;
  SteadyTime now = kStart;
  for (int i = 0; i < 3; ++i) CHECK(bucket.take(rate, now));
  CHECK_FALSE(bucket.take(rate, now));
  CHECK(bucket.retry_after(rate) == 2);
  now += 1s;
  CHECK_FALSE(bucket.take(rate, now));
  CHECK(bucket.retry_after(rate) == 1);
  now += 1s;
  CHECK(bucket.take(rate, now));
  CHECK_FALSE(bucket.take(rate, now));
  now += 1h;
  for (int i = 0; i < 3; ++i) CHECK(bucket.take(rate, now));
  CHECK_FALSE(bucket.take(rate, now));
  CHECK(TokenBucket().retry_after({1e-9, 1}) == 1);
}

TEST_CASE("a value is kept while somebody holds it, and a while longer", "[web][rates]") {
  Table kept;
  {
    auto first = kept.table.lease("a");
    *first = 7;
    kept.now += 1h;
    auto second = kept.table.lease("a");
    CHECK(*second == 7);
    CHECK(second.holders() == 2);
  }
  kept.now += 9s;
  CHECK(*kept.table.lease("a") == 7);  // and left anew
  kept.now += 9s;
  CHECK(*kept.table.lease("a") == 7);
  kept.now += 10s;
  CHECK(*kept.table.lease("a") == 0);
}

TEST_CASE("those that nobody holds are forgotten in their order, and are never many",
          "[web][rates]") {
  Table kept;
  auto held = kept.table.lease("held");
  for (int i = 0; i < 100; ++i) *kept.table.lease(std::to_string(i)) = i;
  CHECK(kept.table.size() == 4);
  CHECK(*kept.table.lease("99") == 99);
  CHECK(*kept.table.lease("97") == 97);
  CHECK(*kept.table.lease("96") == 0);
  kept.now += 10s;
  for (int i = 0; i < 3; ++i) kept.table.lease("held");
  CHECK(kept.table.size() == 1);
  auto moved = std::move(held);
  held = kept.table.lease("other");
  CHECK(moved.key() == "held");
  CHECK(moved.holders() == 1);
}

TEST_CASE("one address has so many connections", "[web][rates]") {
  ServerSettings settings;
  settings.address_limits.connections = 1;
  TestServer server(settings, add_hello);
  std::optional<ChatClient> first(server.port());
  first->welcome();
  {
    RawClient second(server.port());
    check_too_fast(hello_from(second), "10");
    CHECK(second.ends());
  }
  {
    ChatClient third(server.port());
    CHECK(third.close_code() == 1013);
    CHECK(third.close_reason() == "full");
  }
  CHECK(refused(server, Refusal::address_full) == 2);
  first.reset();
  REQUIRE(eventually([&] { return server.counts().connections == 0; }));
  RawClient after(server.port());
  CHECK(hello_from(after).status == 200);
}

TEST_CASE("one address connects at a rate", "[web][rates]") {
  ServerSettings settings = still();
  settings.address_limits.connects = {0.25, 2};
  TestServer server(settings, add_hello);
  for (int i = 0; i < 2; ++i) {
    RawClient client(server.port());
    CHECK(hello_from(client).status == 200);
  }
  RawClient third(server.port());
  check_too_fast(hello_from(third), "4");
  CHECK(third.ends());
  ChatClient fourth(server.port());
  CHECK(fourth.close_code() == 4429);
  CHECK(refused(server, Refusal::fast_connects) == 2);
  CHECK(server.bot.hellos().empty());
}

TEST_CASE("one address asks at a rate, and its connection goes on", "[web][rates]") {
  ServerSettings settings = still();
  settings.address_limits.requests = {0.1, 2};
  TestServer server(settings, add_hello);
  RawClient client(server.port());
  CHECK(hello_from(client).status == 200);
  CHECK(hello_from(client).status == 200);
  check_too_fast(hello_from(client), "10");
  check_too_fast(hello_from(client), "10");
  ChatClient chat(server.port());
  CHECK(chat.close_code() == 4429);
  CHECK(refused(server, Refusal::fast_requests) == 3);
}

TEST_CASE("one address opens conversations at a rate, and resumes as it likes", "[web][rates]") {
  ServerSettings settings = still();
  settings.address_limits.conversations = {0.05, 1};
  TestServer server(settings);
  ChatClient first(server.port());
  first.welcome();
  ChatClient second(server.port());
  second.send(R"({"type":"hello"})");
  const auto error = second.frame();
  CHECK(error["code"] == "too_fast");
  CHECK(error["retry_after"] == 20);
  CHECK(second.close_code() == 4429);
  ChatClient third(server.port());
  third.send(R"({"type":"hello","resume":"token_1"})");
  CHECK(third.frame()["type"] == "welcome");
  CHECK(server.bot.hellos().size() == 2);
  CHECK(refused(server, Refusal::fast_conversations) == 1);
}

TEST_CASE("the chats of one address share a rate", "[web][rates]") {
  ServerSettings settings = still();
  settings.address_limits.frames = {1, 4};
  TestServer server(settings);
  ChatClient one(server.port());
  one.welcome();
  ChatClient other(server.port());
  other.welcome();
  one.send(message(1));
  CHECK(one.frame("reply").is_object());
  other.send(message(2));
  CHECK(other.frame("reply").is_object());
  other.send(message(3));
  CHECK(other.frame()["code"] == "too_fast");
  one.send(message(4));
  CHECK(one.frame()["code"] == "too_fast");
}

TEST_CASE("a conversation that reconnects finds its rate as it left it", "[web][rates]") {
  ServerSettings settings = still();
  settings.chat.frames = {1, 4};
  TestServer server(settings);
  const std::string hello = R"({"type":"hello","resume":"mine"})";
  {
    ChatClient client(server.port());
    client.send(hello);
    CHECK(client.frame()["type"] == "welcome");
    client.send(message(1));
    CHECK(client.frame("reply").is_object());
  }
  REQUIRE(eventually([&] { return server.bot.closed_count == 1; }));
  ChatClient again(server.port());
  again.send(hello);
  CHECK(again.frame()["type"] == "welcome");
  again.send(message(2));
  CHECK(again.frame("reply").is_object());
  again.send(message(3));
  CHECK(again.frame()["code"] == "too_fast");
  ChatClient stranger(server.port());
  stranger.welcome();
  stranger.send(message(4));
  CHECK(stranger.frame("reply").is_object());
}

TEST_CASE("visitors behind a trusted proxy are counted one by one", "[web][rates]") {
  ServerSettings settings = still();
  settings.trusted_proxies = {"127.0.0.0/8"};
  settings.address_limits.requests = {1, 2};
  settings.address_limits.connects = {1, 1};
  settings.address_limits.connections = 1;
  TestServer server(settings, add_hello);
  RawClient proxy(server.port());
  RawClient another(server.port());
  CHECK(hello_from(proxy, "198.51.100.1").body == "198.51.100.1");
  CHECK(hello_from(another, "198.51.100.1").status == 200);
  CHECK(hello_from(proxy, "198.51.100.1").status == 429);
  CHECK(hello_from(proxy, "198.51.100.2").status == 200);
  CHECK(hello_from(proxy, "2001:db8:0:1::1").status == 200);
  CHECK(hello_from(proxy, "2001:db8:0:1::2").status == 200);
  CHECK(hello_from(proxy, "2001:db8:0:1::3").status == 429);
  CHECK(hello_from(proxy, "2001:db8:0:2::1").status == 200);

  const auto chat_from = [&](const std::string& address) {
    return ChatOptions{"anteroom.v1", "", "/chat", address};
  };
  ChatClient first(server.port(), chat_from("198.51.100.7"));
  first.welcome();
  ChatClient second(server.port(), chat_from("198.51.100.7"));
  CHECK(second.close_code() == 1013);
  ChatClient third(server.port(), chat_from("198.51.100.8"));
  third.welcome();
  CHECK(server.log().front() != "untrusted_proxy");
}

TEST_CASE("a proxy that is not trusted is one visitor, and a warning", "[web][rates]") {
  ServerSettings settings = still();
  settings.address_limits.requests = {1, 2};
  TestServer server(settings, add_hello);
  RawClient proxy(server.port());
  CHECK(hello_from(proxy, "198.51.100.1").body == "127.0.0.1");
  CHECK(hello_from(proxy, "198.51.100.2").status == 200);
  CHECK(hello_from(proxy, "198.51.100.3").status == 429);
  CHECK(server.log() ==
        std::vector<std::string>{"untrusted_proxy", "refused_fast_requests count=1"});
}

TEST_CASE("so many are told why, beyond them connections just close", "[web][rates]") {
  ServerSettings settings;
  settings.connections = 1;
  TestServer server(settings, add_hello);
  RawClient only(server.port());
  CHECK(hello_from(only).status == 200);
  std::vector<std::unique_ptr<RawClient>> waiting;
  for (int i = 0; i < 100; ++i) waiting.push_back(std::make_unique<RawClient>(server.port()));
  REQUIRE(eventually([&] { return server.counts().connections == 101; }));
  RawClient one_more(server.port());
  CHECK(one_more.ends());
  CHECK(refused(server, Refusal::unanswered) == 1);
  CHECK(hello_from(*waiting.back()).status == 503);
}

TEST_CASE("a kind of refusal is logged once, and the rest with its number", "[web][rates]") {
  TestServer server({}, add_hello);
  for (int i = 0; i < 5; ++i) {
    RawClient client(server.port());
    client.send("GARBAGE\r\n\r\n");
    CHECK(client.answer().status == 400);
  }
  CHECK(server.log() == std::vector<std::string>{"refused_bad_request count=1"});
  CHECK(server.stop());
  CHECK(server.log().back() == "refused_bad_request count=4");
}
