// The power goes at every instant of a walk: of what was only written and not yet synced, anything
// may be missing. What was acknowledged is there, and every group is there whole or not at all.
#include <algorithm>
#include <cstdlib>

#include "tests/store/contract.h"
#include "tests/store/power_cut.h"
#include "tests/store/store_walk.h"

namespace anteroom::store {
namespace {

constexpr const char* kFile = "store.db";

// What a power cut has left is opened without waiting for the disk, thousands of times.
Result<std::unique_ptr<SqliteStore>> open_left(const Folder& left) {
  static const FaultyVfs quick("quick");
  SqliteOptions options{.path = left.file(kFile), .look_up_key = kWalkKey};
  options.vfs = quick.name();
  return SqliteStore::open(std::move(options));
}

std::size_t newest_by(const std::vector<StoreWalk::State>& states, std::size_t instant) {
  std::size_t newest = 0;
  for (std::size_t i = 0; i < states.size(); ++i) {
    if (states[i].since <= instant) newest = i;
  }
  return newest;
}

// Whether what is left is a state that the store went through, and none from before what was
// acknowledged.
bool holds(const Folder& left, const StoreWalk& walk, std::size_t instant) {
  const auto store = open_left(left);
  if (!store || integrity_of(left.file(kFile)) != "ok") return false;
  const auto& states = walk.states();
  const std::string found = picture(**store);
  return std::any_of(states.begin() + static_cast<std::ptrdiff_t>(newest_by(states, instant)),
                     states.end(),
                     [&](const StoreWalk::State& state) { return state.picture == found; });
}

// How many of the cuts, a few at every instant, have lost something.
int losses(const char* pragma, int cuts_per_instant, const LogBounds& log = {}) {
  const Folder folder;
  DiaryVfs disk("diary");
  StoreWalk walk(folder.file(kFile), disk.name());
  walk.clock = [&] { return disk.instants(); };
  walk.pragma = pragma;
  walk.log = log;
  REQUIRE(walk.open());
  walk.steps();
  walk.close();
  REQUIRE(walk.failed().empty());
  REQUIRE(disk.instants() > 100);
  std::mt19937 chance(20261121);
  int lost = 0;
  for (std::size_t instant = 0; instant <= disk.instants(); ++instant) {
    for (int i = 0; i < cuts_per_instant; ++i) {
      const Folder left;
      disk.cut(instant, chance, left.file(""));
      const bool held = holds(left, walk, instant);
      INFO("instant " << instant << ", cut " << i << " " << pragma);
      if (*pragma == '\0') CHECK(held);
      lost += !held;
    }
  }
  return lost;
}

TEST_CASE("a power cut at any instant loses nothing that was acknowledged") {
  CHECK(losses("", std::getenv("ANTEROOM_FULL") ? 20 : 1) == 0);
}

// Two passes of one schedule are never alike; each must hold.
TEST_CASE("nor does one while the log is moved beside the commits, at every page") {
  for (int walk = 0; walk < (std::getenv("ANTEROOM_FULL") ? 20 : 2); ++walk)
    CHECK(losses("", 1, {.begin = 1, .wait = walk % 2}) == 0);
}

TEST_CASE("without syncing, these power cuts would lose turns") {
  CHECK(losses("PRAGMA synchronous = OFF", 1) > 0);
}

// What a power cut has left of a turn whose sync failed: taken again it is kept now, or it is found
// to be there already, whole.
enum class Fate { absent, whole };

Fate retake(Store& store, const Commit& commit) {
  const Outcome outcome = commit_of(store, commit);
  REQUIRE(outcome != Outcome::failed);
  const auto row = store.turn_of_inbound(commit.turn.case_id, commit.turn.inbound_id).value();
  REQUIRE(row);
  CHECK(row->transcript == commit.turn.transcript);
  return outcome == Outcome::committed ? Fate::absent : Fate::whole;
}

TEST_CASE("a group whose sync failed is whole or absent after a power cut, never half") {
  const Folder folder;
  DiaryVfs disk("diary");
  StoreWalk walk(folder.file(kFile), disk.name());
  walk.clock = [&] { return disk.instants(); };
  REQUIRE(walk.open());
  walk.together({planted_turn("a", 1)});
  const Fault sync_error{"sync error", {{Operation::sync, SQLITE_IOERR_FSYNC}}};
  disk.fail(sync_error, 0, FaultyVfs::kForEver);
  walk.together({planted_turn("a", 2, 9000), planted_turn("b", 1), planted_turn("c", 1)});
  const std::size_t failed_at = walk.states().back().since;
  const std::vector<Commit> failed = walk.failed();
  REQUIRE(failed.size() == 3);
  disk.heal();
  CHECK(becomes_true([&] { return walk.store().ready().has_value(); }));
  const std::size_t ready_at = disk.instants();

  std::mt19937 chance(7);
  int absent = 0, whole = 0;
  for (std::size_t instant = failed_at - 1; instant <= ready_at; ++instant) {
    for (int i = 0; i < 5; ++i) {
      INFO("instant " << instant << ", cut " << i);
      const Folder left;
      disk.cut(instant, chance, left.file(""));
      const auto store = open_left(left);
      REQUIRE(store);
      CHECK(integrity_of(left.file(kFile)) == "ok");
      const Fate of_group = retake(**store, failed[1]);
      CHECK(retake(**store, failed[2]) == of_group);
      const Fate fates[] = {retake(**store, failed[0]), of_group};
      for (const Fate fate : fates) (fate == Fate::absent ? absent : whole) += 1;
      // By now another write has taken its place.
      if (instant == ready_at) CHECK((fates[0] == Fate::absent && fates[1] == Fate::absent));
    }
  }
  CHECK(absent > 0);
  CHECK(whole > 0);
}

}  // namespace
}  // namespace anteroom::store
