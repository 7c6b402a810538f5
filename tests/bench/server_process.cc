#include "tests/bench/server_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>

extern char** environ;

namespace anteroom::bench {
namespace {

constexpr int kPatience = 20'000;  // milliseconds until it says where it listens
constexpr std::string_view kBeforePort = "http://127.0.0.1:";

Result<pid_t> spawn(std::vector<std::string> command, int output, const std::string& errors) {
  std::vector<char*> arguments;
  for (std::string& text : command) arguments.push_back(text.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_adddup2(&actions, output, 1);
  ::posix_spawn_file_actions_addopen(&actions, 2, errors.c_str(), O_WRONLY | O_CREAT | O_TRUNC,
                                     0600);
  pid_t pid = -1;
  const int failed =
      ::posix_spawnp(&pid, arguments[0], &actions, nullptr, arguments.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  if (failed) return failure(command[0], "cannot be started");
  return pid;
}

}  // namespace

Result<std::unique_ptr<ServerProcess>> ServerProcess::start(std::vector<std::string> command,
                                                            const std::string& errors) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return failure(command[0], "no pipe");
  const std::string name = command[0];
  const auto pid = spawn(std::move(command), ends[1], errors);
  ::close(ends[1]);
  if (!pid) {
    ::close(ends[0]);
    return tl::make_unexpected(pid.error());
  }
  std::unique_ptr<ServerProcess> server(new ServerProcess(*pid, ends[0]));
  if (auto read = server->read_port(name, errors); !read) return tl::make_unexpected(read.error());
  return server;
}

ServerProcess::~ServerProcess() {
  ::kill(x_pid, SIGKILL);  // its files are thrown away: nothing to wind down
  ::waitpid(x_pid, nullptr, 0);
  ::close(x_output);
}

Result<void> ServerProcess::read_port(const std::string& name, const std::string& errors) {
  std::string text;
  for (;;) {
    const std::size_t begin = text.find(kBeforePort);
    if (begin != std::string::npos && text.find('/', begin + kBeforePort.size()) != text.npos) {
      x_port = static_cast<std::uint16_t>(std::atoi(text.c_str() + begin + kBeforePort.size()));
      return {};
    }
    pollfd polled{x_output, POLLIN, 0};
    std::array<char, 4096> bytes;
    const ssize_t size =
        ::poll(&polled, 1, kPatience) == 1 ? ::read(x_output, bytes.data(), bytes.size()) : 0;
    if (size <= 0) return failure(name, "does not say where it listens; see " + errors);
    text.append(bytes.data(), static_cast<std::size_t>(size));
  }
}

std::chrono::nanoseconds ServerProcess::processor_time() const {
  clockid_t clock{};
  timespec time{};
  if (::clock_getcpuclockid(x_pid, &clock) != 0 || ::clock_gettime(clock, &time) != 0) return {};
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

std::size_t ServerProcess::resident_bytes() const {
  std::ifstream file("/proc/" + std::to_string(x_pid) + "/statm");
  std::size_t pages = 0, resident = 0;
  file >> pages >> resident;
  return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

}  // namespace anteroom::bench
