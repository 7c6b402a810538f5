// The only file that reads a clock or draws random bytes. A clock can be moved (for demonstrations
// and tests), never set back. Where the system's clock is set back by less than a minute, as time
// servers do, ours stands still until it has caught up; a longer step back is believed, because
// timers would stand still as long.
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
  mutable std::atomic<Duration::rep> x_last{0};
};

// What a clock says that said `last` before, where the system's says `wall`.
Moment held(Moment last, Moment wall);

std::chrono::steady_clock::time_point steady_now();

// 22 characters of A-Z a-z 0-9 - _, 128 random bits.
std::string random_token();

}  // namespace anteroom::bot
