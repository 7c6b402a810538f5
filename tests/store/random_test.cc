// Random operations on SQLite and in memory, which must tell the same at every step. The seed is
// fixed, so a failure comes back.
#include <random>

#include "store/memory_store.h"
#include "tests/store/contract.h"

namespace anteroom::store {
namespace {

struct Operations {
  std::mt19937 random{20261121};
  std::map<std::string, std::uint64_t> versions = {};

  int below(int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); }
  std::string any(const char* stem, int bound) { return stem + std::to_string(below(bound)); }

  Commit commit() {
    const std::string id = any("case", 60);
    const std::uint64_t newest = versions[id];
    Commit commit = turn(id, below(8) == 0 ? static_cast<std::uint64_t>(below(12)) : newest + 1);
    if (below(3) == 0) commit.look_ups.push_back({any("kind", 2), any("value", 40)});
    if (below(4) == 0)
      commit.handoff = handoff(any("h", 50), id, below(1000), below(3) == 0 ? "closed" : "open");
    for (int i = below(3); i > 0; --i) commit.outbox.push_back(outbox(any("k", 3000), below(1000)));
    return commit;
  }
};

void compare_reads(Operations& operations, Store& memory, Store& sqlite) {
  const LookUp look_up{operations.any("kind", 2), operations.any("value", 40)};
  CHECK(memory.find(look_up).value() == sqlite.find(look_up).value());
  const std::string id = operations.any("case", 60);
  const std::string inbound = operations.any("in-", 200);
  CHECK(memory.inbound_ids(id).value() == sqlite.inbound_ids(id).value());
  const auto expected = memory.turn_of_inbound(id, inbound).value();
  const auto found = sqlite.turn_of_inbound(id, inbound).value();
  REQUIRE(expected.has_value() == found.has_value());
  if (expected) CHECK(expected->version == found->version);
}

TEST_CASE("10,000 random operations leave both stores alike") {
  const Folder folder;
  MemoryStore memory;
  auto sqlite = open_sqlite({.path = folder.file("store.db")});
  Operations operations;
  for (int i = 0; i < 10'000; ++i) {
    INFO("operation " << i);
    const int choice = operations.below(10);
    if (choice < 6) {
      const Commit commit = operations.commit();
      const Outcome expected = commit_of(memory, commit);
      REQUIRE(commit_of(*sqlite, commit) == expected);
      if (expected == Outcome::committed)
        operations.versions[commit.turn.case_id] = commit.turn.version;
    } else if (choice < 8) {
      const std::string key = operations.any("k", 3000);
      const char* state = operations.below(2) ? "done" : "waiting";
      const Moment due = at(operations.below(1000));
      REQUIRE(memory.set_outbox(key, state, i, due).has_value() ==
              sqlite->set_outbox(key, state, i, due).has_value());
    } else {
      compare_reads(operations, memory, *sqlite);
    }
    if (i % 2500 == 2499) {
      REQUIRE(picture(memory) == picture(*sqlite));
      sqlite.reset();
      sqlite = open_sqlite({.path = folder.file("store.db")});
    }
  }
  CHECK(picture(memory) == picture(*sqlite));
}

}  // namespace
}  // namespace anteroom::store
