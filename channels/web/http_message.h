// A request between the bytes and the handlers: how the parser is bounded, how what it read becomes
// a plain Request, and the answers that need no handler. Pure, so that the fuzzer of HTTP heads
// runs what the server runs; called by http_session.cc, which has the socket and the time limits.
#pragma once

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/span_body.hpp>
#include <boost/beast/http/string_body.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "channels/web/http.h"
#include "channels/web/routes.h"
#include "channels/web/settings.h"

namespace anteroom::web {

using UpgradeRequest = boost::beast::http::request<boost::beast::http::string_body>;
using ResponseMessage = boost::beast::http::response<boost::beast::http::span_body<const char>>;
using RequestParser = boost::beast::http::request_parser<boost::beast::http::string_body>;

void set_limits(RequestParser& parser, const HttpLimits& limits);

// Moves the body out of the message.
Request plain_request(UpgradeRequest& message, const std::string& peer,
                      const ServerSettings& settings);

// The answer to a request that could not be read; nullopt where the client has gone or is too slow.
std::optional<Response> answer_to_unreadable(const boost::system::error_code& error);
// Why a request that was read is not served; nullopt: it is. Its head had so many fields.
std::optional<Response> refusal_of_request(const Request& request, std::size_t head_fields);
// Why an upgrade to the chat is refused; nullopt: it is not.
std::optional<Response> refusal_of_upgrade(const Request& request, const ServerSettings& settings);
Response answer_to_unmatched(const Routes::Match& match);

// What the request was, as far as its answer depends on it.
struct Framing {
  unsigned version;  // 11: HTTP/1.1
  bool keep;         // the connection goes on
  bool head;         // by HEAD: without the body
  bool https;
};
// The response, which must outlive the message, as it goes out.
ResponseMessage response_message(const Response& response, const std::vector<Header>& security,
                                 const Framing& framing);

bool is_known_to_client(std::string_view if_none_match, const Response& response);

}  // namespace anteroom::web
