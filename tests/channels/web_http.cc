#include <catch2/catch.hpp>
#include <chrono>
#include <future>
#include <optional>
#include <thread>

#include "tests/channels/web_support.h"

using namespace anteroom::web;
using namespace std::chrono_literals;
using namespace web_tests;

namespace {

constexpr std::string_view kScript = "console.log('hello')";

Response echo_request(const Request& request) {
  return text_response(200, request.method + " " + request.path + "?" + request.query + " " +
                                std::string(request.parameter("id")) + " [" + request.body + "]");
}

void some_routes(Routes& routes) {
  routes.add(
      {"GET", "/hello", immediately([](const Request&) { return text_response(200, "Hello"); })});
  routes.add({"POST", "/echo/{id}", immediately(echo_request)});
  routes.add({"GET",
              "/widget.js",
              immediately([](const Request&) {
                return static_response("text/javascript", kScript, "\"v1\"");
              }),
              {"default-src 'none'", "'none'", "'none'", "cross-origin"}});
  routes.add({"GET", "/later", [](Request, Respond respond) {
                std::thread([respond] {
                  std::this_thread::sleep_for(20ms);
                  respond(text_response(200, "later"));
                  respond(text_response(200, "twice"));
                }).detach();
              }});
  routes.add({"GET", "/never", [](Request, Respond) {}});
  routes.add({"GET", "/cookies", immediately([](const Request&) {
                Response response = redirect("/hello");
                response.headers.push_back({"Set-Cookie", "a=1"});
                response.headers.push_back({"Set-Cookie", "b=2"});
                return response;
              })});
}

RawResponse ask(TestServer& server, const std::string& bytes, bool to_head = false) {
  RawClient client(server.port());
  client.send(bytes);
  return client.answer(to_head);
}

}  // namespace

TEST_CASE("an empty body in chunks may come byte by byte", "[web][http]") {
  TestServer server({}, some_routes);
  RawClient client(server.port());
  for (const char byte :
       request("POST", "/echo/1", "Transfer-Encoding: chunked\r\n") + "0\r\n\r\n") {
    client.send({&byte, 1});
    std::this_thread::sleep_for(1ms);  // so that the server reads them apart
  }
  CHECK(client.answer().body == "POST /echo/1? 1 []");
}

TEST_CASE("routes are served with security headers", "[web][http]") {
  TestServer server({}, some_routes);
  const auto hello = ask(server, request("GET", "/hello"));
  CHECK(hello.status == 200);
  CHECK(hello.body == "Hello");
  CHECK(hello.header("Content-Type") == "text/plain; charset=utf-8");
  CHECK(hello.header("Cache-Control") == "no-store");
  CHECK(hello.header("X-Frame-Options") == "DENY");
  CHECK(hello.header("Content-Security-Policy").find("default-src 'none'") == 0);
  CHECK(hello.header("Server").empty());

  const auto echo = ask(server, request("POST", "/echo/a%20b?x=1", "", "body"));
  CHECK(echo.body == "POST /echo/a%20b?x=1 a b [body]");
}

TEST_CASE("refusals are JSON with the strict headers", "[web][http]") {
  TestServer server({}, some_routes);
  const auto unknown = ask(server, request("GET", "/nowhere"));
  CHECK(unknown.status == 404);
  CHECK(nlohmann::json::parse(unknown.body)["error"]["code"] == "not_found");
  CHECK(unknown.header("X-Content-Type-Options") == "nosniff");

  const auto method = ask(server, request("DELETE", "/hello"));
  CHECK(method.status == 405);
  CHECK(method.header("Allow") == "GET, HEAD");

  CHECK(ask(server, request("GET", "/%2e%2e/etc/passwd")).status == 400);
  CHECK(ask(server, "GARBAGE\r\n\r\n").status == 400);
  CHECK(ask(server, "GET /hello HTTP/1.1\r\n\r\n").status == 400);
  CHECK(ask(server, request("GET", "/chat")).status == 426);
}

TEST_CASE("HEAD is GET without the body", "[web][http]") {
  TestServer server({}, some_routes);
  RawClient client(server.port());
  client.send(request("HEAD", "/widget.js") + request("GET", "/hello"));
  const auto head = client.answer(true);
  CHECK(head.status == 200);
  CHECK(head.header("Content-Length") == std::to_string(kScript.size()));
  CHECK(head.header("Cross-Origin-Resource-Policy") == "cross-origin");
  CHECK(client.answer().body == "Hello");
}

TEST_CASE("what a client has already is not sent again", "[web][http]") {
  TestServer server({}, some_routes);
  const auto first = ask(server, request("GET", "/widget.js"));
  CHECK(first.body == kScript);
  CHECK(first.header("ETag") == "\"v1\"");
  const auto again = ask(server, request("GET", "/widget.js", "If-None-Match: \"v1\"\r\n"));
  CHECK(again.status == 304);
  CHECK(again.header("Content-Length").empty());
  CHECK(ask(server, request("GET", "/widget.js", "If-None-Match: \"v0\"\r\n")).status == 200);
}

TEST_CASE("pipelined requests are answered in order on one connection", "[web][http]") {
  TestServer server({}, some_routes);
  RawClient client(server.port());
  client.send(request("GET", "/later") + request("GET", "/hello") +
              request("POST", "/echo/7", "", "x") +
              request("GET", "/hello", "Connection: close\r\n"));
  CHECK(client.answer().body == "later");
  CHECK(client.answer().body == "Hello");
  CHECK(client.answer().body == "POST /echo/7? 7 [x]");
  CHECK(client.answer().header("Connection") == "close");
  CHECK(client.ends());
  CHECK(server.counts().requests == 4);
}

TEST_CASE("a body may come in chunks, and may ask first", "[web][http]") {
  TestServer server({}, some_routes);
  RawClient client(server.port());
  client.send(
      "POST /echo/1 HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n"
      "2\r\nab\r\n1\r\nc\r\n0\r\n\r\n");
  CHECK(client.answer().body == "POST /echo/1? 1 [abc]");
  client.send(
      "POST /echo/2 HTTP/1.1\r\nHost: here\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
  CHECK(client.answer().status == 100);
  client.send("hi");
  CHECK(client.answer().body == "POST /echo/2? 2 [hi]");
}

TEST_CASE("a handler that does not answer is answered for", "[web][http]") {
  ServerSettings settings;
  settings.http.handler = 50ms;
  TestServer server(settings, some_routes);
  CHECK(ask(server, request("GET", "/never")).status == 503);
  CHECK(server.log() == std::vector<std::string>{"handler_late"});
}

TEST_CASE("several cookies and a redirect", "[web][http]") {
  TestServer server({}, some_routes);
  const auto response = ask(server, request("GET", "/cookies"));
  CHECK(response.status == 303);
  CHECK(response.header("Location") == "/hello");
  CHECK(response.head.find("Set-Cookie: a=1\r\n") != std::string::npos);
  CHECK(response.head.find("Set-Cookie: b=2\r\n") != std::string::npos);
}

TEST_CASE("large headers and bodies are refused", "[web][http]") {
  ServerSettings settings;
  settings.http.body_bytes = 1000;
  TestServer server(settings, some_routes);
  RawClient headers(server.port());
  headers.send(request("GET", "/hello", "X-Big: " + std::string(20'000, 'x') + "\r\n"));
  CHECK(headers.answer().status == 431);
  CHECK(headers.ends());

  CHECK(ask(server, request("POST", "/echo/1", "", std::string(1000, 'x'))).status == 200);
  RawClient announced(server.port());
  announced.send("POST /echo/1 HTTP/1.1\r\nHost: here\r\nContent-Length: 1001\r\n\r\n");
  CHECK(announced.answer().status == 413);
  RawClient chunked(server.port());
  chunked.send("POST /echo/1 HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n" +
               std::string(1001, 'x') + "\r\n0\r\n\r\n");
  CHECK(chunked.answer().status == 413);
}

TEST_CASE("slow headers, slow bodies and idle connections end", "[web][http]") {
  ServerSettings settings;
  settings.http.idle = 150ms;
  settings.http.header = 150ms;
  settings.http.body = 150ms;
  TestServer server(settings, some_routes);
  RawClient silent(server.port());
  RawClient slow_header(server.port());
  slow_header.send("GET /hello HT");
  RawClient slow_body(server.port());
  slow_body.send("POST /echo/1 HTTP/1.1\r\nHost: here\r\nContent-Length: 10\r\n\r\nhalf");
  RawClient kept(server.port());
  kept.send(request("GET", "/hello"));
  CHECK(kept.answer().status == 200);
  CHECK(silent.ends());
  CHECK(slow_header.ends());
  CHECK(slow_body.ends());
  CHECK(kept.ends());
  CHECK(eventually([&] { return server.counts().connections == 0; }));
}

TEST_CASE("more connections than allowed are turned away", "[web][http]") {
  ServerSettings settings;
  settings.connections = 1;
  TestServer server(settings, some_routes);
  RawClient first(server.port());
  first.send(request("GET", "/hello"));
  CHECK(first.answer().status == 200);
  const auto second = ask(server, request("GET", "/hello"));
  CHECK(second.status == 503);
  CHECK(second.header("Retry-After") == "10");
  CHECK(second.header("Connection") == "close");
  CHECK(refused(server, Refusal::full) == 1);
}

TEST_CASE("a stop lets the running request end", "[web][http]") {
  std::promise<Respond> held;
  TestServer server({}, [&](Routes& routes) {
    routes.add({"GET", "/held", [&](Request, Respond respond) { held.set_value(respond); }});
  });
  RawClient idle(server.port());
  std::optional<RawClient> busy(server.port());
  busy->send(request("GET", "/held"));
  const Respond respond = held.get_future().get();
  auto stopped = std::thread([&] { CHECK(server.stop()); });
  CHECK(idle.ends());
  respond(text_response(200, "last words"));
  const auto response = busy->answer();
  CHECK(response.body == "last words");
  CHECK(response.header("Connection") == "close");
  CHECK(busy->ends());
  busy.reset();
  stopped.join();
}

TEST_CASE("a stop cuts off those who do not end", "[web][http]") {
  ServerSettings settings;
  settings.drain = 50ms;
  TestServer server(settings, some_routes);
  RawClient half(server.port());
  half.send("GET /hello HT");
  REQUIRE(eventually([&] { return server.counts().connections == 1; }));
  std::this_thread::sleep_for(10ms);
  CHECK(server.stop());
  CHECK(half.ends());
}

TEST_CASE("an address that is taken or none is an error", "[web][http]") {
  TestServer server;
  ServerSettings taken;
  taken.port = server.port();
  CHECK(listening_fails_because(taken).find("cannot listen: ") == 0);
  ServerSettings none;
  none.address = "nowhere";
  CHECK(listening_fails_because(none).find("no IP address") == 0);
}

TEST_CASE("a client that never reads its answer is dropped", "[web][http]") {
  static const std::string large(32 * 1024 * 1024, 'x');
  ServerSettings settings;
  settings.http.write = 150ms;
  TestServer server(settings, [](Routes& routes) {
    routes.add({"GET", "/large", immediately([](const Request&) {
                  return static_response("text/plain", large, "");
                })});
  });
  RawClient client(server.port());
  client.send(request("GET", "/large"));
  CHECK(eventually([&] { return refused(server, Refusal::slow_request) == 1; }));
  CHECK(eventually([&] { return server.counts().connections == 0; }));
}

TEST_CASE("a header or a body that trickles in is dropped", "[web][http]") {
  ServerSettings settings;
  settings.http.header = 200ms;
  settings.http.body = 200ms;
  TestServer server(settings, some_routes);
  const std::string header = "GET /hello HTTP/1.1\r\nHost: here\r\n";
  const std::string body = "POST /echo/1 HTTP/1.1\r\nHost: here\r\nContent-Length: 100\r\n\r\n";
  for (const std::string& start : {header, body}) {
    RawClient client(server.port());
    client.send(start);
    REQUIRE(eventually([&] { return server.counts().connections == 1; }));
    CHECK(eventually([&] {
      client.send("X");
      return server.counts().connections == 0;
    }));
  }
  CHECK(refused(server, Refusal::slow_request) == 2);
}

TEST_CASE("a connection has so many requests", "[web][http]") {
  ServerSettings settings;
  settings.http.requests = 2;
  TestServer server(settings, some_routes);
  RawClient client(server.port());
  client.send(request("GET", "/hello") + request("GET", "/hello") + request("GET", "/hello"));
  CHECK(client.answer().header("Connection").empty());
  CHECK(client.answer().header("Connection") == "close");
  CHECK(client.everything().empty());
}

TEST_CASE("every answer, refusals too, has the security headers", "[web][http]") {
  ServerSettings settings;
  settings.https = true;
  settings.http.handler = 50ms;
  TestServer server(settings, some_routes);
  const std::vector<std::string> requests = {
      request("GET", "/hello"),
      request("HEAD", "/hello"),
      request("POST", "/echo/1", "", "x"),
      request("GET", "/widget.js"),
      request("GET", "/widget.js", "If-None-Match: \"v1\"\r\n"),
      request("GET", "/never"),
      request("GET", "/cookies"),
      request("GET", "/nowhere"),
      request("PUT", "/hello"),
      request("GET", "/chat"),
      request("GET", "/%"),
      request("GET", "/hello", "Host: twice\r\n"),
      request("POST", "/echo/1", "Content-Length: 9999999\r\n"),
      request("POST", "/echo/1", "Transfer-Encoding: chunked\r\n") + "x\r\n",
      request("GET", "/" + std::string(9'000, 'a')),
      request("GET", "/hello", "X: " + std::string(20'000, 'a') + "\r\n"),
      "GARBAGE\r\n\r\n",
  };
  for (const std::string& bytes : requests) {
    const auto response = ask(server, bytes, bytes.rfind("HEAD", 0) == 0);
    INFO(bytes.substr(0, 60) << " -> " << response.status);
    const std::string policy = response.header("Content-Security-Policy");
    for (const char* part : {"default-src 'none'", "base-uri 'none'", "form-action 'none'",
                             "frame-ancestors 'none'", "require-trusted-types-for 'script'"})
      CHECK(policy.find(part) != std::string::npos);
    CHECK(policy.find("unsafe") == std::string::npos);
    CHECK(response.header("X-Content-Type-Options") == "nosniff");
    CHECK(response.header("X-Frame-Options") == "DENY");
    CHECK(response.header("Referrer-Policy") == "no-referrer");
    CHECK(response.header("Cross-Origin-Opener-Policy") == "same-origin");
    CHECK_FALSE(response.header("Cross-Origin-Resource-Policy").empty());
    CHECK_FALSE(response.header("Permissions-Policy").empty());
    CHECK_FALSE(response.header("Cache-Control").empty());
    CHECK(response.header("Strict-Transport-Security") == "max-age=31536000");
    CHECK(response.header("Server").empty());
  }
  TestServer plain({}, some_routes);
  CHECK(ask(plain, request("GET", "/hello")).header("Strict-Transport-Security").empty());
}
