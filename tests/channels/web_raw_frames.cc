// WebSocket frames as bytes: what no browser sends.
#include <catch2/catch.hpp>
#include <string>

#include "tests/channels/web_support.h"

using namespace anteroom::web;
using namespace std::chrono_literals;
using namespace std::string_literals;
using namespace web_tests;

namespace {

enum Opcode : unsigned char { more = 0, text = 1, binary = 2, closing = 8, ping = 9, pong = 10 };

struct Shape {
  unsigned char opcode = text;
  bool last = true;
  bool masked = true;
  unsigned char reserved = 0;  // of the three bits
};

void put_length(std::string& bytes, std::size_t size, bool masked) {
  const auto mask_bit = static_cast<char>(masked ? 0x80 : 0);
  if (size < 126) {
    bytes += static_cast<char>(mask_bit | static_cast<char>(size));
    return;
  }
  const int width = size < 0x10000 ? 2 : 8;
  bytes += static_cast<char>(mask_bit | (width == 2 ? 126 : 127));
  for (int shift = 8 * (width - 1); shift >= 0; shift -= 8)
    bytes += static_cast<char>(size >> shift & 0xff);
}

// Masked with zeros, which leaves the payload as it is.
std::string frame(const Shape& shape, std::string_view payload = {}) {
  std::string bytes(
      1, static_cast<char>((shape.last ? 0x80 : 0) | shape.reserved << 4 | shape.opcode));
  put_length(bytes, payload.size(), shape.masked);
  if (shape.masked) bytes += "\0\0\0\0"s;
  return bytes.append(payload);
}

const std::string kUpgrade =
    "GET /chat HTTP/1.1\r\nHost: here\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
    "Sec-WebSocket-Protocol: anteroom.v1\r\n\r\n";

// A chat by bytes: the handshake is made.
struct RawChat {
  explicit RawChat(TestServer& server) : client(server.port()) {
    client.send(kUpgrade);
    REQUIRE(client.answer().status == 101);
  }
  RawClient client;
};

// The code of the close frame that ends what the server says; 0 where there is none.
int closed_with(RawClient& client) {
  const std::string said = client.everything();
  std::size_t at = 0;
  while (at + 2 <= said.size()) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(said.at(at + i)); };
    const std::size_t size = byte(1) == 126 ? byte(2) * 256u + byte(3) : byte(1);
    const std::size_t head = byte(1) == 126 ? 4 : 2;
    if ((byte(0) & 0x0f) == closing) return byte(2) * 256 + byte(3);
    at += head + size;
  }
  return 0;
}

const std::string kHello = frame({}, R"({"type":"hello"})");

struct Row {
  std::string name;
  int code;
  std::string bytes;
};

// clang-format off
const std::vector<Row> kRows = {
    {"not masked", 1002, frame({text, true, false}, R"({"type":"hello"})")},
    {"a reserved bit", 1002, frame({text, true, true, 4}, R"({"type":"hello"})")},
    {"another reserved bit", 1002, frame({text, true, true, 1}, R"({"type":"hello"})")},
    {"a reserved opcode", 1002, frame({3}, "a")},
    {"a reserved control opcode", 1002, frame({11}, "a")},
    {"a ping in parts", 1002, frame({ping, false}, "a")},
    {"a ping of 126 bytes", 1002, frame({ping}, std::string(126, 'a'))},
    {"a part of nothing", 1002, frame({more}, "a")},
    {"a text within a text", 1002, frame({text, false}, "{") + frame({text}, "}")},
    {"a length of 2^63", 1009, "\x81\xff\x80\0\0\0\0\0\0\0\0\0\0\0"s},
    {"a length of 2^62", 1009, "\x81\xff\x40\0\0\0\0\0\0\0\0\0\0\0"s},
    {"a length of 4 GB", 1009, "\x81\xff\0\0\0\1\0\0\0\0\0\0\0\0"s},
    {"a length not in its shortest form", 1002, "\x81\xfe\0\1\0\0\0\0a"s},
    {"a close of one byte", 1002, frame({closing}, "a")},
    {"a close with a code that is none", 1002, frame({closing}, "\x03\xed"s)},
    {"a close whose reason is not UTF-8", 1002, frame({closing}, "\x03\xe8\xff"s)},
    {"a text that is not UTF-8", 1007, frame({}, "{\"type\":\"\xc3\"}")},
    {"a surrogate as UTF-8", 1007, frame({}, "{\"type\":\"\xed\xa0\x80\"}")},
    {"a text that is not UTF-8, in parts", 1007, frame({text, false}, "{\"\xc3") + frame({more}, "a\"}")},
    {"a text that ends within a character", 1007, frame({}, "\xe2\x82")},
    {"a binary message", 1003, frame({binary}, R"({"type":"hello"})")},
    {"parts that are too large together", 1009, frame({text, false}, std::string(60'000, ' ')) + frame({more}, std::string(6'000, ' '))},
    {"not JSON", 4400, frame({}, "hello")},
    {"nothing", 4400, frame({}, "")},
    {"a byte order mark", 4401, frame({}, "\xef\xbb\xbf{\"type\":\"ack\",\"seq\":1}")},
    {"a zero byte", 4400, frame({}, "{\"type\":\"hello\"}\0"s)},
    {"brackets", 4400, frame({}, std::string(65'000, '['))},
    {"braces", 4400, frame({}, [] { std::string deep; for (int i = 0; i < 13'000; ++i) deep += "{\"a\":"; return deep; }())},
    {"a lone surrogate", 4400, frame({}, R"({"type":"\ud800"})")},
    {"two objects", 4400, frame({}, R"({"type":"hello"}{"type":"hello"})")},
    {"a number that is none", 4400, frame({}, R"({"type":"hello","seen":01})")},
    {"an infinite number", 4400, frame({}, R"({"type":"hello","seen":1e999})")},
};
// clang-format on

}  // namespace

TEST_CASE("frames that break the rules close with the code that says so", "[web][frames]") {
  TestServer server;
  for (const Row& row : kRows) {
    INFO(row.name);
    RawChat chat(server);
    chat.client.send(row.bytes);
    CHECK(closed_with(chat.client) == row.code);
  }
  CHECK(server.bot.hellos().empty());
  CHECK(eventually([&] { return server.counts().connections == 0; }));
}

TEST_CASE("odd frames that break no rule are taken", "[web][frames]") {
  TestServer server;
  const std::string bye = frame({closing}, "\x03\xe8");
  const std::vector<std::pair<std::string, Hello>> rows = {
      {frame({text, false}, R"({"type":)") + frame({ping}, "between") + frame({more, false}, "") +
           frame({more}, R"("hello","seen":7})"),
       {"", "", {}, 7}},
      {frame({}, R"({"type":"ack","type":"hello","seen":1,"seen":2})"), {"", "", {}, 2}},
      {frame({}, R"( {"type":"hello","seen":9223372036854775807} )"), {"", "", {}, INT64_MAX}},
      {frame({}, R"({"type":"hello","x":1e308,"y":123456789012345678901234567890})"), {}},
  };
  for (const auto& [bytes, hello] : rows) {
    INFO(bytes);
    RawChat chat(server);
    chat.client.send(bytes + bye);
    CHECK(closed_with(chat.client) == 1000);
    REQUIRE_FALSE(server.bot.hellos().empty());
    CHECK(server.bot.hellos().back() == hello);
  }
}

TEST_CASE("pings count as frames", "[web][frames]") {
  ServerSettings settings;
  settings.steady_now = [] { return SteadyTime{}; };
  settings.chat.frames.burst = 5;
  settings.chat.fast_frames = 5;
  TestServer server(settings);
  RawChat few(server);
  few.client.send(kHello);
  for (int i = 0; i < 7; ++i) few.client.send(frame({ping}, "x"));
  few.client.send(frame({closing}, "\x03\xe8"));
  CHECK(closed_with(few.client) == 1000);

  for (const unsigned char kind : {ping, pong}) {
    RawChat many(server);
    for (int i = 0; i < 1'000; ++i) many.client.send(frame({kind}, "x"));
    CHECK(closed_with(many.client) == 4429);
    CHECK(many.client.ends());
  }
  CHECK(refused(server, Refusal::fast_frames) == 2);
}

TEST_CASE("a message of endless empty parts ends", "[web][frames]") {
  ServerSettings settings;
  settings.chat.frame_bytes = 1'000;
  TestServer server(settings);
  RawChat chat(server);
  chat.client.send(kHello + frame({text, false}, "{"));
  REQUIRE(eventually([&] { return server.counts().chats == 1; }));
  std::string parts;
  for (int i = 0; i < 10'000; ++i) parts += frame({more, false});
  for (int i = 0; i < 10 && server.counts().chats == 1; ++i) chat.client.send(parts);
  CHECK(eventually([&] { return server.counts().chats == 0; }));
  CHECK(refused(server, Refusal::bad_frame) == 1);
}

TEST_CASE("a handshake that is not finished ends", "[web][frames]") {
  TestServer server;
  RawClient half(server.port());
  half.send(kUpgrade.substr(0, kUpgrade.size() - 2));
  REQUIRE(eventually([&] { return server.counts().connections == 1; }));
  CHECK(server.counts().chats == 0);
  CHECK(server.stop());
  CHECK(half.ends());
}
