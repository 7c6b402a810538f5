// Faults and company: a full disk, a file that may not be written, a lock held elsewhere, two
// stores on one file, and kill -9.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <future>
#include <random>

#include "tests/store/contract.h"

namespace anteroom::store {
namespace {

// A store whose writer meets `pragma` until it is healed.
void fails_and_recovers(const char* pragma, const char* healing, const char* what) {
  const Folder folder;
  std::atomic<bool> faulty = false;
  SqliteOptions options{.path = folder.file("store.db")};
  options.before_group = [&](Connection& connection) {
    (void)connection.run_script(faulty ? pragma : healing);
  };
  const auto store = open_sqlite(std::move(options));
  REQUIRE(commit_of(*store, turn("a", 1)) == Outcome::committed);

  faulty = true;
  Commit large = turn("a", 2);
  large.turn.transcript = std::string(100'000, 'x');
  const CommitResult failed = commit_now(*store, large);
  CHECK(failed.outcome == Outcome::failed);
  INFO(to_text(failed.error));
  CHECK(failed.error.what.find(what) != std::string::npos);
  CHECK(store->load("a").value().value().version == 1);

  faulty = false;
  CHECK(commit_of(*store, large) == Outcome::committed);
  CHECK(store->load("a").value().value().version == 2);
}

TEST_CASE("a full disk fails the group and passes") {
  fails_and_recovers("PRAGMA max_page_count = 1", "PRAGMA max_page_count = 1000000",
                     "the disk is full");
}

TEST_CASE("a database that may not be written fails the group and passes") {
  fails_and_recovers("PRAGMA query_only = ON", "PRAGMA query_only = OFF", "may not be written");
}

TEST_CASE("a store whose last write failed is not ready, finds out itself when it is again") {
  const Folder folder;
  std::atomic<bool> full = false;
  SqliteOptions options{.path = folder.file("store.db")};
  options.before_group = [&](Connection& connection) {
    (void)connection.run_script(full ? "PRAGMA max_page_count = 1"
                                     : "PRAGMA max_page_count = 1000000");
  };
  const auto store = open_sqlite(std::move(options));
  full = true;
  Commit large = turn("a", 1);
  large.turn.transcript = std::string(100'000, 'x');
  REQUIRE(commit_of(*store, large) == Outcome::failed);
  for (int i = 0; i < 20; ++i) {
    const auto ready = store->ready();
    REQUIRE_FALSE(ready);
    CHECK(ready.error().what.find("the disk is full") != std::string::npos);
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  full = false;
  CHECK(becomes_true([&] { return store->ready().has_value(); }));
  CHECK(picture(*store).empty());  // trying has left nothing to be seen
  CHECK(commit_of(*store, large) == Outcome::committed);
}

TEST_CASE("more turns than may wait are refused at once, and the store says so") {
  const Folder folder;
  std::promise<void> gate;
  SqliteOptions options{.path = folder.file("store.db")};
  options.before_group = [held = gate.get_future().share()](Connection&) { held.wait(); };
  const auto store = open_sqlite(std::move(options));
  std::atomic<int> committed = 0, refused = 0;
  int sent = 0;
  for (; refused == 0 && sent < 100'000; ++sent) {
    store->commit(turn("case" + std::to_string(sent), 1), [&](CommitResult result) {
      (result.outcome == Outcome::committed ? committed : refused) += 1;
      if (result.outcome != Outcome::committed)
        CHECK(result.error.what.find("too many turns wait") != std::string::npos);
    });
  }
  CHECK(refused == 1);
  CHECK_FALSE(store->ready());
  gate.set_value();
  CHECK(becomes_true([&] { return committed == sent - 1; }));
  CHECK(store->ready());
}

TEST_CASE("a group fails as a whole") {
  const Folder folder;
  std::atomic<int> groups = 0;
  SqliteOptions options{.path = folder.file("store.db")};
  options.before_group = [&](Connection& connection) {
    if (groups++ == 0)
      std::this_thread::sleep_for(
          std::chrono::milliseconds(100));  // the rest gathers behind the first
    (void)connection.run_script(groups > 1 ? "PRAGMA max_page_count = 1"
                                           : "PRAGMA max_page_count = 1000000");
  };
  const auto store = open_sqlite(std::move(options));
  std::atomic<int> failed = 0;
  store->commit(turn("first", 1), [](CommitResult) {});
  while (groups == 0) std::this_thread::yield();
  for (int i = 0; i < 20; ++i) {
    Commit commit = turn("case" + std::to_string(i), 1);
    if (i == 19) commit.turn.transcript = std::string(200'000, 'x');
    store->commit(std::move(commit),
                  [&](CommitResult result) { failed += result.outcome == Outcome::failed; });
  }
  store->close();
  CHECK(groups == 2);
  CHECK(failed == 20);
  CHECK(store->cases("", 99).value() == std::vector<std::string>{"first"});
}

TEST_CASE("a lock held by another process is waited for, then told") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  const auto store = open_sqlite({.path = path, .busy_timeout = std::chrono::milliseconds(50)});
  auto other = Connection::open(path, std::chrono::milliseconds(50)).value();
  REQUIRE(other.run("BEGIN IMMEDIATE"));
  const CommitResult result = commit_now(*store, turn("a", 1));
  CHECK(result.outcome == Outcome::failed);
  CHECK(result.error.what.find("another process") != std::string::npos);
  CHECK(store->cases("", 9));  // readers go on
  REQUIRE(other.run("COMMIT"));
  CHECK(commit_of(*store, turn("a", 1)) == Outcome::committed);
}

TEST_CASE("two stores on one file race for the same case, and each version is written once") {
  const Folder folder;
  constexpr std::uint64_t kVersions = 200;
  std::atomic<std::uint64_t> committed = 0;
  std::atomic<int> failed = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&, shared = open_sqlite({.path = folder.file("store.db")})] {
      for (;;) {
        const auto loaded = shared->load("a").value();
        const std::uint64_t next = (loaded ? loaded->version : 0) + 1;
        if (next > kVersions) return;
        const Outcome outcome = commit_now(*shared, turn("a", next)).outcome;
        committed += outcome == Outcome::committed;
        failed += outcome == Outcome::failed;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(failed == 0);
  CHECK(committed == kVersions);
  const auto rows = open_sqlite({.path = folder.file("store.db")})->turns("a", 0, 1000).value();
  REQUIRE(rows.size() == kVersions);
  for (std::size_t i = 0; i < rows.size(); ++i) CHECK(rows[i].version == i + 1);
}

TEST_CASE("a new file may be opened by several at once, with one key") {
  for (int round = 0; round < 5; ++round) {
    const Folder folder;
    std::vector<std::string> errors(6);
    std::vector<std::thread> threads;
    for (std::string& error : errors) {
      threads.emplace_back([&] {
        const auto store = SqliteStore::open({.path = folder.file("store.db")});
        if (!store) error = to_text(store.error());
      });
    }
    for (std::thread& thread : threads) thread.join();
    for (const std::string& error : errors) CHECK(error == "");
  }
}

// Commits to eight cases for ever, and writes "case version" to the pipe after each
// acknowledgement.
[[noreturn]] void commit_for_ever(const std::string& path, int pipe) {
  const auto store = SqliteStore::open({.path = path});
  if (!store) ::_exit(1);
  std::array<std::uint64_t, 8> versions{};
  for (std::size_t i = 0; i < versions.size(); ++i) {
    const auto loaded = (*store)->load("case" + std::to_string(i));
    if (loaded && *loaded) versions[i] = (*loaded)->version;
  }
  for (std::size_t i = 0;; i = (i + 1) % versions.size()) {
    const std::array<std::uint64_t, 2> note{i, ++versions[i]};
    (*store)->commit(turn("case" + std::to_string(i), note[1]), [note, pipe](CommitResult result) {
      if (result.outcome == Outcome::committed && ::write(pipe, note.data(), sizeof note) < 0)
        ::_exit(2);
    });
    if (i == 7) std::this_thread::sleep_for(std::chrono::microseconds(300));
  }
}

// The newest acknowledged version of each case, when the child was killed after `lifetime`.
std::map<std::uint64_t, std::uint64_t> acknowledged_until_killed(
    const std::string& path, std::chrono::milliseconds lifetime) {
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) commit_for_ever(path, ends[1]);
  ::close(ends[1]);
  std::thread killer([&] {
    std::this_thread::sleep_for(lifetime);
    ::kill(child, SIGKILL);
  });
  std::map<std::uint64_t, std::uint64_t> newest;
  std::array<std::uint64_t, 2> note{};
  while (::read(ends[0], note.data(), sizeof note) == static_cast<ssize_t>(sizeof note))
    newest[note[0]] = note[1];
  killer.join();
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(WIFSIGNALED(status));
  return newest;
}

TEST_CASE("what was acknowledged before kill -9 is there after it") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  open_sqlite({.path = path});
  std::mt19937 random(7);
  std::size_t seen = 0;
  for (int round = 0; round < 6; ++round) {
    const auto newest =
        acknowledged_until_killed(path, std::chrono::milliseconds(100 + random() % 150));
    const auto store = open_sqlite({.path = path});
    for (const auto& [number, version] : newest) {
      const std::string id = "case" + std::to_string(number);
      INFO(id);
      const auto rows = store->turns(id, 0, 1'000'000).value();
      REQUIRE(rows.size() >= version);
      CHECK(rows.back().version == rows.size());
      seen += version;
    }
  }
  CHECK(seen > 100);
}

}  // namespace
}  // namespace anteroom::store
