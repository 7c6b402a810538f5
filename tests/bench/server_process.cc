#include "tests/bench/server_process.h"

#include <time.h>
#include <unistd.h>

#include <exception>
#include <fstream>

namespace anteroom::bench {

Result<std::unique_ptr<ServerProcess>> ServerProcess::start(std::vector<std::string> command,
                                                            const std::string& errors) {
  const std::string name = command[0];
  try {
    return std::unique_ptr<ServerProcess>(new ServerProcess(std::move(command), errors));
  } catch (const std::exception& error) {
    return failure(name, std::string(error.what()) + "; see " + errors);
  }
}

std::chrono::nanoseconds ServerProcess::processor_time() const {
  clockid_t clock{};
  timespec time{};
  if (::clock_getcpuclockid(pid(), &clock) != 0 || ::clock_gettime(clock, &time) != 0) return {};
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

std::size_t ServerProcess::resident_bytes() const {
  std::ifstream file("/proc/" + std::to_string(pid()) + "/statm");
  std::size_t pages = 0, resident = 0;
  file >> pages >> resident;
  return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

}  // namespace anteroom::bench
