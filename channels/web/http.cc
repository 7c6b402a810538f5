#include "channels/web/http.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/json_text.h"
#include "channels/web/url.h"

namespace anteroom::web {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string_view find_header(const std::vector<Header>& headers, std::string_view name) {
  for (const auto& header : headers)
    if (same_header_name(header.name, name)) return header.value;
  return {};
}

Response typed_response(int status, std::string type, std::string body) {
  Response response;
  response.status = status;
  response.headers.push_back({"Content-Type", std::move(type)});
  response.body = std::move(body);
  return response;
}

}  // namespace

bool same_header_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view Request::header(std::string_view name) const { return find_header(headers, name); }

std::string Request::joined_header(std::string_view name) const {
  std::string joined;
  for (const auto& header : headers)
    if (same_header_name(header.name, name)) joined += (joined.empty() ? "" : ", ") + header.value;
  return joined;
}

std::string_view Request::parameter(std::string_view name) const {
  for (const auto& [key, value] : parameters)
    if (key == name) return value;
  return {};
}

std::optional<std::string> Request::query_field(std::string_view name) const {
  auto fields = form_fields(query);
  if (!fields) return std::nullopt;
  for (auto& [key, value] : *fields)
    if (key == name) return std::move(value);
  return std::nullopt;
}

std::string_view Response::header(std::string_view name) const {
  return find_header(headers, name);
}

Handler immediately(std::function<Response(const Request&)> handle) {
  return
      [handle = std::move(handle)](Request request, Respond respond) { respond(handle(request)); };
}

Response json_response(int status, std::string json) {
  return typed_response(status, "application/json", std::move(json));
}

Response text_response(int status, std::string text) {
  return typed_response(status, "text/plain; charset=utf-8", std::move(text));
}

Response static_response(std::string_view content_type, std::string_view bytes, std::string etag) {
  Response response;
  response.headers.push_back({"Content-Type", std::string(content_type)});
  response.headers.push_back({"Cache-Control", "no-cache"});  // kept, but asked about each time
  if (!etag.empty()) response.headers.push_back({"ETag", std::move(etag)});
  response.static_body = bytes;
  return response;
}

Response redirect(std::string location) {
  Response response;
  response.status = 303;
  response.headers.push_back({"Location", std::move(location)});
  return response;
}

Response error_response(int status, std::string_view code, std::string_view what) {
  const nlohmann::json body = {{"error", {{"code", code}, {"what", what}}}};
  return json_response(status, dump_json(body));
}

}  // namespace anteroom::web
