// A server under measurement: what the kernel says that it has used of processor and memory.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "tests/support/server.h"

namespace anteroom::bench {

class ServerProcess : public testing::Server {
 public:
  // `errors` is the file that takes its standard error.
  static Result<std::unique_ptr<ServerProcess>> start(std::vector<std::string> command,
                                                      const std::string& errors);

  std::chrono::nanoseconds processor_time() const;  // user and system, all threads
  std::size_t resident_bytes() const;

 private:
  using Server::Server;
};

}  // namespace anteroom::bench
