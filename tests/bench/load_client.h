// Many visitors in one thread: opens connections, walks each through a Walk, and measures. In a
// closed loop each connection sends its next step when the last reply of the one before is there;
// in an open loop steps go out at fixed times, and their latency counts from the time at which they
// were due, so that a server that stalls cannot hide it. By epoll and frames made beforehand: what
// the client takes of the machine, the server lacks.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>

#include "tests/bench/histogram.h"
#include "tests/bench/walk.h"

namespace anteroom::bench {

struct Measured {
  Histogram latency;
  double seconds = 0;
  std::chrono::nanoseconds processor{};  // the server's

  double turns_per_second() const { return static_cast<double>(latency.count()) / seconds; }
  double processor_microseconds() const {
    return static_cast<double>(processor.count()) / 1000 / static_cast<double>(latency.count());
  }
};

struct Load {
  double per_second = 0;  // of all connections together; 0: a closed loop
  std::chrono::milliseconds warm_up{300};
  std::chrono::milliseconds measured{1500};
  std::function<std::chrono::nanoseconds()> processor_time;  // of the server
};

class LoadClient {
 public:
  LoadClient(std::uint16_t port, const Walk& walk);
  ~LoadClient();

  Result<void> open(std::size_t connections);  // up to where each may send its first step
  Result<void> take_one_step();                // on every connection
  Result<Measured> run(const Load& load);

 private:
  struct Inside;
  std::unique_ptr<Inside> x_inside;
};

}  // namespace anteroom::bench
