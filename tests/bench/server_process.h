// A server under measurement, as a process of its own: it is started with a command, says on its
// first lines where it listens ("http://127.0.0.1:PORT/"), and is stopped by its pid. Asks the
// kernel what it has used of processor and memory.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"

namespace anteroom::bench {

class ServerProcess {
 public:
  // `errors` is the file that takes its standard error.
  static Result<std::unique_ptr<ServerProcess>> start(std::vector<std::string> command,
                                                      const std::string& errors);
  ~ServerProcess();
  ServerProcess(const ServerProcess&) = delete;
  ServerProcess& operator=(const ServerProcess&) = delete;

  std::uint16_t port() const { return x_port; }
  pid_t pid() const { return x_pid; }
  std::chrono::nanoseconds processor_time() const;  // user and system, all threads
  std::size_t resident_bytes() const;

 private:
  ServerProcess(pid_t pid, int output) : x_pid(pid), x_output(output) {}
  Result<void> read_port(const std::string& name, const std::string& errors);

  pid_t x_pid;
  int x_output;
  std::uint16_t x_port = 0;
};

}  // namespace anteroom::bench
