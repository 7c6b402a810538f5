#include "bot/log_throttle.h"

#include <utility>

namespace anteroom::bot::log {

std::optional<std::uint64_t> Throttle::line(Time now) {
  if (is_time(now)) return write(now);
  ++x_left_out;
  return std::nullopt;
}

std::optional<std::uint64_t> Throttle::rest(Time now) {
  if (x_left_out == 0 || !is_time(now)) return std::nullopt;
  return write(now);
}

std::uint64_t Throttle::write(Time now) {
  x_written = now;
  return std::exchange(x_left_out, 0);
}

}  // namespace anteroom::bot::log
