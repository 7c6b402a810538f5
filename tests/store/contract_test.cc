// The contract, case by case, on every store.
#include <atomic>

#include "tests/store/contract.h"

namespace anteroom::store {
namespace {

using namespace std::string_literals;

using Ids = std::vector<std::string>;

void on_every_store(const std::function<void(Store&)>& test) {
  for (const Kind& kind : kinds()) {
    INFO(kind.name);
    const Folder folder;
    const auto store = kind.open(folder);
    test(*store);
  }
}

TEST_CASE("a case is its newest snapshot and the differences since, in order") {
  on_every_store([](Store& store) {
    CHECK_FALSE(store.load("a").value());
    for (std::uint64_t version = 1; version <= 11; ++version)
      REQUIRE(commit_of(store, turn("a", version)) == Outcome::committed);
    const Loaded loaded = store.load("a").value().value();
    CHECK(loaded.version == 11);
    CHECK(loaded.snapshot == "{\"version\":9}");
    CHECK(loaded.differences == Ids{"{\"version\":10}", "{\"version\":11}"});
  });
}

TEST_CASE("turns come back whole, after a version, up to a limit") {
  on_every_store([](Store& store) {
    for (std::uint64_t version = 1; version <= 5; ++version) commit_of(store, turn("a", version));
    commit_of(store, turn("b", 1));
    const auto rows = store.turns("a", 2, 2).value();
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].version == 3);
    CHECK(rows[1].version == 4);
    const TurnRow sent = turn("a", 3).turn;
    CHECK(rows[0].inbound_id == sent.inbound_id);
    CHECK(rows[0].inbound_hash == sent.inbound_hash);
    CHECK(rows[0].conversation == sent.conversation);
    CHECK(rows[0].at == sent.at);
    CHECK(rows[0].transcript == sent.transcript);
    CHECK(rows[0].difference == sent.difference);
    CHECK(rows[0].snapshot.empty());
    CHECK(store.turns("nobody", 0, 9).value().empty());
  });
}

TEST_CASE("a turn that does not follow the newest is a conflict and leaves nothing") {
  on_every_store([](Store& store) {
    commit_of(store, turn("a", 1));
    for (const std::uint64_t version : {1, 3}) {
      Commit late = turn("a", version);
      late.look_ups = {{"phone", "+15105550142"}};
      late.handoff = handoff("h", "a", 1);
      late.outbox = {outbox("k", 1)};
      CHECK(commit_of(store, late) == Outcome::conflict);
    }
    CHECK(commit_of(store, turn("new", 2)) == Outcome::conflict);
    CHECK(store.find({"phone", "+15105550142"}).value().empty());
    CHECK(store.handoffs(false).value().empty());
    CHECK(store.due_outbox(at(9), 9).value().empty());
    CHECK(store.cases("", 9).value() == Ids{"a"});
    CHECK(commit_of(store, turn("a", 2)) == Outcome::committed);
  });
}

TEST_CASE("a conflict or a malformed turn among commits that wait together drops only itself") {
  on_every_store([](Store& store) {
    std::atomic<int> called = 0;
    std::vector<Outcome> outcomes(104);
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
      Commit commit = i == 50   ? turn("c", 1)
                      : i == 70 ? turn("", 1)
                                : turn("case" + std::to_string(i % 4), i / 4 + 1);
      if (i == 50) commit.turn.version = 7;
      if (i == 70) commit.turn.case_id.clear();
      store.commit(std::move(commit), [&, i](CommitResult result) {
        outcomes[i] = result.outcome;
        ++called;
      });
    }
    store.close();
    REQUIRE(called == 104);
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
      INFO(i);
      const bool after_a_gap = (i % 4 == 2 && i > 50) || i == 50;
      CHECK(outcomes[i] == (i == 70       ? Outcome::failed
                            : after_a_gap ? Outcome::conflict
                                          : Outcome::committed));
    }
  });
}

TEST_CASE("a first turn without a snapshot, a version 0 and a turn without a case fail") {
  on_every_store([](Store& store) {
    Commit bare = turn("a", 1);
    bare.turn.snapshot.clear();
    CHECK(commit_of(store, bare) == Outcome::failed);
    CHECK(commit_of(store, turn("a", 0)) == Outcome::failed);
    CHECK(commit_of(store, turn("", 1)) == Outcome::failed);
    CHECK(store.cases("", 9).value().empty());
  });
}

TEST_CASE("the turn of an inbound is found within its case only") {
  on_every_store([](Store& store) {
    commit_of(store, turn("a", 1));
    Commit tick = turn("a", 2);
    tick.turn.inbound_id.clear();
    commit_of(store, tick);
    CHECK(store.turn_of_inbound("a", "in-1").value().value().version == 1);
    CHECK(store.inbound_ids("a").value() == std::vector<std::string>{"in-1"});
    CHECK(store.inbound_ids("b").value().empty());
    CHECK_FALSE(store.turn_of_inbound("a", "in-2").value());
    CHECK_FALSE(store.turn_of_inbound("a", "").value());
    CHECK_FALSE(store.turn_of_inbound("b", "in-1").value());
  });
}

TEST_CASE("a look-up finds its cases, oldest first, each once") {
  on_every_store([](Store& store) {
    for (const char* id : {"z", "m", "a"}) {
      Commit commit = turn(id, 1);
      commit.look_ups = {{"phone", "+15105550142"}};
      commit_of(store, commit);
    }
    Commit again = turn("z", 2);
    again.look_ups = {{"phone", "+15105550142"}, {"email", "ana@example.com"}};
    commit_of(store, again);
    CHECK(store.find({"phone", "+15105550142"}).value() == Ids{"z", "m", "a"});
    CHECK(store.find({"email", "ana@example.com"}).value() == Ids{"z"});
    CHECK(store.find({"email", "+15105550142"}).value().empty());
    CHECK(store.find({"phone", "+15105550143"}).value().empty());
  });
}

TEST_CASE("cases come in the order of opening, page by page") {
  on_every_store([](Store& store) {
    for (const char* id : {"z", "m", "a"}) commit_of(store, turn(id, 1));
    commit_of(store, turn("z", 2));
    CHECK(store.cases("", 2).value() == Ids{"z", "m"});
    CHECK(store.cases("m", 2).value() == Ids{"a"});
    CHECK(store.cases("nobody", 2).value().empty());
  });
}

TEST_CASE("a handoff is replaced by a later turn, and listed by due") {
  on_every_store([](Store& store) {
    Commit first = turn("a", 1);
    first.handoff = handoff("h1", "a", 50);
    Commit other = turn("b", 1);
    other.handoff = handoff("h2", "b", 40);
    Commit later = turn("a", 2);
    later.handoff = handoff("h1", "a", 30, "claimed");
    later.handoff->summary = "{\"text\":\"more\"}";
    for (const Commit& commit : {first, other, later})
      REQUIRE(commit_of(store, commit) == Outcome::committed);
    auto rows = store.handoffs(true).value();
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].id == "h1");
    CHECK(rows[0].state == "claimed");
    CHECK(rows[0].summary == "{\"text\":\"more\"}");
    Commit closing = turn("a", 3);
    closing.handoff = handoff("h1", "a", 30, "closed");
    commit_of(store, closing);
    CHECK(store.handoffs(true).value().size() == 1);
    CHECK(store.handoffs(false).value().size() == 2);
  });
}

TEST_CASE("an outbox key is unique for ever, and a row changes its state") {
  on_every_store([](Store& store) {
    Commit commit = turn("a", 1);
    commit.outbox = {outbox("k2", 20), outbox("k1", 10), outbox("k3", 30)};
    commit_of(store, commit);
    auto rows = store.due_outbox(at(20), 9).value();
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].key == "k1");
    CHECK(rows[0].data == "{\"key\":\"k1\"}");
    CHECK(store.due_outbox(at(20), 1).value().size() == 1);
    REQUIRE(store.set_outbox("k1", "done", 1, at(10)));
    REQUIRE(store.set_outbox("k2", "waiting", 2, at(25)));
    CHECK_FALSE(store.set_outbox("k9", "done", 1, at(10)));
    CHECK(store.due_outbox(at(20), 9).value().empty());
    Commit repeated = turn("a", 2);
    repeated.outbox = {outbox("k1", 1), outbox("k2", 1)};
    CHECK(commit_of(store, repeated) == Outcome::committed);
    rows = store.due_outbox(at(25), 9).value();
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].key == "k2");
    CHECK(rows[0].attempts == 2);
  });
}

TEST_CASE("closing waits for what is queued; afterwards commits fail and reads go on") {
  on_every_store([](Store& store) {
    std::atomic<int> committed = 0;
    for (int i = 0; i < 500; ++i) {
      store.commit(turn("case" + std::to_string(i), 1),
                   [&](CommitResult result) { committed += result.outcome == Outcome::committed; });
    }
    store.close();
    store.close();
    CHECK(committed == 500);
    CHECK(commit_of(store, turn("late", 1)) == Outcome::failed);
    CHECK_FALSE(store.set_outbox("k", "done", 1, at(0)));
    CHECK(store.cases("", 1000).value().size() == 500);
  });
}

TEST_CASE("a store is ready until it is closed") {
  on_every_store([](Store& store) {
    CHECK(store.ready());
    REQUIRE(commit_of(store, turn("a", 1)) == Outcome::committed);
    REQUIRE(commit_of(store, turn("a", 7)) == Outcome::conflict);
    REQUIRE(commit_of(store, turn("", 1)) == Outcome::failed);
    CHECK(store.ready());  // those two were refused for what they are
    store.close();
    const auto ready = store.ready();
    REQUIRE_FALSE(ready);
    CHECK(ready.error().what.find("closed") != std::string::npos);
  });
}

TEST_CASE("a commit may be queued from the callback of another") {
  on_every_store([](Store& store) {
    std::atomic<bool> followed = false;
    store.commit(turn("a", 1), [&](CommitResult) {
      store.commit(turn("a", 2),
                   [&](CommitResult result) { followed = result.outcome == Outcome::committed; });
    });
    while (!followed) std::this_thread::yield();
    CHECK(store.load("a").value().value().version == 2);
  });
}

TEST_CASE("any bytes survive: quotes, zeros, other scripts, long texts") {
  on_every_store([](Store& store) {
    Commit commit = turn("a", 1);
    commit.turn.transcript = "it's \"x\"; \0 \xff mañana "s + std::string(200'000, 'x');
    commit_of(store, commit);
    CHECK(store.turns("a", 0, 1).value().at(0).transcript == commit.turn.transcript);
  });
}

TEST_CASE("an address names a store, or the error says which there are") {
  CHECK(open_store("memory:"));
  for (const char* address : {"", "sqlite:", "mysql:x", "store.db"}) {
    const auto store = open_store(address);
    REQUIRE_FALSE(store);
    CHECK(store.error().what.find("memory: or sqlite:FILE") != std::string::npos);
  }
}

}  // namespace
}  // namespace anteroom::store
