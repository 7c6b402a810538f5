#include <catch2/catch.hpp>

#include "channels/web/admission.h"
#include "channels/web/routes.h"
#include "channels/web/url.h"

using namespace anteroom::web;

namespace {

Routes some_routes() {
  Routes routes;
  const auto named = [](std::string name) {
    return immediately([name](const Request&) { return text_response(200, name); });
  };
  routes.add({"GET", "/", named("home")});
  routes.add({"GET", "/api/v1/leads", named("leads")});
  routes.add({"GET", "/api/v1/leads/{id}", named("lead")});
  routes.add({"DELETE", "/api/v1/leads/{id}", named("erase")});
  routes.add({"POST", "/sms/{gateway}/{number}", named("sms")});
  routes.add({"GET", "/console/*", named("console")});
  return routes;
}

std::string answer_of(const Routes::Match& match) {
  std::string text;
  if (match.handle) (*match.handle)({}, [&](Response response) { text = response.body; });
  return text;
}

std::string header_of(const std::vector<Header>& headers, std::string_view name) {
  for (const auto& header : headers)
    if (header.name == name) return header.value;
  return {};
}

}  // namespace

TEST_CASE("routes are found by method and pattern", "[web][routes]") {
  const Routes routes = some_routes();
  struct Row {
    std::string method, path;
    int status;
    std::string answer;
  };
  const std::vector<Row> rows = {
      {"GET", "/", 200, "home"},
      {"HEAD", "/", 200, "home"},
      {"GET", "/api/v1/leads", 200, "leads"},
      {"GET", "/api/v1/leads/", 404, ""},
      {"GET", "/api/v1/leads/7", 200, "lead"},
      {"DELETE", "/api/v1/leads/7", 200, "erase"},
      {"GET", "/api/v1/leads/7/more", 404, ""},
      {"GET", "/%61pi/v1/leads", 200, "leads"},
      {"GET", "/console/", 200, "console"},
      {"GET", "/console", 404, ""},
      {"GET", "/Api/v1/leads", 404, ""},
      {"GET", "/console/../api/v1/leads", 400, ""},
      {"GET", "/console/%2e%2e/x", 400, ""},
      {"GET", "/console/..%2f..%2Fx", 400, ""},
      {"GET", "/console/%2e.%5cx", 400, ""},
      {"GET", "/api/v1/leads/7%2fmore", 400, ""},
      {"GET", "/console/%00", 400, ""},
      {"GET", "/console/%zz", 400, ""},
      {"GET", "api", 400, ""},
      {"GET", "", 400, ""},
      {"HEAD", "/sms/generic/1", 405, ""},
  };
  for (const auto& row : rows) {
    INFO(row.method << " " << row.path);
    const auto match = routes.find(row.method, row.path);
    CHECK(match.status == row.status);
    CHECK(answer_of(match) == row.answer);
  }
}

TEST_CASE("a wrong method names the right ones", "[web][routes]") {
  const Routes routes = some_routes();
  CHECK(routes.find("PUT", "/api/v1/leads/7").allow == "GET, HEAD, DELETE");
  CHECK(routes.find("GET", "/sms/a/b").allow == "POST");
  CHECK(routes.find("PUT", "/nowhere").allow.empty());
}

TEST_CASE("parameters are unescaped, a plus stays a plus", "[web][routes]") {
  const Routes routes = some_routes();
  const auto sms = routes.find("POST", "/sms/generic/+15105550100");
  CHECK(sms.parameters == PathParameters{{"gateway", "generic"}, {"number", "+15105550100"}});
  CHECK(routes.find("GET", "/api/v1/leads/a%2Bb%20c").parameters.at(0).second == "a+b c");
  CHECK(routes.find("GET", "/api/v1/leads/a%2Fb").status == 400);
  CHECK(routes.find("GET", "/console/a/b.js").parameters.at(0).second == "a/b.js");
}

TEST_CASE("security headers allow nothing unless told", "[web][routes]") {
  const auto strict = security_headers({});
  CHECK(header_of(strict, "Content-Security-Policy") ==
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'");
  CHECK(header_of(strict, "X-Frame-Options") == "DENY");
  CHECK(header_of(strict, "X-Content-Type-Options") == "nosniff");
  CHECK(header_of(strict, "Referrer-Policy") == "no-referrer");
  CHECK(header_of(strict, "Cross-Origin-Resource-Policy") == "same-origin");
  CHECK(header_of(strict, "Cross-Origin-Opener-Policy") == "same-origin");

  PagePolicy panel;
  panel.content = "default-src 'none'; script-src 'self'";
  panel.frame_ancestors = "'self' https://clinic.example";
  panel.cross_origin_resource = "cross-origin";
  const auto framed = security_headers(panel);
  CHECK(header_of(framed, "Content-Security-Policy")
            .find("script-src 'self'; base-uri 'none'; form-action 'none'; "
                  "frame-ancestors 'self' https://clinic.example;") != std::string::npos);
  CHECK(header_of(framed, "X-Frame-Options").empty());
  CHECK(header_of(framed, "Cross-Origin-Resource-Policy") == "cross-origin");
}

TEST_CASE("form fields", "[web][routes]") {
  CHECK(form_fields("a=1&b=x+y%26z&&c&=d") ==
        FormFields{{"a", "1"}, {"b", "x y&z"}, {"c", ""}, {"", "d"}});
  CHECK(form_fields("") == FormFields{});
  CHECK_FALSE(form_fields("a=%4"));
  CHECK_FALSE(form_fields("a=%"));
  CHECK(percent_decoded("%C3%A9") == "é");
}

TEST_CASE("origins", "[web][admission]") {
  const std::vector<std::string> allowed = {"https://clinic.example"};
  CHECK(origin_allowed("", "chat.example", {}));
  CHECK(origin_allowed("https://chat.example", "chat.example", {}));
  CHECK(origin_allowed("https://Chat.example", "chat.example", {}));
  CHECK(origin_allowed("http://127.0.0.1:8080", "127.0.0.1:8080", {}));
  CHECK(origin_allowed("https://clinic.example", "chat.example", allowed));
  CHECK_FALSE(origin_allowed("http://127.0.0.1:8081", "127.0.0.1:8080", {}));
  CHECK_FALSE(origin_allowed("https://clinic.example.evil.example", "chat.example", allowed));
  CHECK_FALSE(origin_allowed("http://clinic.example", "chat.example", allowed));
  CHECK_FALSE(origin_allowed("null", "chat.example", allowed));
  CHECK_FALSE(origin_allowed("https://", "", {}));
  for (const char* origin : {"https://clinic.example:443",
                             "https://clinic.example/",
                             "https://clinic.example.",
                             "https://CLINIC.example",
                             "https://www.clinic.example",
                             "https://clinic.example@evil.example",
                             "https://clinic.example, https://clinic.example",
                             "clinic.example",
                             "//clinic.example",
                             "https:clinic.example",
                             "file://",
                             "file://clinic.example",
                             "chrome-extension://abc",
                             "data:",
                             "*",
                             "ws://chat.example",
                             "https://chat.example:8443",
                             "https://chat.example.",
                             " https://clinic.example",
                             "HTTPS://clinic.example"}) {
    INFO(origin);
    CHECK_FALSE(origin_allowed(origin, "chat.example", allowed));
  }
}

TEST_CASE("subprotocols", "[web][admission]") {
  CHECK(offers_subprotocol("anteroom.v1"));
  CHECK(offers_subprotocol("graphql-ws , anteroom.v1"));
  CHECK_FALSE(offers_subprotocol("anteroom.v2"));
  CHECK_FALSE(offers_subprotocol(""));
}

TEST_CASE("the visitor's address behind proxies", "[web][admission]") {
  const std::vector<std::string> proxies = {"10.0.0.1", "10.0.0.2"};
  CHECK(visitor_address("203.0.113.9", "198.51.100.1", proxies) == "203.0.113.9");
  CHECK(visitor_address("10.0.0.1", "198.51.100.1", proxies) == "198.51.100.1");
  CHECK(visitor_address("10.0.0.1", "6.6.6.6, 198.51.100.1, 10.0.0.2", proxies) == "198.51.100.1");
  CHECK(visitor_address("10.0.0.1", "198.51.100.1:4711", proxies) == "198.51.100.1:4711");
  CHECK(visitor_address("10.0.0.1", "6.6.6.6, unknown", proxies) == "10.0.0.1");
  CHECK(visitor_address("172.18.0.5", "198.51.100.1", {"172.16.0.0/12"}) == "198.51.100.1");
  CHECK(visitor_address("::ffff:10.0.0.1", "198.51.100.1", proxies) == "198.51.100.1");
  CHECK(visitor_address("10.0.0.1", "", proxies) == "10.0.0.1");
  CHECK(visitor_address("10.0.0.1", "10.0.0.2", proxies) == "10.0.0.2");
}
