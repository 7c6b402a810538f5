// The write-ahead log is moved into the file beside the commits: it does not grow without end, no
// reader and no fault of that moving stops a commit, and what lies still reaches the file.
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/store/contract.h"
#include "tests/store/faulty_vfs.h"
#include "tests/store/store_walk.h"

namespace anteroom::store {
namespace {

constexpr int kNever = 1 << 30;

int pages_ever_in_log(const std::string& path) {
  constexpr std::uintmax_t kPageInLog = 4096 + 24;
  std::error_code none;
  const auto bytes = std::filesystem::file_size(path + "-wal", none);
  return none ? 0 : static_cast<int>(bytes / kPageInLog);
}

bool file_holds(const std::string& path, const std::string& text) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str().find(text) != std::string::npos;
}

// Turns of case `id` from `first` on, each large enough for some pages.
void commit_turns(Store& store, const std::string& id, std::uint64_t first, int turns) {
  for (std::uint64_t version = first; version < first + static_cast<std::uint64_t>(turns);
       ++version)
    REQUIRE(commit_of(store, planted_turn(id, version, 9000)) == Outcome::committed);
}

// Commits turns from `version` on until the log is shorter than it was: the moving thread may be
// asleep for some of them.
bool starts_over(Store& store, const std::string& path, std::uint64_t& version, int than) {
  return becomes_true([&] {
    commit_turns(store, "a", version, 50);
    version += 50;
    return pages_ever_in_log(path) < than;
  });
}

TEST_CASE("a log that is moved beside the commits starts over") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  const auto store = open_sqlite({.path = path, .log = {.begin = 40, .wait = 20}});
  // Some of the turns may find the moving thread asleep, not all.
  CHECK(becomes_true([&, version = std::uint64_t{1}]() mutable {
    commit_turns(*store, "a", version, 50);
    version += 50;
    return version > 400 && pages_ever_in_log(path) < static_cast<int>(version);
  }));
}

TEST_CASE("a log that nobody moves is moved at its bound, and cut") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  const auto store =
      open_sqlite({.path = path, .log = {.begin = kNever, .at_most = 100, .idle = {}}});
  for (std::uint64_t version = 1; version < 300; ++version) {
    commit_turns(*store, "a", version, 1);
    REQUIRE(pages_ever_in_log(path) < 120);
  }
}

TEST_CASE("a reader who stays keeps the log growing, and no commit waiting; then it starts over") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  const auto store = open_sqlite({.path = path, .log = {.begin = 20, .wait = 10, .at_most = 100}});
  commit_turns(*store, "a", 1, 5);
  auto reader = Connection::open(path, std::chrono::seconds(1)).value();
  REQUIRE(reader.run_script("BEGIN; SELECT count(*) FROM turns"));
  commit_turns(*store, "a", 6, 200);
  const int grown = pages_ever_in_log(path);
  CHECK(grown > 400);
  Query count = reader.query("SELECT count(*) FROM turns");
  REQUIRE(count.next());
  CHECK(count.number(0) == 5);
  REQUIRE(count.end());
  REQUIRE(reader.run("COMMIT"));
  std::uint64_t version = 206;
  CHECK(starts_over(*store, path, version, grown));
  CHECK(integrity_of(path) == "ok");
}

TEST_CASE("what lies still is moved into the file, however little it is") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  const auto store = open_sqlite({.path = path, .log = {.idle = std::chrono::milliseconds(1)}});
  for (std::uint64_t version = 1; version < 6; ++version) {
    Commit commit = turn("a", version);
    commit.turn.transcript = "said-in-" + std::to_string(version);
    REQUIRE(commit_of(*store, commit) == Outcome::committed);
    CHECK(becomes_true([&] { return file_holds(path, commit.turn.transcript); }));
  }
}

TEST_CASE("a disk that fails while the log is moved fails no commit") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  FaultyVfs disk("no_moving");
  const auto store =
      open_sqlite({.path = path, .log = {.begin = 20, .at_most = 100}, .vfs = disk.name()});
  commit_turns(*store, "a", 1, 5);
  const Fault no_moving{"no moving",
                        {{Operation::write, SQLITE_FULL}, {Operation::sync, SQLITE_IOERR_FSYNC}},
                        false,
                        [](const Call& call) { return call.path.ends_with(".db"); }};
  disk.fail(no_moving, 0, FaultyVfs::kForEver);
  commit_turns(*store, "a", 6, 150);
  CHECK(disk.met());
  CHECK(store->ready());
  const int grown = pages_ever_in_log(path);
  CHECK(grown > 300);
  disk.heal();
  std::uint64_t version = 156;
  CHECK(starts_over(*store, path, version, grown));
  CHECK(integrity_of(path) == "ok");
  CHECK(store->turns("a", 0, 100'000).value().size() == version - 1);
}

}  // namespace
}  // namespace anteroom::store
