#include "channels/web/routes.h"

#include <algorithm>
#include <optional>

#include "channels/web/url.h"

namespace anteroom::web {
namespace {

// "/a/b" -> "a", "b"; "/" -> "".
std::vector<std::string_view> split(std::string_view path) {
  std::vector<std::string_view> segments;
  path.remove_prefix(1);
  for (;;) {
    const std::size_t slash = path.find('/');
    segments.push_back(path.substr(0, slash));
    if (slash == std::string_view::npos) return segments;
    path.remove_prefix(slash + 1);
  }
}

// An escaped slash would make two segments of one, and could climb.
bool is_segment(std::string_view decoded) {
  return decoded != "." && decoded != ".." &&
         decoded.find_first_of("/\\") == std::string_view::npos;
}

// nullopt for a path that is no plain one: broken escapes, control characters, dots that climb.
std::optional<std::vector<std::string>> decoded_segments(std::string_view path) {
  if (path.empty() || path.front() != '/') return std::nullopt;
  std::vector<std::string> segments;
  for (const std::string_view part : split(path)) {
    auto decoded = percent_decoded(part);
    if (!decoded || !is_segment(*decoded)) return std::nullopt;
    segments.push_back(std::move(*decoded));
  }
  return segments;
}

bool is_parameter(const std::string& segment) {
  return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

std::string joined_from(const std::vector<std::string>& path, std::size_t first) {
  std::string rest;
  for (std::size_t i = first; i < path.size(); ++i) {
    if (i > first) rest += '/';
    rest += path[i];
  }
  return rest;
}

std::optional<PathParameters> match(const std::vector<std::string>& pattern,
                                    const std::vector<std::string>& path) {
  PathParameters parameters;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (i >= path.size()) return std::nullopt;
    if (pattern[i] == "*" && i + 1 == pattern.size()) {
      parameters.emplace_back("*", joined_from(path, i));
      return parameters;
    }
    if (is_parameter(pattern[i]) && !path[i].empty())
      parameters.emplace_back(pattern[i].substr(1, pattern[i].size() - 2), path[i]);
    else if (pattern[i] != path[i])
      return std::nullopt;
  }
  if (path.size() != pattern.size()) return std::nullopt;
  return parameters;
}

bool serves(const std::string& route_method, std::string_view method) {
  return route_method == method || (method == "HEAD" && route_method == "GET");
}

void add_method(std::string& allow, const std::string& method) {
  if (allow.find(method) != std::string::npos) return;
  allow += (allow.empty() ? "" : ", ") + method;
  if (method == "GET") allow += ", HEAD";
}

}  // namespace

Routes::Routes() : x_strict(security_headers(PagePolicy{})) {}

void Routes::add(Route route) {
  Row row;
  row.method = std::move(route.method);
  for (const std::string_view segment : split(route.pattern)) row.segments.emplace_back(segment);
  row.handle = std::move(route.handle);
  row.headers = security_headers(route.policy);
  x_rows.push_back(std::move(row));
}

Routes::Match Routes::find(std::string_view method, std::string_view path) const {
  Match found;
  const auto segments = decoded_segments(path);
  if (!segments) {
    found.status = 400;
    return found;
  }
  for (const auto& row : x_rows) {
    auto parameters = match(row.segments, *segments);
    if (!parameters) continue;
    if (serves(row.method, method))
      return {200, &row.handle, &row.headers, std::move(*parameters), {}};
    add_method(found.allow, row.method);
  }
  if (!found.allow.empty()) found.status = 405;
  return found;
}

}  // namespace anteroom::web
