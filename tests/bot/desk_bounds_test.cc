// What the desk holds: no more than its bounds, each case once and in order, also while it is read,
// and no more of an idle case than it needs.
#include "bot/cold_case.h"
#include "bot/turn_record.h"
#include "tests/bot/bot_support.h"

namespace anteroom::bot {
namespace {

using Status = Taken::Status;

// Away work that waits until it is let go, as behind a slow disk.
struct SlowDesk {
  explicit SlowDesk(store::Store& store, DeskLimits limits = {})
      : desk(store, practice_of(kSmall),
             {loop.home(), [this](std::function<void()> work) { away.push_back(std::move(work)); }},
             limits) {}
  void let_go() {
    for (auto& work : std::exchange(away, {})) work();
    loop.run();
  }
  void take(const std::string& case_id, const std::string& id) {
    desk.take(case_id, says(id, "hello"), [this, id](const Taken& taken) {
      answers.push_back(id + (taken.status == Status::taken ? " taken" : " try again"));
    });
  }

  Loop loop;
  Desk desk;
  std::vector<std::function<void()>> away;
  std::vector<std::string> answers;
};

std::unique_ptr<store::Store> memory() { return *store::open_store("memory:"); }

}  // namespace

TEST_CASE("nothing of the store is read on the desk's thread") {
  const auto inner = memory();
  FaultyStore store(*inner);
  SlowDesk one(store);
  one.take("c", "m1");
  one.take("c", "m1");
  one.desk.visit(
      "c", [](const Desk::State&) {}, [](const Desk::State&) {});
  one.loop.run();
  CHECK(store.operations() == 0);
  CHECK(one.away.size() == 1);  // the case; what is asked of it later waits behind
  one.let_go();
  CHECK(one.answers == std::vector<std::string>{"m1 taken"});
  const int committed = store.operations();
  one.loop.run();
  CHECK(store.operations() == committed);  // m1 again is looked for away, too
}

TEST_CASE("only an id that may have been taken is looked for in the store") {
  const auto inner = memory();
  FaultyStore store(*inner);
  DeskOf one(store, practice_of(kSmall));
  for (int i = 0; i < 100; ++i) {
    const Inbound event = inbound("e" + std::to_string(i), PageEvent{"page_view", "a", "/"}, i);
    REQUIRE(one.take("c", event).status == Status::taken);
  }
  CHECK(store.operations() == 101);  // one load, a hundred commits, no question
  CHECK(one.take("c", inbound("e3", PageEvent{"page_view", "a", "/"}, 200)).status ==
        Status::repeated);
  CHECK(store.operations() == 102);

  DeskOf fresh(store, practice_of(kSmall));  // knows them again from the log
  const int before = store.operations();
  CHECK(fresh.take("c", inbound("new", PageEvent{"page_view", "a", "/"}, 300)).status ==
        Status::taken);
  CHECK(store.operations() == before + 3);  // the case, its oldest turns, the commit
  CHECK(fresh.take("c", inbound("e3", PageEvent{"page_view", "a", "/"}, 300)).status ==
        Status::repeated);
}

TEST_CASE("a case whose log cannot be read is to be tried again") {
  const auto inner = memory();
  {
    DeskOf one(*inner, practice_of(kSmall));
    for (int i = 0; i < 70; ++i)
      one.take("c", inbound("e" + std::to_string(i), PageEvent{"page_view", "a", "/"}, i));
  }
  FaultyStore store(*inner);
  DeskOf one(store, practice_of(kSmall));
  for (int operation = 0; operation < 2; ++operation) {
    store.fail_at(operation, FaultyStore::Fault::fails);
    CHECK(one.take("c", says("m", "hello")).status == Status::try_again);
  }
  CHECK(one.take("c", says("m", "hello")).status == Status::taken);
}

TEST_CASE("a case bears so many that wait, and the desk so many in all") {
  const auto store = memory();
  DeskLimits limits;
  limits.waiting_per_case = 3;
  limits.under_way = 6;
  SlowDesk one(*store, limits);
  for (const char* id : {"a1", "a2", "a3", "a4", "a5"}) one.take("a", id);
  CHECK(one.answers == std::vector<std::string>{"a5 try again"});  // one in hand, three wait
  CHECK_FALSE(one.desk.is_full());
  for (const char* id : {"b1", "b2", "b3"}) one.take("b", id);
  CHECK(one.answers == std::vector<std::string>{"a5 try again", "b3 try again"});
  CHECK(one.desk.is_full());
  std::optional<bool> seen;
  one.desk.visit(
      "c", [](const Desk::State&) {}, [&](const Desk::State& state) { seen = state.has_value(); });
  CHECK(seen == false);
  one.let_go();
  CHECK(one.answers.size() == 8);
  CHECK_FALSE(one.desk.is_full());
  CHECK(rows_of(*store, "a").size() == 4);
  CHECK(rows_of(*store, "b").size() == 2);
  one.take("a", "a5");
  one.let_go();
  CHECK(one.answers.back() == "a5 taken");
}

TEST_CASE("a visit sees the case between two of its turns, and no turn comes in between") {
  const auto store = memory();
  SlowDesk one(*store);
  std::vector<std::string> order;
  std::uint64_t looked = 0, seen = 0;
  one.take("c", "m1");
  one.desk.visit(
      "c", [&](const Desk::State& state) { looked = (*state)->version; },
      [&](const Desk::State& state) {
        seen = (*state)->version;
        CHECK(rows_of(*store, "c").size() == seen);
      });
  one.take("c", "m2");
  one.let_go();  // the case; then m1 is taken
  CHECK(one.answers == std::vector<std::string>{"m1 taken"});
  CHECK(looked == 0);
  one.let_go();  // the visit; then m2
  CHECK(looked == 1);
  CHECK(seen == 1);
  CHECK(one.answers.back() == "m2 taken");
}

TEST_CASE("a case that is opened is not asked of the store, and one that was there is not lost") {
  const auto inner = memory();
  FaultyStore store(*inner);
  DeskOf one(store, practice_of(kSmall));
  std::optional<Taken> answer;
  one.desk.open("c", inbound("o", Opened{}), [&](const Taken& taken) { answer = taken; });
  one.loop.run_until([&] { return answer.has_value(); });
  CHECK(answer->version == 1);
  CHECK(store.loads == 0);

  DeskOf other(store, practice_of(kSmall));  // draws the same id, against all odds
  answer.reset();
  other.desk.open("c", inbound("o2", Opened{}), [&](const Taken& taken) { answer = taken; });
  other.loop.run_until([&] { return answer.has_value(); });
  CHECK(answer->status == Status::taken);
  CHECK(answer->version == 2);
}

TEST_CASE("a case that lies idle for long is cleared away, one that is busy is not") {
  const auto inner = memory();
  FaultyStore store(*inner);
  DeskLimits limits;
  limits.idle = std::chrono::seconds(0);
  DeskOf one(store, practice_of(kSmall), limits);
  REQUIRE(one.take("idle", says("m", "hello")).status == Status::taken);
  store.holds_commits = true;
  std::optional<Taken> busy;
  one.desk.take("busy", says("m", "hello"), [&](const Taken& taken) { busy = taken; });
  one.loop.run();
  one.desk.tidy();
  const int loads = store.loads;
  store.let_go();
  one.loop.run_until([&] { return busy.has_value(); });
  REQUIRE(one.take("busy", says("n", "hello")).status == Status::taken);
  CHECK(store.loads == loads);
  REQUIRE(one.take("idle", says("n", "hello")).status == Status::taken);
  CHECK(store.loads == loads + 1);
}

TEST_CASE("the desk says when nothing is under way") {
  const auto store = memory();
  SlowDesk one(*store);
  int quiet = 0;
  one.desk.when_quiet([&] { ++quiet; });
  CHECK(quiet == 1);
  one.take("a", "m1");
  one.take("a", "m2");
  one.take("b", "m1");
  one.desk.when_quiet([&] {
    ++quiet;
    CHECK(one.answers.size() == 3);
  });
  CHECK(quiet == 1);
  one.let_go();
  CHECK(quiet == 2);
  one.take("a", "m3");
  one.let_go();
  CHECK(quiet == 2);  // once
}

TEST_CASE("a practice that is swapped serves from the next turn on") {
  const auto inner = memory();
  FaultyStore store(*inner);
  DeskOf one(store, practice_of(kSmall));
  REQUIRE(one.take("c", inbound("o", Opened{})).status == Status::taken);
  PracticeFiles files = files_of(kSmall);
  std::string& fields = files["fields.yaml"];
  fields.replace(fields.find("How soon?"), 9, "And when?");
  store.holds_commits = true;
  std::vector<std::string> said;
  const auto keep = [&](const Taken& taken) { said.push_back(taken.replies.back().text); };
  one.desk.take("c", chooses("m1", "imaging", 5), keep);
  one.loop.run();
  one.desk.use(load(files));
  one.desk.take("c", says("m2", "what?", 9), keep);
  store.let_go();
  one.loop.run_until([&] { return said.size() == 2; });
  CHECK(said[0] == "How soon?");
  CHECK(said[1].find("And when?") != std::string::npos);
}

}  // namespace anteroom::bot
