// For lines of the log that trouble could write thousandfold, as a dead disk does: the first goes
// out at once, then one in ten seconds at most, which tells how many were left out. Its owner says
// when it is (bot/clock.h).
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

namespace anteroom::bot::log {

inline constexpr std::chrono::seconds kThrottled{10};

class Throttle {
 public:
  using Time = std::chrono::steady_clock::time_point;

  // A line is at hand: it is to be written, and so many were left out before it; or it is left out.
  std::optional<std::uint64_t> line(Time now);
  // Now and then: so many were left out, and it is time to tell of them although none has followed.
  std::optional<std::uint64_t> rest(Time now);

 private:
  bool is_time(Time now) const { return !x_written || now - *x_written >= kThrottled; }
  std::uint64_t write(Time now);

  std::optional<Time> x_written;
  std::uint64_t x_left_out = 0;
};

}  // namespace anteroom::bot::log
