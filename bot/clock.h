// The only file that reads a clock or draws random bytes. A clock can be moved (for demonstrations
// and tests), never set back.
#pragma once

#include <atomic>
#include <string>

#include "base/moment.h"

namespace anteroom::bot {

class Clock {
 public:
  Moment now() const;
  void advance(Duration by) { x_ahead += by.count(); }

 private:
  std::atomic<Duration::rep> x_ahead{0};
};

std::chrono::steady_clock::time_point steady_now();

// 22 characters of A-Z a-z 0-9 - _, 128 random bits.
std::string random_token();

}  // namespace anteroom::bot
