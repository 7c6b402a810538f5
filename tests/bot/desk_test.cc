// The desk against stores that work, stores that fail at any operation, and another desk on the
// same store.
#include "bot/desk.h"

#include "bot/turn_record.h"
#include "tests/bot/bot_support.h"

namespace anteroom::bot {
namespace {

using Status = Taken::Status;
using Fault = FaultyStore::Fault;

std::unique_ptr<store::Store> memory() { return *store::open_store("memory:"); }

const std::vector<Inbound>& walk() {
  static const std::vector<Inbound> all = {inbound("w0", Opened{}), chooses("w1", "imaging", 10),
                                           says("w2", "today please", 20),
                                           says("w3", "510-555-0142", 30), says("w4", "yes", 40)};
  return all;
}

// The case after the walk, where nothing goes wrong.
Case after_walk() {
  const auto store = memory();
  DeskOf one(*store, practice_of(kSmall));
  for (const Inbound& step : walk()) REQUIRE(one.take("c", step).status == Status::taken);
  return *load_case(*store, "c");
}

void check_versions(const std::vector<store::TurnRow>& rows, std::size_t wanted) {
  REQUIRE(rows.size() == wanted);
  std::set<std::string> ids;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CHECK(rows[i].version == i + 1);
    CHECK(ids.insert(rows[i].inbound_id).second);
  }
}

}  // namespace

TEST_CASE("the walk of these tests ends with a handoff") {
  const Case after = after_walk();
  REQUIRE(after.episode.handoff);
  CHECK(after.episode.handoff->queue == "front_desk");
  CHECK(after.version == walk().size());
}

TEST_CASE("the same id twice gets the same answer once, and another body is refused") {
  for (const StoreKind& kind : store_kinds()) {
    DYNAMIC_SECTION(kind.name) {
      const testing::TemporaryFolder folder;
      const auto store = kind.open(folder);
      DeskOf one(*store, practice_of(kSmall));
      REQUIRE(one.take("c", walk()[0]).status == Status::taken);
      const Taken first = one.take("c", says("m1", "an mri", 10));
      REQUIRE(first.status == Status::taken);
      REQUIRE(first.after);
      CHECK(first.version == 2);
      CHECK_FALSE(first.replies.empty());

      const Taken again = one.take("c", says("m1", "an mri", 99));  // whenever it comes
      CHECK(again.status == Status::repeated);
      CHECK(again.version == first.version);
      CHECK(again.replies == first.replies);
      CHECK_FALSE(again.after);

      const Taken reused = one.take("c", says("m1", "a dentist", 99));
      CHECK(reused.status == Status::id_reused);
      CHECK(reused.replies.empty());
      CHECK(one.take("c", chooses("m1", "an mri")).status == Status::id_reused);

      DeskOf fresh(*store, practice_of(kSmall));  // after a new start
      const Taken later = fresh.take("c", says("m1", "an mri", 200));
      CHECK(later.status == Status::repeated);
      CHECK(later.replies == first.replies);
      check_versions(rows_of(*store, "c"), 2);
    }
  }
}

TEST_CASE("an id that the case itself has forgotten is found in its log") {
  for (const StoreKind& kind : store_kinds()) {
    DYNAMIC_SECTION(kind.name) {
      const testing::TemporaryFolder folder;
      const auto store = kind.open(folder);
      DeskOf one(*store, practice_of(kSmall));
      const Taken first = one.take("c", says("old", "an mri"));
      for (int i = 1; i < 80; ++i) {
        const Inbound event = inbound("e" + std::to_string(i), PageEvent{"page_view", "a", "/"}, i);
        REQUIRE(one.take("c", event).status == Status::taken);
      }
      const Taken again = one.take("c", says("old", "an mri", 100));
      CHECK(again.status == Status::repeated);
      CHECK(again.version == 1);
      CHECK(again.replies == first.replies);
      CHECK(one.take("c", says("old", "else", 100)).status == Status::id_reused);
      check_versions(rows_of(*store, "c"), 80);
    }
  }
}

TEST_CASE("inbounds of a case are taken in their order, and cases do not wait for each other") {
  for (const StoreKind& kind : store_kinds()) {
    DYNAMIC_SECTION(kind.name) {
      const testing::TemporaryFolder folder;
      const auto store = kind.open(folder);
      DeskOf one(*store, practice_of(kSmall));
      std::vector<std::string> answered;
      for (int i = 0; i < 10; ++i) {
        for (const std::string name : {"a", "b"}) {
          const std::string id = name + std::to_string(i);
          one.desk.take(name, says(id, "hello " + id, i), [&answered, id](const Taken& taken) {
            CHECK(taken.status == Status::taken);
            answered.push_back(id);
          });
        }
      }
      one.loop.run_until([&] { return answered.size() == 20; });
      for (const std::string name : {"a", "b"}) {
        const auto rows = rows_of(*store, name);
        check_versions(rows, 10);
        std::vector<std::string> order;
        std::copy_if(answered.begin(), answered.end(), std::back_inserter(order),
                     [&](const std::string& id) { return id.starts_with(name); });
        for (std::size_t i = 0; i < rows.size(); ++i) {
          CHECK(rows[i].inbound_id == name + std::to_string(i));
          CHECK(order[i] == rows[i].inbound_id);
        }
      }
    }
  }
}

TEST_CASE("two desks on one store: each inbound is taken once, whoever is faster") {
  for (const StoreKind& kind : store_kinds()) {
    DYNAMIC_SECTION(kind.name) {
      const testing::TemporaryFolder folder;
      const auto store = kind.open(folder);
      DeskOf left(*store, practice_of(kSmall)), right(*store, practice_of(kSmall));
      int answered = 0;
      std::function<void(int)> send = [&](int i) {
        Desk& desk = i % 2 ? left.desk : right.desk;
        desk.take("c", says("m" + std::to_string(i), "hello", i), [&, i](const Taken& taken) {
          if (taken.status == Status::try_again) return send(i);  // what a client does
          CHECK(taken.status == Status::taken);
          ++answered;
        });
      };
      for (int i = 0; i < 50; ++i) send(i);
      const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
      while (answered < 50 && std::chrono::steady_clock::now() < end) {
        left.loop.run();
        right.loop.run();
      }
      CHECK(answered == 50);
      check_versions(rows_of(*store, "c"), 50);
      CHECK(load_case(*store, "c")->version == 50);
    }
  }
}

TEST_CASE("an inbound that another desk has taken is repeated, not taken again") {
  const auto store = memory();
  DeskOf left(*store, practice_of(kSmall)), right(*store, practice_of(kSmall));
  REQUIRE(left.take("c", walk()[0]).status == Status::taken);
  REQUIRE(right.take("c", says("r", "hello", 5)).status == Status::taken);
  const Taken there = right.take("c", says("m", "an mri", 10));
  const Taken here = left.take("c", says("m", "an mri", 10));  // its own state is two turns old
  CHECK(here.status == Status::repeated);
  CHECK(here.version == there.version);
  CHECK(here.replies == there.replies);
}

TEST_CASE("whatever operation of the store fails, nothing changes, and the next try works") {
  const Case expected = after_walk();
  for (const Fault fault : {Fault::fails, Fault::loses_answer, Fault::conflicts}) {
    int faults_met = 0;
    for (int operation = 0;; ++operation) {
      INFO("fault " << static_cast<int>(fault) << " at operation " << operation);
      const auto inner = memory();
      FaultyStore store(*inner);
      store.fail_at(operation, fault);
      DeskOf one(store, practice_of(kSmall));
      int tried_again = 0;
      for (const Inbound& step : walk()) {
        const std::size_t before = rows_of(*inner, "c").size();
        Taken taken = one.take("c", step);
        if (taken.status == Status::try_again) {
          ++tried_again;
          CHECK(taken.error.what == "the test says so");
          CHECK(taken.replies.empty());
          if (fault != Fault::loses_answer) CHECK(rows_of(*inner, "c").size() == before);
          taken = one.take("c", step);
        }
        CHECK((taken.status == Status::taken || taken.status == Status::repeated));
        CHECK_FALSE(taken.replies.empty());
      }
      check_versions(rows_of(*inner, "c"), walk().size());
      CHECK(*load_case(*inner, "c") == expected);
      if (store.operations() <= operation) break;
      ++faults_met;
      if (fault == Fault::fails) CHECK(tried_again == 1);
    }
    CHECK(faults_met >= 6);  // a load and five commits
  }
}

TEST_CASE("an inbound that loses every race is to be tried again") {
  const auto inner = memory();
  FaultyStore store(*inner);
  DeskOf one(store, practice_of(kSmall));
  REQUIRE(one.take("c", walk()[0]).status == Status::taken);
  class AlwaysLate : public FaultyStore {
   public:
    using FaultyStore::FaultyStore;
    int commits = 0;
    void commit(store::Commit, std::function<void(store::CommitResult)> done) override {
      ++commits;
      done({store::Outcome::conflict, {}});
    }
  } late(*inner);
  DeskOf other(late, practice_of(kSmall));
  CHECK(other.take("c", walk()[1]).status == Status::try_again);
  CHECK(late.commits == 4);  // the first try and three retakes
  check_versions(rows_of(*inner, "c"), 1);
}

TEST_CASE("what waits behind an inbound that failed is taken") {
  const auto inner = memory();
  FaultyStore store(*inner);
  store.fail_at(0, Fault::fails);
  DeskOf one(store, practice_of(kSmall));
  std::vector<Status> answers;
  for (const char* id : {"a", "b", "c"})
    one.desk.take("c", says(id, "hello"),
                  [&](const Taken& taken) { answers.push_back(taken.status); });
  one.loop.run_until([&] { return answers.size() == 3; });
  CHECK(answers == std::vector<Status>{Status::try_again, Status::taken, Status::taken});
}

TEST_CASE("only cases that lie idle are cleared from the desk") {
  const auto inner = memory();
  FaultyStore store(*inner);
  DeskOf one(store, practice_of(kSmall), {.desktops_kept = 4});
  store.holds_commits = true;
  std::optional<Taken> busy;
  one.desk.take("busy", says("b", "hello"), [&](const Taken& taken) { busy = taken; });
  one.loop.run();
  store.holds_commits = false;
  for (int i = 0; i < 20; ++i)
    REQUIRE(one.take("idle" + std::to_string(i), says("m", "hello")).status == Status::taken);

  const int loads = store.loads;
  REQUIRE(one.take("idle19", says("n", "hello")).status == Status::taken);
  CHECK(store.loads == loads);  // it was used just now
  REQUIRE(one.take("idle0", says("n", "hello")).status == Status::taken);
  CHECK(store.loads == loads + 1);  // cleared away, and the store has it
  CHECK(rows_of(*inner, "idle0").size() == 2);

  CHECK_FALSE(busy);
  store.let_go();
  one.loop.run_until([&] { return busy.has_value(); });
  CHECK(busy->status == Status::taken);
  REQUIRE(one.take("busy", says("c", "hello")).status == Status::taken);
  CHECK(store.loads == loads + 1);  // what it was busy with is still there
}

TEST_CASE("a case that nobody opened is empty, and one that was is read as committed") {
  const auto store = memory();
  DeskOf one(*store, practice_of(kSmall));
  const auto none = one.read("nobody");
  REQUIRE(none);
  CHECK((*none)->version == 0);
  const Taken taken = one.take("c", walk()[0]);
  const auto state = one.read("c");
  REQUIRE(state);
  CHECK(**state == *taken.after);
}

}  // namespace anteroom::bot
