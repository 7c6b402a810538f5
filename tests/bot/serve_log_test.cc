// The log of the real server in bad days: a disk that refuses everything, and nobody who reads.
#include <fcntl.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>

#include "bot/log_throttle.h"
#include "tests/bot/server_support.h"

namespace anteroom::bot {
namespace {

const std::vector<std::string> kAnyRate = {"--limit", "frames_per_second=100000", "--limit",
                                           "frame_burst=100000"};

json message(int number, const std::string& text) {
  return {{"type", "message"}, {"id", "m" + std::to_string(number)}, {"text", text}};
}

// The code of the error that it is answered with; empty where it is accepted.
std::string refusal_of(Panel& panel, const json& frame) {
  panel.client().send(frame.dump());
  json answer = panel.client().frame();
  while (answer["type"] != "accepted" && answer["type"] != "error") answer = panel.client().frame();
  return answer.value("code", "");
}

// A pipe with a name that holds one page, and that nobody reads.
class UnreadPipe {
 public:
  explicit UnreadPipe(const std::string& path) : x_path(path) {
    REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
    x_file = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
    REQUIRE(x_file >= 0);
    x_holds = ::fcntl(x_file, F_SETPIPE_SZ, 4096);
    REQUIRE(x_holds > 0);
  }
  ~UnreadPipe() { ::close(x_file); }
  const std::string& path() const { return x_path; }
  // No further line fits: who writes one waits.
  bool is_full() const {
    int bytes = 0;
    REQUIRE(::ioctl(x_file, FIONREAD, &bytes) == 0);
    return bytes > x_holds - 500;
  }

 private:
  std::string x_path;
  int x_file = -1;
  int x_holds = 0;
};

}  // namespace

TEST_CASE("a line that could come thousandfold comes once, then once in ten seconds") {
  const log::Throttle::Time begin{};
  const auto after = [&](int seconds) { return begin + std::chrono::seconds(seconds); };
  log::Throttle throttle;
  CHECK(throttle.line(begin) == 0u);      // at once
  CHECK_FALSE(throttle.rest(after(60)));  // nobody was left out
  CHECK(throttle.line(after(60)) == 0u);
  CHECK_FALSE(throttle.line(after(61)));
  CHECK_FALSE(throttle.line(after(69)));
  CHECK_FALSE(throttle.rest(after(69)));  // not yet
  CHECK(throttle.line(after(70)) == 2u);
  CHECK_FALSE(throttle.line(after(71)));
  CHECK(throttle.rest(after(80)) == 1u);  // the last ones are told of, too
  CHECK_FALSE(throttle.line(after(81)));
}

TEST_CASE("a dead disk does not flood the log: a line, then one in ten seconds") {
  const TemporaryFolder folder;
  ServerProcess server(with_small_disk(ServerProcess::command(folder, kAnyRate)));
  Panel panel(server);
  const std::string text(3900, 'a');
  const auto begin = std::chrono::steady_clock::now();
  // Where the log was moved into the database meanwhile, there is room for some more.
  for (int number = 0, refused = 0; refused < 50;) {
    REQUIRE(++number < 5000);
    refused += refusal_of(panel, message(number, text)) == "try_again";
  }
  server.signal(SIGTERM);
  CHECK(server.exit_code() == 0);
  std::int64_t lines = 0;
  for (const std::string& line : testing::lines_of(server.log()))
    lines += line.find(" commit_failed ") != std::string::npos;
  const auto took = std::chrono::steady_clock::now() - begin;
  CHECK(lines >= 1);
  CHECK(lines <= 1 + took / log::kThrottled);
}

TEST_CASE("who does not read the log does not stop the server: it answers, and ends when told") {
  const TemporaryFolder folder;
  const UnreadPipe pipe(folder.file("log"));
  std::vector<std::string> more = kAnyRate;
  more.insert(more.end(), {"--log-level", "debug"});
  std::string line = "exec";
  for (const std::string& word : ServerProcess::command(folder, more)) line += " '" + word + "'";
  ServerProcess server({"/bin/sh", "-c", line + " 2> '" + pipe.path() + "'"});
  Panel panel(server);
  int number = 0;
  while (!pipe.is_full()) {
    REQUIRE(refusal_of(panel, message(++number, "Hello")).empty());
    REQUIRE(number < 1000);
  }
  for (int i = 0; i < 200; ++i) CHECK(refusal_of(panel, message(++number, "Hello")).empty());
  CHECK(server.get("/healthz").status == 200);
  CHECK(server.readiness(200)["ready"] == true);
  server.signal(SIGTERM);
  CHECK(server.exit_code() == 0);
}

}  // namespace anteroom::bot
