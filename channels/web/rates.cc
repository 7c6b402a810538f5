#include "channels/web/rates.h"

#include <algorithm>
#include <cmath>

namespace anteroom::web {
namespace {

constexpr double kLongestWait = 600;

}  // namespace

bool TokenBucket::take(const Rate& rate, SteadyTime now) {
  const std::chrono::duration<double> passed = now - x_last;
  x_last = now;
  x_used = std::max(0.0, x_used - passed.count() * rate.per_second);
  if (x_used + 1.0 > rate.burst) return false;
  x_used += 1.0;
  return true;
}

int TokenBucket::retry_after(const Rate& rate) const {
  const double missing = x_used + 1.0 - rate.burst;
  return static_cast<int>(std::ceil(std::clamp(missing / rate.per_second, 1.0, kLongestWait)));
}

}  // namespace anteroom::web
