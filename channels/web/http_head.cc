#include "channels/web/http_head.h"

#include <algorithm>

namespace anteroom::web {
namespace {

constexpr std::size_t kMethodBytes = 32;
constexpr std::size_t kHostBytes = 260;
constexpr std::size_t kLengthDigits = 18;
constexpr std::string_view kProtocol = "HTTP/";

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_name_char(char c) {
  return is_letter(c) || is_digit(c) ||
         std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}
bool is_host_char(char c) {
  return is_letter(c) || is_digit(c) ||
         std::string_view("-._~%:[]").find(c) != std::string_view::npos;
}
bool is_target_char(char c) { return c > ' ' && c < '\x7f' && c != '#'; }
bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t') || byte == 0x7f;
}

bool all(std::string_view text, bool (*allowed)(char)) {
  return std::all_of(text.begin(), text.end(), allowed);
}

std::string_view without_blanks(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace

void HeadCheck::look(std::string_view bytes) {
  while (!x_refusal && !x_whole) {
    const std::size_t end = bytes.find('\n', x_seen);
    if (end == std::string_view::npos) break;
    const std::string_view line = bytes.substr(x_line, end - x_line);
    x_line = x_seen = end + 1;
    if (line.empty() || line.back() != '\r') return refuse(400, "a line ends with CR LF");
    take_line(line.substr(0, line.size() - 1));
  }
  if (!x_refusal && !x_whole) {
    check_sizes(bytes);
    x_seen = bytes.size();
  } else if (!x_refusal && x_line > x_limits.header_bytes) {
    refuse(431, "the header is too large");
  }
}

void HeadCheck::check_sizes(std::string_view bytes) {
  // The last byte may be half of a line's end, and is looked at again with the next.
  const std::size_t from = std::max(x_line, x_seen - std::min<std::size_t>(x_seen, 1));
  const std::size_t to = std::max(from, bytes.size() - std::min<std::size_t>(bytes.size(), 1));
  if (std::any_of(bytes.begin() + from, bytes.begin() + to, is_control))
    return refuse(400, "a control character in the header");
  if (x_first && bytes.size() - x_line > x_limits.url_bytes + 2 * kMethodBytes)
    return refuse(414, "the address is too long");
  if (bytes.size() > x_limits.header_bytes) refuse(431, "the header is too large");
}

void HeadCheck::take_line(std::string_view line) {
  if (std::any_of(line.begin(), line.end(), is_control))
    return refuse(400, "a control character in the header");
  if (std::exchange(x_first, false)) return take_first_line(line);
  if (line.empty()) return finish();
  take_field(line);
}

void HeadCheck::take_first_line(std::string_view line) {
  const std::size_t method_end = line.find(' ');
  const std::size_t target_end = line.rfind(' ');
  if (method_end == std::string_view::npos || target_end == method_end)
    return refuse(400, "a request begins with METHOD TARGET HTTP/1.1");
  const std::string_view method = line.substr(0, method_end);
  const std::string_view target = line.substr(method_end + 1, target_end - method_end - 1);
  const std::string_view version = line.substr(target_end + 1);
  if (method.empty() || method.size() > kMethodBytes || !all(method, is_name_char))
    return refuse(400, "the method is none");
  if (target.size() > x_limits.url_bytes) return refuse(414, "the address is too long");
  if (target.empty() || target.front() != '/' || !all(target, is_target_char))
    return refuse(400, "a request's target is a path");
  x_old = version == "HTTP/1.0";
  if (x_old || version == "HTTP/1.1") return;
  const bool some_http = version.substr(0, kProtocol.size()) == kProtocol;
  refuse(some_http ? 505 : 400, "this server speaks HTTP/1.1");
}

void HeadCheck::take_field(std::string_view line) {
  if (++x_fields > x_limits.header_fields) return refuse(431, "too many fields in the header");
  const std::size_t colon = line.find(':');
  const std::string_view name = line.substr(0, colon);
  if (colon == std::string_view::npos || name.empty() || !all(name, is_name_char))
    return refuse(400, "a field is NAME: VALUE, on one line");
  const std::string_view value = without_blanks(line.substr(colon + 1));
  if (same_header_name(name, "Host")) {
    ++x_hosts;
    if (value.empty() || value.size() > kHostBytes || !all(value, is_host_char))
      refuse(400, "the host is none");
  } else if (same_header_name(name, "Origin")) {
    ++x_origins;
  } else if (same_header_name(name, "Expect")) {
    if (!same_header_name(value, "100-continue")) refuse(417, "only 100-continue can be expected");
  } else {
    take_framing(name, value);
  }
}

void HeadCheck::take_framing(std::string_view name, std::string_view value) {
  if (same_header_name(name, "Content-Length")) {
    ++x_lengths;
    if (value.empty() || value.size() > kLengthDigits || !all(value, is_digit))
      refuse(400, "a body's length is a number");
  } else if (same_header_name(name, "Transfer-Encoding")) {
    ++x_encodings;
    if (!same_header_name(value, "chunked")) refuse(501, "the one transfer coding is chunked");
  }
}

void HeadCheck::finish() {
  x_whole = true;
  if (x_lengths + x_encodings > 1) return refuse(400, "a body's end is told once");
  if (x_old && x_encodings > 0) return refuse(400, "HTTP/1.0 has no transfer coding");
  if (x_hosts > 1 || (x_hosts == 0 && !x_old)) return refuse(400, "a request names its host once");
  if (x_origins > 1) refuse(400, "a request has one origin");
}

void HeadCheck::refuse(int status, std::string_view what) {
  if (x_refusal) return;
  const bool large = status == 414 || status == 431;
  x_refusal = error_response(status, large ? "too_large" : "bad_request", what);
}

}  // namespace anteroom::web
