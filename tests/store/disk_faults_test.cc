// The disk goes wrong at its operation N, for every N and in every way: once, and until it is
// healed. Nothing that was acknowledged is lost, nothing that failed is there, and the same store
// goes on as soon as the disk does.
#include <cstdlib>

#include "tests/store/contract.h"
#include "tests/store/faulty_vfs.h"
#include "tests/store/store_walk.h"

namespace anteroom::store {
namespace {

bool everything() { return std::getenv("ANTEROOM_FULL") != nullptr; }

void check_errors(const StoreWalk& walk, const std::string& path) {
  for (const Error& error : walk.errors()) {
    INFO(to_text(error));
    CHECK_FALSE(error.what.empty());
    CHECK((error.where.find(path) == 0 || error.where == "outbox"));
    CHECK(to_text(error).find(kPlanted) == std::string::npos);
    CHECK(to_text(error).find("555") == std::string::npos);
  }
}

// False when the walk ended without meeting the fault.
bool walk_with(const Fault& fault, int first, int times, const LogBounds& log) {
  const Folder folder;
  const std::string path = folder.file("store.db");
  FaultyVfs disk("faulty");
  StoreWalk walk(path, disk.name());
  walk.log = log;
  disk.fail(fault, first, times);
  if (!walk.open()) {
    disk.heal();
    REQUIRE(walk.open());
  }
  walk.steps();
  CHECK(walk.wrong_reads() == 0);
  bool met = disk.met();
  if (met) {
    disk.heal();
    CHECK(picture(walk.store()) == picture(walk.acknowledged()));
    CHECK(walk.repeat_what_failed());
    CHECK(picture(walk.store()) == picture(walk.acknowledged()));
    CHECK(becomes_true([&] { return walk.store().ready().has_value(); }));
  }
  walk.close();  // where it was not met yet, here
  met = met || disk.met();
  disk.heal();
  check_errors(walk, path);
  REQUIRE(walk.open());
  CHECK(integrity_of(path) == "ok");
  CHECK(picture(walk.store()) == picture(walk.acknowledged()));
  return met;
}

void at_every_operation(int times, const LogBounds& log = {}) {
  for (const Fault& fault : faults()) {
    int met = 0;
    for (int first = 0;; first += everything() || first < 20 ? 1 : 1 + (first * 7) % 9) {
      INFO(fault.name << " at operation " << first);
      if (!walk_with(fault, first, times, log)) break;
      ++met;
    }
    INFO(fault.name);
    CHECK(met >= 3);
  }
}

TEST_CASE("the disk fails once, at every operation") { at_every_operation(1); }

TEST_CASE("the disk fails for long, from every operation on") {
  at_every_operation(FaultyVfs::kForEver);
}

TEST_CASE("the disk fails once, while the log is moved beside the commits, at every page") {
  at_every_operation(1, {.begin = 1});
}

}  // namespace
}  // namespace anteroom::store
