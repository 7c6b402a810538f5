// HTTP as plain values, for those who write handlers: a request, a response, and the few ways to
// make one. The server calls a handler on its own thread; the handler responds at once, or keeps
// `respond` and calls it later.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace anteroom::web {

struct Header {
  std::string name;
  std::string value;
};

struct Request {
  std::string method;
  std::string target;  // as sent: path and query, still escaped
  std::string path;    // as sent, still escaped
  std::string query;   // likewise, without "?"
  std::vector<Header> headers;
  std::string body;
  std::string remote_address;
  std::vector<std::pair<std::string, std::string>> parameters;  // of the route's pattern, unescaped

  std::string_view header(std::string_view name) const;    // any case; "" if there is none
  std::string joined_header(std::string_view name) const;  // where it may stand several times
  std::string_view parameter(std::string_view name) const;
  std::optional<std::string> query_field(std::string_view name) const;
};

struct Response {
  int status = 200;
  std::vector<Header>
      headers;  // Content-Type, Cache-Control (else no-store), ETag, Set-Cookie, ...
  std::string body;
  // Bytes that outlive the program's run (embedded files), sent without a copy where `body` is
  // empty.
  std::string_view static_body;

  std::string_view bytes() const { return body.empty() ? static_body : std::string_view(body); }
  std::string_view header(std::string_view name) const;
};

// May be called once, from any thread, also after the client has gone; what comes after the
// time-out is dropped.
using Respond = std::function<void(Response)>;
using Handler = std::function<void(Request, Respond)>;

Handler immediately(std::function<Response(const Request&)> handle);

Response json_response(int status, std::string json);
Response text_response(int status, std::string text);
Response static_response(std::string_view content_type, std::string_view bytes, std::string etag);
Response redirect(std::string location);
// {"error":{"code":..., "what":...}}: how every refusal of ours looks.
Response error_response(int status, std::string_view code, std::string_view what);

bool same_header_name(std::string_view a, std::string_view b);

}  // namespace anteroom::web
