#include "channels/web/http_message.h"

#include "channels/web/admission.h"

namespace anteroom::web {
namespace {

namespace http = boost::beast::http;

std::string_view view(boost::beast::string_view text) { return {text.data(), text.size()}; }

}  // namespace

void set_limits(RequestParser& parser, const HttpLimits& limits) {
  parser.header_limit(static_cast<std::uint32_t>(limits.header_bytes));
  parser.body_limit(limits.body_bytes);
}

Request plain_request(UpgradeRequest& message, const std::string& peer,
                      const ServerSettings& settings) {
  Request request;
  request.method = view(message.method_string());
  request.target = view(message.target());
  const std::size_t mark = request.target.find('?');
  request.path = request.target.substr(0, mark);
  if (mark != std::string::npos) request.query = request.target.substr(mark + 1);
  for (const auto& field : message)
    request.headers.push_back(
        {std::string(view(field.name_string())), std::string(view(field.value()))});
  request.body = std::move(message.body());
  request.remote_address =
      visitor_address(peer, request.joined_header("X-Forwarded-For"), settings.trusted_proxies);
  return request;
}

std::optional<Response> answer_to_unreadable(const boost::system::error_code& error) {
  if (error == http::error::header_limit)
    return error_response(431, "too_large", "the header is too large");
  if (error == http::error::body_limit)
    return error_response(413, "too_large", "the body is too large");
  if (error == http::error::end_of_stream || error == http::error::partial_message)
    return std::nullopt;
  if (error.category() == http::make_error_code(http::error::bad_value).category())
    return error_response(400, "bad_request", "this is not HTTP");
  return std::nullopt;
}

// Fields behind a chunked body are added to those of the head: there they might name another host
// or visitor.
std::optional<Response> refusal_of_request(const Request& request, std::size_t head_fields) {
  if (request.headers.size() != head_fields)
    return error_response(400, "bad_request", "fields belong before the body");
  return std::nullopt;
}

std::optional<Response> refusal_of_upgrade(const Request& request, const ServerSettings& settings) {
  if (!request.header("Content-Length").empty() || !request.header("Transfer-Encoding").empty())
    return error_response(400, "bad_request", "an upgrade has no body");
  if (!origin_allowed(request.header("Origin"), request.header("Host"), settings.allowed_origins))
    return error_response(403, "wrong_origin", "pages of this origin may not open a chat");
  if (!offers_subprotocol(request.header("Sec-WebSocket-Protocol")))
    return error_response(400, "no_subprotocol", "the subprotocol is anteroom.v1");
  return std::nullopt;
}

Response answer_to_unmatched(const Routes::Match& match) {
  if (match.status == 400) return error_response(400, "bad_request", "a broken path");
  if (match.status == 404) return error_response(404, "not_found", "there is nothing here");
  Response response = error_response(405, "wrong_method", "not by this method");
  response.headers.push_back({"Allow", match.allow});
  return response;
}

ResponseMessage response_message(const Response& response, const std::vector<Header>& security,
                                 const Framing& framing) {
  ResponseMessage message;
  message.result(static_cast<unsigned>(response.status));
  message.version(framing.version);
  for (const auto& header : security) message.set(header.name, header.value);
  if (framing.https) message.set(http::field::strict_transport_security, "max-age=31536000");
  if (response.header("Cache-Control").empty()) message.set(http::field::cache_control, "no-store");
  for (const auto& header : response.headers) message.insert(header.name, header.value);
  const std::string_view bytes = response.bytes();
  const bool bodiless = response.status == 204 || response.status == 304;
  if (!bodiless) message.content_length(bytes.size());
  if (!bodiless && !framing.head)
    message.body() = boost::beast::span<const char>(bytes.data(), bytes.size());
  message.keep_alive(framing.keep);
  return message;
}

bool is_known_to_client(std::string_view if_none_match, const Response& response) {
  const std::string_view etag = response.header("ETag");
  return response.status == 200 && !etag.empty() &&
         if_none_match.find(etag) != std::string_view::npos;
}

}  // namespace anteroom::web
