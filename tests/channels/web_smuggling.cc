// Requests that two programs could read in two ways, as bytes. Each is followed by a second
// request: the server must answer once, with a refusal, and close.
#include <catch2/catch.hpp>

#include "tests/channels/web_support.h"

using namespace anteroom::web;
using namespace std::string_literals;
using namespace web_tests;

namespace {

const std::string kSecond = "GET /hello HTTP/1.1\r\nHost: here\r\n\r\n";

struct Row {
  std::string name;
  int status;
  std::string bytes;
};

std::string post(const std::string& fields, const std::string& body = {}) {
  return "POST /echo HTTP/1.1\r\nHost: here\r\n" + fields + "\r\n" + body;
}
std::string get(const std::string& fields) {
  return "GET /hello HTTP/1.1\r\nHost: here\r\n" + fields + "\r\n";
}
std::string chunked(const std::string& body) {
  return post("Transfer-Encoding: chunked\r\n", body);
}
std::string target(const std::string& text) {
  return "GET " + text + " HTTP/1.1\r\nHost: here\r\n\r\n";
}
std::string upgrade(const std::string& fields, const std::string& body = {}) {
  return "GET /chat HTTP/1.1\r\nHost: here\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
         "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n" +
         fields + "\r\n" + body;
}

// clang-format off
const std::vector<Row> kDoubtful = {
    {"two lengths, different", 400, post("Content-Length: 1\r\nContent-Length: 2\r\n", "ab")},
    {"two lengths, the same", 400, post("Content-Length: 1\r\nContent-Length: 1\r\n", "a")},
    {"a list of lengths", 400, post("Content-Length: 1, 1\r\n", "a")},
    {"a length with a sign", 400, post("Content-Length: +1\r\n", "a")},
    {"a negative length", 400, post("Content-Length: -1\r\n", "a")},
    {"a hexadecimal length", 400, post("Content-Length: 0x1\r\n", "a")},
    {"a length with a blank", 400, post("Content-Length: 1 1\r\n", "a")},
    {"an empty length", 400, post("Content-Length:\r\n", "a")},
    {"a length of many digits", 400, post("Content-Length: 99999999999999999999999\r\n", "a")},
    {"a length over the limit", 413, post("Content-Length: 1048577\r\n", "a")},
    {"a length and chunks", 400, post("Content-Length: 1\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")},
    {"chunks and a length", 400, post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n")},
    {"two transfer codings", 400, post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")},
    {"chunked, identity", 501, post("Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n")},
    {"identity", 501, post("Transfer-Encoding: identity\r\n", "0\r\n\r\n")},
    {"gzip, chunked", 501, post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n")},
    {"xchunked", 501, post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n")},
    {"an empty transfer coding", 501, post("Transfer-Encoding:\r\n", "0\r\n\r\n")},
    {"a quoted transfer coding", 501, post("Transfer-Encoding: \"chunked\"\r\n", "0\r\n\r\n")},
    {"a transfer coding with a vertical tab", 400, post("Transfer-Encoding: \vchunked\r\n", "0\r\n\r\n")},
    {"chunks in HTTP/1.0", 400, "POST /echo HTTP/1.0\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},

    {"a folded field", 400, get("X-A: b\r\n c\r\n")},
    {"a folded transfer coding", 501, post("Transfer-Encoding:\r\n chunked\r\n", "0\r\n\r\n")},
    {"a first field that is folded", 400, "GET /hello HTTP/1.1\r\n Host: here\r\n\r\n"},
    {"a bare line feed", 400, "GET /hello HTTP/1.1\nHost: here\n\n"},
    {"a bare line feed behind a field", 400, "GET /hello HTTP/1.1\r\nHost: here\nX-A: b\r\n\r\n"},
    {"a bare carriage return", 400, get("X-A: b\rX-B: c\r\n")},
    {"a blank before the colon", 400, post("Content-Length : 1\r\n", "a")},
    {"a tab before the colon", 400, post("Transfer-Encoding\t: chunked\r\n", "0\r\n\r\n")},
    {"a field without a colon", 400, get("X-A\r\n")},
    {"a field without a name", 400, get(": b\r\n")},
    {"a zero byte in a value", 400, get("X-A: b\0c\r\n"s)},
    {"a zero byte in a name", 400, get("X-\0A: b\r\n"s)},
    {"a name that is not ASCII", 400, get("X-\xc3\xa9: b\r\n")},
    {"two hosts", 400, get("Host: there\r\n")},
    {"two hosts, the same", 400, get("Host: here\r\n")},
    {"no host", 400, "GET /hello HTTP/1.1\r\n\r\n"},
    {"an empty host", 400, "GET /hello HTTP/1.1\r\nHost:\r\n\r\n"},
    {"a host with a path", 400, "GET /hello HTTP/1.1\r\nHost: here/there\r\n\r\n"},
    {"a host with a user", 400, "GET /hello HTTP/1.1\r\nHost: a@here\r\n\r\n"},
    {"a list of hosts", 400, "GET /hello HTTP/1.1\r\nHost: here, there\r\n\r\n"},
    {"two origins", 400, get("Origin: https://a.example\r\nOrigin: https://b.example\r\n")},
    {"an expectation", 417, get("Expect: 200-ok\r\n")},

    {"HTTP/0.9", 400, "GET /hello\r\n"},
    {"HTTP/1.2", 505, "GET /hello HTTP/1.2\r\nHost: here\r\n\r\n"},
    {"HTTP/2.0", 505, "GET /hello HTTP/2.0\r\nHost: here\r\n\r\n"},
    {"the preface of HTTP/2", 400, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"},
    {"HTTP/1.10", 505, "GET /hello HTTP/1.10\r\nHost: here\r\n\r\n"},
    {"http/1.1", 400, "GET /hello http/1.1\r\nHost: here\r\n\r\n"},
    {"two blanks", 400, "GET  /hello HTTP/1.1\r\nHost: here\r\n\r\n"},
    {"a tab for a blank", 400, "GET\t/hello\tHTTP/1.1\r\nHost: here\r\n\r\n"},
    {"a blank behind the version", 400, "GET /hello HTTP/1.1 \r\nHost: here\r\n\r\n"},
    {"an empty line first", 400, "\r\nGET /hello HTTP/1.1\r\nHost: here\r\n\r\n"},
    {"a method that is none", 400, "G@T /hello HTTP/1.1\r\nHost: here\r\n\r\n"},
    {"a hello of TLS", 400, "\x16\x03\x01\x02\x05\x01\x02\xfc\x03\x03"s},
    {"a target of a proxy", 400, target("http://here/hello")},
    {"a target of CONNECT", 400, "CONNECT here:443 HTTP/1.1\r\nHost: here\r\n\r\n"},
    {"a target of OPTIONS", 400, "OPTIONS * HTTP/1.1\r\nHost: here\r\n\r\n"},
    {"a target with a fragment", 400, target("/hello#there")},
    {"a target that is not ASCII", 400, target("/h\xc3\xa9llo")},
    {"a target that is too long", 414, target("/" + std::string(5'000, 'a'))},
    {"an endless target", 414, "GET /" + std::string(6'000, 'a')},
    {"too many fields", 431, get([] {
       std::string fields;
       for (int i = 0; i < 100; ++i) fields += "A: b\r\n";
       return fields;
     }())},

    {"a chunk's size that is none", 400, chunked("x\r\na\r\n0\r\n\r\n")},
    {"a chunk's size with a sign", 400, chunked("+1\r\na\r\n0\r\n\r\n")},
    {"a chunk's size with 0x", 400, chunked("0x1\r\na\r\n0\r\n\r\n")},
    {"a chunk's size of many digits", 400, chunked("fffffffffffffffff\r\na\r\n0\r\n\r\n")},
    {"a chunk's size over the limit", 413, chunked("7fffffff\r\na\r\n0\r\n\r\n")},
    {"a chunk longer than its size", 400, chunked("1\r\nabc\r\n0\r\n\r\n")},
    {"a chunk's end by a bare line feed", 400, chunked("1\na\n0\n\n")},
    {"an endless chunk extension", 400, chunked("1;a=" + std::string(80'000, 'x'))},
    {"fields behind the chunks", 400, chunked("1\r\na\r\n0\r\nX-Forwarded-For: 192.0.2.1\r\n\r\n")},

    {"an upgrade with a body", 400, upgrade("Sec-WebSocket-Protocol: anteroom.v1\r\nContent-Length: 3\r\n", "abc")},
    {"an upgrade with chunks", 400, upgrade("Sec-WebSocket-Protocol: anteroom.v1\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")},
    {"an upgrade with frames at once", 400, upgrade("Sec-WebSocket-Protocol: anteroom.v1\r\n")},
    {"a refused upgrade", 403, upgrade("Origin: https://evil.example\r\nSec-WebSocket-Protocol: anteroom.v1\r\n")},
};

// The framing of these is beyond doubt: the connection goes on.
const std::vector<Row> kPlain = {
    {"dots", 400, target("/../hello")},
    {"escaped dots", 400, target("/%2e%2e/hello")},
    {"an escaped slash", 400, target("/a%2fhello")},
    {"an escaped backslash", 400, target("/..%5chello")},
    {"an escaped zero", 400, target("/hello%00")},
    {"a broken escape", 400, target("/hello%4")},
    {"a double escape stays escaped", 404, target("/%252e%252e/hello")},
    {"TRACE", 405, "TRACE /hello HTTP/1.1\r\nHost: here\r\n\r\n"},
    {"CONNECT with a path", 405, "CONNECT /hello HTTP/1.1\r\nHost: here\r\n\r\n"},
    {"a method of our own", 405, "BREW /hello HTTP/1.1\r\nHost: here\r\n\r\n"},
    {"a method in small letters", 405, "get /hello HTTP/1.1\r\nHost: here\r\n\r\n"},
    {"an upgrade to HTTP/2", 200, get("Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQ\r\n")},
    {"the chat without an upgrade", 426, target("/chat")},
    {"a chunk extension", 200, chunked("1;a=b\r\nx\r\n0\r\n\r\n")},
    {"a body of GET", 200, get("Content-Length: 3\r\n").append("abc")},
};
// clang-format on

void add_routes(Routes& routes) {
  const auto hello = [](const Request&) { return text_response(200, "Hello"); };
  routes.add({"GET", "/hello", immediately(hello)});
  routes.add({"POST", "/echo", immediately(hello)});
}

std::size_t answers_in(const std::string& bytes) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = bytes.find("\r\n\r\n", at)) != std::string::npos; ++at) ++count;
  return count;
}

std::string status_line(int status) { return "HTTP/1.1 " + std::to_string(status) + " "; }

}  // namespace

TEST_CASE("doubtful requests are refused once, and the connection ends", "[web][smuggling]") {
  TestServer server({}, add_routes);
  for (const Row& row : kDoubtful) {
    INFO(row.name);
    const auto said = said_to(server.port(), row.bytes + kSecond);
    REQUIRE(said);
    CHECK(said->substr(0, 13) == status_line(row.status));
    CHECK(said->find("{\"error\":{\"code\":") != std::string::npos);
    CHECK(said->find("\r\nConnection: close\r\n") != std::string::npos);
    CHECK(said->find("\r\nX-Content-Type-Options: nosniff\r\n") != std::string::npos);
    CHECK(answers_in(*said) == 1);
  }
  CHECK(eventually([&] { return server.counts().connections == 0; }));
  CHECK(refused(server, Refusal::bad_request) + refused(server, Refusal::large_request) +
            refused(server, Refusal::wrong_origin) ==
        kDoubtful.size());
}

TEST_CASE("doubtful requests are refused alike when they come byte by byte", "[web][smuggling]") {
  TestServer server({}, add_routes);
  for (const Row& row : kDoubtful) {
    if (row.bytes.size() > 1000 || row.name == "an upgrade with frames at once") continue;
    INFO(row.name);
    const auto said = said_to(server.port(), row.bytes + kSecond, true);
    REQUIRE(said);
    CHECK(said->substr(0, 13) == status_line(row.status));
    CHECK(answers_in(*said) == 1);
  }
}

TEST_CASE("odd requests whose end is clear are answered, and so is the next", "[web][smuggling]") {
  TestServer server({}, add_routes);
  for (const Row& row : kPlain) {
    INFO(row.name);
    RawClient client(server.port());
    client.send(row.bytes + kSecond);
    CHECK(client.answer().status == row.status);
    CHECK(client.answer().body == "Hello");
  }
}

TEST_CASE("HTTP/1.0 is answered and closed, unless it asks to go on", "[web][smuggling]") {
  TestServer server({}, add_routes);
  const auto said = said_to(server.port(), "GET /hello HTTP/1.0\r\n\r\n" + kSecond);
  REQUIRE(said);
  CHECK(said->find("Hello") != std::string::npos);
  CHECK(answers_in(*said) == 1);
}
