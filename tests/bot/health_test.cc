// Readiness and an orderly end, with the real program and a real disk that is full, or busy.
#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>

#include <thread>

#include "tests/bot/server_support.h"

namespace anteroom::bot {
namespace {

const json kAllFine = {{"store", true}, {"desk", true}, {"courier", true}, {"running", true}};

void disk_has_room(const ServerProcess& server) {
  const rlimit none{RLIM_INFINITY, RLIM_INFINITY};
  REQUIRE(::prlimit(server.pid(), RLIMIT_FSIZE, &none, nullptr) == 0);
}

// Holds the store's write lock, as a stuck disk or a backup would.
class StoreLock {
 public:
  explicit StoreLock(const std::string& file) {
    REQUIRE(sqlite3_open(file.c_str(), &x_connection) == SQLITE_OK);
    REQUIRE(sqlite3_exec(x_connection, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK);
  }
  ~StoreLock() { release(); }
  void release() { sqlite3_close(std::exchange(x_connection, nullptr)); }

 private:
  sqlite3* x_connection = nullptr;
};

void wait_until(const std::function<bool()>& done) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (!done()) {
    REQUIRE(std::chrono::steady_clock::now() < end);
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
}

json message(const std::string& id, const std::string& text) {
  return {{"type", "message"}, {"id", id}, {"text", text}};
}

}  // namespace

TEST_CASE("a server that is well says so, check by check, with the practice that it serves") {
  const TemporaryFolder folder;
  ServerProcess server(folder);
  const json body = server.readiness(200);
  CHECK(body["checks"] == kAllFine);
  CHECK(body["practice"]["version"] == practice_of(kLakeside)->version);
  CHECK(parse_moment(body["practice"]["loaded_at"].get<std::string>()));
  CHECK(body["practice"]["refused"] == 0);
}

TEST_CASE(
    "a full disk: not ready, nothing acknowledged; room again: ready, and everything goes on") {
  const TemporaryFolder folder;
  ServerProcess server(with_small_disk(ServerProcess::command(folder)));
  Panel panel(server);
  int number = 0;
  json answer;
  do {  // fills the disk
    const std::string id = "m" + std::to_string(++number);
    panel.client().send(message(id, std::string(3900, 'a')).dump());
    do answer = panel.client().frame();
    while (answer["type"] == "reply" || answer["type"] == "welcome");
    if (answer["type"] == "error" && answer["code"] == "too_fast") {
      std::this_thread::sleep_for(std::chrono::milliseconds(300));
      --number;
    }
  } while (number < 500 && (answer["type"] == "accepted" || answer["code"] == "too_fast"));
  CHECK(answer["code"] == "try_again");
  const json checks = server.readiness(503)["checks"];
  CHECK(checks["store"] == false);
  CHECK(checks["running"] == true);
  CHECK(server.get("/healthz").status == 200);
  CHECK(server.says("commit_failed"));

  disk_has_room(server);
  wait_until([&] { return server.get("/readyz").status == 200; });
  panel.client().send(message("m" + std::to_string(number), std::string(3900, 'a')).dump());
  CHECK(panel.client().frame("accepted")["id"] == "m" + std::to_string(number));
  std::size_t kept = 0;
  Panel again(server, hello_again(panel.welcome));
  for (const json& entry : again.welcome["history"]) kept += entry["from"] == "visitor";
  CHECK(kept == static_cast<std::size_t>(number));
}

TEST_CASE("a stop answers what was taken in before it says goodbye, and is not ready meanwhile") {
  const TemporaryFolder folder;
  ServerProcess server(folder);
  Panel panel(server), other(server);
  StoreLock lock(folder.file("store.db"));
  panel.client().send(message("m1", "dermatology").dump());
  other.client().send(message("m1", "pediatrics").dump());
  // Another connection's answer shows that the server has read both.
  for (int i = 0; i < 3; ++i) CHECK(server.get("/healthz").status == 200);
  server.signal(SIGTERM);
  REQUIRE(server.says("told_to_stop"));
  CHECK(server.readiness(503)["checks"]["running"] == false);
  panel.client().send(message("m2", "too late").dump());
  lock.release();
  for (Panel* one : {&panel, &other}) {
    CHECK(one->client().frame("accepted")["id"] == "m1");
    CHECK(one->client().frame("reply")["in_reply_to"] == "m1");
    CHECK(one->client().close_code() == 1001);
  }
  CHECK(server.exit_code() == 0);

  ServerProcess next(folder);
  std::string words;
  Panel again(next, hello_again(panel.welcome));
  for (const json& entry : again.welcome["history"])
    if (entry["from"] == "visitor") words += entry["text"].get<std::string>() + "|";
  CHECK(words == "dermatology|");
}

TEST_CASE(
    "a stop under load: whatever was accepted is stored, and nothing is accepted after 1001") {
  const TemporaryFolder folder;
  ServerProcess server(folder);
  std::vector<std::unique_ptr<Panel>> panels;
  for (int i = 0; i < 20; ++i) panels.push_back(std::make_unique<Panel>(server));
  for (int round = 0; round < 10; ++round) {
    for (auto& panel : panels)
      panel->client().send(message("m" + std::to_string(round), "hello").dump());
  }
  server.signal(SIGTERM);
  std::vector<std::set<std::string>> accepted(panels.size());
  for (std::size_t i = 0; i < panels.size(); ++i) {
    CHECK(panels[i]->client().close_code([&](const json& frame) {
      if (frame["type"] == "accepted") accepted[i].insert(frame["id"]);
    }) == 1001);
  }
  CHECK(server.exit_code() == 0);

  ServerProcess next(folder);
  for (std::size_t i = 0; i < panels.size(); ++i) {
    std::set<std::string> stored;
    Panel again(next, hello_again(panels[i]->welcome));
    for (const json& entry : again.welcome["history"])
      if (entry["from"] == "visitor") stored.insert(entry["id"]);
    CHECK(stored == accepted[i]);  // and nothing that was stored was left without its answer
  }
}

TEST_CASE("a second signal stops at once, whatever hangs") {
  const TemporaryFolder folder;
  ServerProcess server(folder);
  Panel panel(server);
  StoreLock lock(folder.file("store.db"));
  panel.client().send(message("m1", "dermatology").dump());
  for (int i = 0; i < 3; ++i) server.get("/healthz");
  server.signal(SIGTERM);
  REQUIRE(server.says("told_to_stop"));
  server.signal(SIGINT);
  CHECK(server.exit_code() == 1);
  CHECK(server.said().find("stopped_at_once") != std::string::npos);
}

}  // namespace anteroom::bot
