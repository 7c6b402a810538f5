#include "tests/support/program.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <sstream>
#include <stdexcept>

extern char** environ;

namespace anteroom::testing {
namespace {

constexpr int kPatience = 300'000;  // milliseconds; models may be learned first, under a sanitizer

void must(bool holds, const std::string& what) {
  if (!holds) throw std::runtime_error(what);
}

struct Pipe {
  Pipe() { must(::pipe2(ends.data(), O_CLOEXEC) == 0, "no pipe"); }
  std::array<int, 2> ends{};
};

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

std::vector<std::string> with_environment(const Environment& environment) {
  std::vector<std::string> all;
  for (char** one = environ; *one; ++one) {
    const std::string text(*one);
    if (!environment.contains(text.substr(0, text.find('=')))) all.push_back(text);
  }
  for (const auto& [name, value] : environment) all.push_back(name + "=" + value);
  return all;
}

void close_file(int& file) {
  if (file >= 0) ::close(file);
  file = -1;
}

}  // namespace

Program::Program(std::vector<std::string> command, const Environment& environment,
                 const std::string& errors_file) {
  ::signal(SIGPIPE, SIG_IGN);  // a child that has ended is seen by what it said
  Pipe in, out, errors;
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, in.ends[0], 0);
  ::posix_spawn_file_actions_adddup2(&actions, out.ends[1], 1);
  ::posix_spawn_file_actions_adddup2(&actions, errors.ends[1], 2);
  if (!errors_file.empty()) {
    constexpr int kFresh = O_WRONLY | O_CREAT | O_TRUNC;
    ::posix_spawn_file_actions_addopen(&actions, 2, errors_file.c_str(), kFresh, 0600);
  }
  auto all = with_environment(environment);
  const auto arguments = pointers_to(command), variables = pointers_to(all);
  const int failed =
      ::posix_spawnp(&x_child, arguments[0], &actions, nullptr, arguments.data(), variables.data());
  ::posix_spawn_file_actions_destroy(&actions);
  for (int* file : {&in.ends[0], &out.ends[1], &errors.ends[1]}) close_file(*file);
  x_input = in.ends[1];
  x_streams[0].file = out.ends[0];
  x_streams[1].file = errors.ends[0];
  must(failed == 0, command[0] + ": cannot be started");
}

Program::~Program() {
  if (!x_ended && x_child > 0) {
    ::kill(x_child, SIGKILL);
    ::waitpid(x_child, &x_status, 0);
  }
  close_file(x_input);
  for (Stream& stream : x_streams) close_file(stream.file);
}

void Program::write(const std::string& bytes) {
  std::size_t written = 0;
  while (written < bytes.size()) {
    const ssize_t size = ::write(x_input, bytes.data() + written, bytes.size() - written);
    if (size <= 0) return;  // it has ended; what it said tells why
    written += static_cast<std::size_t>(size);
  }
}

void Program::close_input() { close_file(x_input); }

bool Program::read_some(int milliseconds) {
  std::array<pollfd, 2> polled{};
  for (std::size_t i = 0; i < 2; ++i)
    polled[i] = {x_streams[i].file, POLLIN, 0};  // -1 is passed over
  if (polled[0].fd < 0 && polled[1].fd < 0) return false;
  if (::poll(polled.data(), polled.size(), milliseconds) <= 0) return false;
  for (std::size_t i = 0; i < 2; ++i) {
    if (!polled[i].revents) continue;
    std::array<char, 65536> bytes;
    const ssize_t size = ::read(x_streams[i].file, bytes.data(), bytes.size());
    if (size > 0)
      x_streams[i].text.append(bytes.data(), static_cast<std::size_t>(size));
    else
      close_file(x_streams[i].file);
  }
  return true;
}

std::string Program::line() {
  std::size_t end = 0;
  while ((end = output().find('\n', x_read)) == std::string::npos) {
    must(read_some(kPatience), "no further line" + so_far());
  }
  const std::string text = output().substr(x_read, end - x_read);
  x_read = end + 1;
  return text;
}

std::string Program::so_far() const { return "; so far: " + output() + "\nerrors: " + errors(); }

bool Program::says(const std::string& text) {
  const auto said = [&](const Stream& stream) {
    return stream.text.find(text) != std::string::npos;
  };
  while (!said(x_streams[0]) && !said(x_streams[1]))
    if (!read_some(kPatience)) return false;
  return true;
}

void Program::listen() {
  while (read_some(0)) {
  }
}

bool Program::has_ended() {
  listen();
  if (!x_ended) x_ended = ::waitpid(x_child, &x_status, WNOHANG) == x_child;
  return x_ended;
}

void Program::signal(int number) const { ::kill(x_child, number); }

int Program::exit_code() {
  close_input();
  while (read_some(kPatience)) {
  }
  if (!x_ended) {
    for (const Stream& stream : x_streams) must(stream.file < 0, "it does not end" + so_far());
    must(::waitpid(x_child, &x_status, 0) == x_child, "it is not to be waited for");
    x_ended = true;
  }
  return WIFEXITED(x_status) ? WEXITSTATUS(x_status) : -WTERMSIG(x_status);
}

Ran run(std::vector<std::string> command, const std::string& input,
        const Environment& environment) {
  Program program(std::move(command), environment);
  program.write(input);
  const int exit_code = program.exit_code();
  return {exit_code, program.output(), program.errors()};
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace anteroom::testing
