// One input is what one connection sends. It goes through the server's parser and everything that
// the server does with a request before a handler has it: once in one piece, once byte by byte.
#include "channels/web/http_head.h"
#include "channels/web/http_message.h"

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

#include "channels/web/admission.h"
#include "channels/web/url.h"
#include "tests/fuzz/fuzz.h"

namespace anteroom::fuzz {
namespace {

using namespace web;
using boost::system::error_code;

constexpr const char* kPeer = "192.0.2.7";
constexpr const char* kProxy = "198.51.100.1";

const ServerSettings& settings() {
  static const ServerSettings settings = [] {
    ServerSettings made;
    made.allowed_origins = {"https://www.clinic.example"};
    made.trusted_proxies = {kProxy};
    made.http.header_bytes = 2048;
    made.http.header_fields = 20;
    made.http.url_bytes = 256;
    made.http.body_bytes = 1024;
    return made;
  }();
  return settings;
}

const Routes& routes() {
  static const Routes routes = [] {
    Routes made;
    for (const auto& [method, pattern] :
         {std::pair("GET", "/"), std::pair("GET", "/widget.js"), std::pair("GET", "/console/*"),
          std::pair("POST", "/sms/{gateway}/{number}"), std::pair("POST", "/demo/clock")})
      made.add({method, pattern, immediately([](const Request&) { return Response{}; }), {}});
    return made;
  }();
  return routes;
}

struct Sent {
  std::optional<UpgradeRequest> message;
  error_code error;
  std::size_t size = 0;  // bytes of it
};

// As http_session.cc reads: the header first, then the rest, from a buffer into which `step` bytes
// come at a time.
Sent read_request(std::string_view bytes, std::size_t step) {
  RequestParser parser;
  set_limits(parser, settings().http);
  Sent sent;
  std::size_t there = 0;
  while (!parser.is_done()) {
    parser.eager(parser.is_header_done());
    const std::string_view piece = bytes.substr(sent.size, there - sent.size);
    const std::size_t taken =
        piece.empty() ? 0 : parser.put(boost::asio::buffer(piece.data(), piece.size()), sent.error);
    sent.size += taken;
    const bool wants_more = piece.empty() || sent.error == boost::beast::http::error::need_more;
    if (sent.error && !wants_more) return sent;
    sent.error = {};
    if (wants_more && there == bytes.size()) {
      sent.error = boost::beast::http::error::partial_message;
      return sent;
    }
    if (wants_more || taken == 0) there = std::min(there + step, bytes.size());
  }
  sent.message = parser.release();
  return sent;
}

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && byte != '\t') || byte == 0x7F;
  });
}

void check_address(UpgradeRequest message) {
  const Request direct = plain_request(message, kPeer, settings());
  expect(direct.remote_address == kPeer, "only a proxy of ours may say whom it speaks for");
  const Request forwarded = plain_request(message, kProxy, settings());
  expect(!forwarded.remote_address.empty(), "everybody has an address");
  const std::string named = forwarded.joined_header("X-Forwarded-For");
  expect(forwarded.remote_address == kProxy ||
             named.find(forwarded.remote_address) != std::string::npos,
         "an address is the peer's or a forwarded one");
}

void check_request(const Request& request) {
  expect(request.target == request.path + (request.target.size() > request.path.size()
                                               ? "?" + request.query
                                               : std::string()),
         "a target is a path and a query");
  expect(!has_control(request.target), "a target has no control characters");
  for (const Header& header : request.headers) {
    expect(!header.name.empty() && !has_control(header.name), "a header has a name");
    expect(!has_control(header.value), "a header's value is one line");
  }
  expect(request.body.size() <= settings().http.body_bytes, "a body is bounded");
  request.query_field("a");
  form_fields(request.body);
}

void check_route(const Request& request) {
  const Routes::Match match = routes().find(request.method, request.path);
  expect((match.status == 200) == (match.handle != nullptr), "what is found has a handler");
  if (match.status != 200) {
    expect(answer_to_unmatched(match).status == match.status, "what is not found is answered");
    return;
  }
  for (const auto& [name, value] : match.parameters) {
    expect(!has_control(value), "a parameter has no control characters");
    std::string_view rest = value;
    while (!rest.empty()) expect(take_until(rest, '/') != "..", "a parameter does not climb");
    expect(name == "*" || value.find('/') == std::string::npos, "a parameter is one segment");
  }
}

void check_upgrade(const UpgradeRequest& message, const Request& request) {
  if (!boost::beast::websocket::is_upgrade(message)) return;
  if (refusal_of_upgrade(request, settings())) return;
  const std::string_view origin = request.header("Origin");
  const std::string_view host = request.header("Host");
  expect(origin.empty() || origin == settings().allowed_origins.front() ||
             (!host.empty() && origin.ends_with(host)) ||
             same_header_name(origin.substr(origin.size() - std::min(origin.size(), host.size())),
                              host),
         "a chat is opened by our pages only");
}

// Two ways to tell where a body ends are how one request is smuggled within another.
void check_framing(const UpgradeRequest& message) {
  namespace http = boost::beast::http;
  const auto lengths = message.equal_range(http::field::content_length);
  const auto encodings = message.equal_range(http::field::transfer_encoding);
  expect(lengths.first == lengths.second || encodings.first == encodings.second,
         "a body's end is told in one way");
  expect(message.body().empty() || lengths.first != lengths.second ||
             encodings.first != encodings.second,
         "a body's end is told");
}

void serve(UpgradeRequest message, std::size_t head_fields) {
  check_address(message);
  const UpgradeRequest as_sent = message;
  const Request request = plain_request(message, kPeer, settings());
  check_request(request);
  if (refusal_of_request(request, head_fields)) return;
  check_framing(as_sent);
  check_route(request);
  check_upgrade(as_sent, request);
}

std::string in_words(const Sent& sent) {
  if (!sent.message) return sent.error.message();
  UpgradeRequest message = *sent.message;
  const Request request = plain_request(message, kPeer, settings());
  std::string words = request.method + ' ' + request.target + '\n';
  for (const Header& header : request.headers) words += header.name + ':' + header.value + '\n';
  return words + '\n' + request.body;
}

// The head is judged alike however its bytes come.
HeadCheck checked_head(std::string_view bytes) {
  HeadCheck check(settings().http);
  check.look(bytes);
  HeadCheck piecemeal(settings().http);
  for (std::size_t size = 1; size <= bytes.size(); ++size) piecemeal.look(bytes.substr(0, size));
  const bool passes = check.is_whole() && !check.refusal();
  expect(passes == (piecemeal.is_whole() && !piecemeal.refusal()),
         "a head is one however its bytes come");
  if (check.refusal())
    expect(check.refusal()->status >= 400 && check.refusal()->status <= 505, "a refusal says why");
  return check;
}

void hear(std::string_view bytes) {
  while (!bytes.empty()) {
    const HeadCheck head = checked_head(bytes);
    if (!head.is_whole() || head.refusal()) return;
    const Sent sent = read_request(bytes, bytes.size());
    const Sent piecemeal = read_request(bytes, 1);
    // The parser bounds the start line and the fields each, and both once more where they come
    // apart.
    if (piecemeal.error == boost::beast::http::error::header_limit) return;
    expect(sent.message.has_value() == piecemeal.message.has_value(),
           "a request is one however its bytes come");
    if (!sent.message) {
      if (const auto answer = answer_to_unreadable(sent.error))
        expect(answer->status >= 400 && answer->status < 500,
               "what is no HTTP is the client's fault");
      return;
    }
    expect(sent.size == piecemeal.size && in_words(sent) == in_words(piecemeal),
           "a request is the same however its bytes come");
    serve(*sent.message, head.fields());
    bytes.remove_prefix(sent.size);
  }
}

}  // namespace
}  // namespace anteroom::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  anteroom::fuzz::hear(anteroom::fuzz::as_text(data, size));
  return 0;
}
