// Two processes on one file, each with its own schedule, racing for the same cases; in some rounds
// one of them is killed. What the file then holds is exactly what was acknowledged, and of the
// killed one perhaps what it had just sent.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <random>

#include "store/memory_store.h"
#include "tests/store/contract.h"

namespace anteroom::store {
namespace {

constexpr int kCases = 3;
constexpr int kCommits = 150;

struct Note {  // what a process tells of a commit
  int process, number, a_case;
  std::uint64_t version;
  Outcome outcome;
};

std::string id_of(int a_case) { return "case" + std::to_string(a_case); }
std::string inbound_of(int process, int number) {
  return std::to_string(process) + "-" + std::to_string(number);
}

Commit commit_of_process(const std::string& inbound, const std::string& case_id,
                         std::uint64_t version) {
  Commit commit = turn(case_id, version);
  commit.turn.inbound_id = inbound;
  commit.turn.transcript = "{\"by\":\"" + inbound + "\"}";
  commit.look_ups = {{"name", inbound}};
  commit.handoff = handoff("h" + case_id, case_id, static_cast<int>(version));
  commit.handoff->summary = inbound;
  commit.outbox = {outbox("k" + inbound, static_cast<int>(version))};
  return commit;
}

// Sends kCommits, several at a time, each at the version that it believes to be next, and tells
// what became of them.
[[noreturn]] void commit_at_random(const std::string& path, int process, unsigned seed, int pipe) {
  std::mt19937 random(seed);
  auto opened = SqliteStore::open({.path = path});
  if (!opened) ::_exit(1);
  SqliteStore& store = **opened;
  std::atomic<int> told = 0;
  for (int number = 0; number < kCommits; ++number) {
    Note note{process, number, static_cast<int>(random() % kCases), 0, Outcome::failed};
    const auto loaded = store.load(id_of(note.a_case));
    if (!loaded) ::_exit(2);
    note.version = (*loaded ? (*loaded)->version : 0) + 1;
    store.commit(commit_of_process(inbound_of(process, number), id_of(note.a_case), note.version),
                 [&told, note, pipe](const CommitResult& result) mutable {
                   note.outcome = result.outcome;
                   if (::write(pipe, &note, sizeof note) != sizeof note) ::_exit(3);
                   ++told;
                 });
    const int may_wait = static_cast<int>(random() % 4);
    while (told + may_wait <= number) std::this_thread::yield();
    if (random() % 8 == 0) std::this_thread::sleep_for(std::chrono::microseconds(random() % 900));
  }
  opened->reset();
  ::_exit(0);
}

class Child {
 public:
  Child(const std::string& path, int process, unsigned seed) {
    std::array<int, 2> ends{};
    REQUIRE(::pipe(ends.data()) == 0);
    x_pipe = ends[0];
    x_pid = ::fork();
    REQUIRE(x_pid >= 0);
    if (x_pid == 0) commit_at_random(path, process, seed, ends[1]);
    ::close(ends[1]);
  }
  ~Child() {
    ::close(x_pipe);
    if (x_pid > 0) ::kill(x_pid, SIGKILL), ::waitpid(x_pid, nullptr, 0);
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  void kill() const { ::kill(x_pid, SIGKILL); }
  std::optional<Note> next() const {  // none: it has ended
    Note note{};
    if (::read(x_pipe, &note, sizeof note) != sizeof note) return std::nullopt;
    return note;
  }
  int wait() {
    int status = 0;
    ::waitpid(std::exchange(x_pid, -1), &status, 0);
    return status;
  }

 private:
  int x_pipe = -1;
  pid_t x_pid = -1;
};

struct Told {
  std::map<std::string, Note> committed, refused;  // by inbound id

  void hear(const Note& note) {
    CHECK(note.outcome != Outcome::failed);
    auto& notes = note.outcome == Outcome::committed ? committed : refused;
    notes[inbound_of(note.process, note.number)] = note;
  }
};

// The rows of the file, put into a memory store one after the other: that must make the same whole.
void check_file(const std::string& path, const Told& told, bool one_was_killed) {
  CHECK(integrity_of(path) == "ok");
  const auto store = open_sqlite({.path = path});
  MemoryStore memory;
  std::size_t rows = 0, unheard = 0;
  const auto case_ids = store->cases("", 99).value();
  for (const std::string& case_id : case_ids) {
    const auto turns = store->turns(case_id, 0, 10'000).value();
    for (const TurnRow& row : turns) {
      ++rows;
      CHECK(commit_of(memory, commit_of_process(row.inbound_id, case_id, row.version)) ==
            Outcome::committed);
      CHECK(told.refused.count(row.inbound_id) == 0);
      const auto note = told.committed.find(row.inbound_id);
      if (note == told.committed.end()) {
        ++unheard;
        continue;
      }
      CHECK(id_of(note->second.a_case) == case_id);
      CHECK(note->second.version == row.version);
    }
  }
  CHECK(rows == told.committed.size() + unheard);  // what was acknowledged is there, each once
  CHECK(unheard <= (one_was_killed ? 4 : 0));      // it never had more under way
  CHECK(picture(*store) == picture(memory));
}

std::size_t race(unsigned seed, bool kills) {
  const Folder folder;
  const std::string path = folder.file("store.db");
  open_sqlite({.path = path});
  Told told;
  Child left(path, 1, seed * 2), right(path, 2, seed * 2 + 1);
  for (unsigned heard = 0;; ++heard) {
    if (kills && heard == 5 + seed % 60) left.kill();
    const auto note = left.next();
    if (!note) break;
    told.hear(*note);
  }
  while (const auto note = right.next()) told.hear(*note);
  CHECK(WIFSIGNALED(left.wait()) == kills);
  const int status = right.wait();
  CHECK((WIFEXITED(status) && WEXITSTATUS(status) == 0));
  if (!kills) CHECK(told.committed.size() + told.refused.size() == 2 * kCommits);
  check_file(path, told, kills);
  return told.refused.size();
}

TEST_CASE("two processes race on one file: the log is what was acknowledged") {
  std::size_t conflicts = 0;
  const unsigned rounds = std::getenv("ANTEROOM_FULL") ? 40 : 4;
  for (unsigned seed = 1; seed <= rounds; ++seed) {
    INFO("seed " << seed);
    conflicts += race(seed, false);
  }
  CHECK(conflicts > 10);
}

TEST_CASE("a process is killed while another writes to the same file, which goes on") {
  const unsigned rounds = std::getenv("ANTEROOM_FULL") ? 40 : 4;
  for (unsigned seed = 1; seed <= rounds; ++seed) {
    INFO("seed " << seed);
    race(seed, true);
  }
}

}  // namespace
}  // namespace anteroom::store
