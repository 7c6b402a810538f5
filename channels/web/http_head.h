// The head of a request, looked at before any parser reads it: what two programs might read in two
// ways is refused, so that nobody hides one request within another. Pure; http_session.cc asks it
// as the bytes come, and stops at the first that is wrong.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "channels/web/http.h"
#include "channels/web/settings.h"

namespace anteroom::web {

class HeadCheck {
 public:
  explicit HeadCheck(const HttpLimits& limits) : x_limits(limits) {}

  // All that has come so far; only what is new is looked at. What follows the head is not.
  void look(std::string_view bytes);
  std::size_t fields() const { return x_fields; }
  bool is_whole() const { return x_whole; }
  const std::optional<Response>& refusal() const { return x_refusal; }

 private:
  void take_line(std::string_view line);
  void take_first_line(std::string_view line);
  void take_field(std::string_view line);
  void take_framing(std::string_view name, std::string_view value);
  void finish();
  void check_sizes(std::string_view bytes);
  void refuse(int status, std::string_view what);

  const HttpLimits& x_limits;
  std::size_t x_line = 0;  // where the line begins that is not complete
  std::size_t x_seen = 0;
  std::size_t x_fields = 0;
  bool x_first = true;
  bool x_whole = false;
  bool x_old = false;  // HTTP/1.0
  std::size_t x_hosts = 0;
  std::size_t x_origins = 0;
  std::size_t x_lengths = 0;
  std::size_t x_encodings = 0;
  std::optional<Response> x_refusal;
};

}  // namespace anteroom::web
