// The courier over a store that keeps, and one that fails.
#include "bot/courier.h"

#include "tests/bot/bot_support.h"

namespace anteroom::bot {
namespace {

using Fault = FaultyStore::Fault;

// A store with alerts that wait.
std::unique_ptr<store::Store> with_outbox(int rows) {
  auto store = *store::open_store("memory:");
  store::Commit commit;
  commit.turn.case_id = "c";
  commit.turn.version = 1;
  commit.turn.snapshot = "{}";
  for (int i = 0; i < rows; ++i)
    commit.outbox.push_back({"key" + std::to_string(i), "alert", "c", at(i), "{}", "waiting", 0});
  REQUIRE(store::commit_now(*store, commit).outcome == store::Outcome::committed);
  return store;
}

}  // namespace

TEST_CASE("what is due is delivered once, in its order, and nothing before it is due") {
  const auto store = with_outbox(3);
  std::vector<std::string> delivered;
  Courier courier(*store, [&](const store::OutboxRow& row) {
    delivered.push_back(row.key);
    return true;
  });
  CHECK(courier.deliver(at(-1)) == 0);
  CHECK(courier.deliver(at(1)) == 2);
  CHECK(delivered == std::vector<std::string>{"key0", "key1"});
  CHECK(courier.deliver(at(1)) == 0);
  CHECK(courier.deliver(at(1'000'000)) == 1);
  CHECK(courier.deliver(at(2'000'000)) == 0);
  CHECK(delivered == std::vector<std::string>{"key0", "key1", "key2"});
}

TEST_CASE("a delivery that fails is tried again after longer and longer waits, then given up") {
  const auto store = with_outbox(1);
  std::vector<int> tried_at;
  int now = 0;
  Courier courier(*store, [&](const store::OutboxRow& row) {
    CHECK(row.attempts == static_cast<int>(tried_at.size()));
    tried_at.push_back(now);
    return false;
  });
  for (; now < 100'000; ++now) CHECK(courier.deliver(at(now)) == 0);
  REQUIRE(tried_at.size() == 12);
  CHECK(tried_at.front() == 0);
  CHECK(tried_at[1] == 10);
  for (std::size_t i = 2; i < tried_at.size(); ++i) {
    const int wait = tried_at[i] - tried_at[i - 1], former = tried_at[i - 1] - tried_at[i - 2];
    CHECK(wait >= former);
    CHECK(wait <= 2 * former);
  }
  CHECK(store->due_outbox(at(10'000'000), 10)->empty());  // failed: it waits no more
}

TEST_CASE("a delivery that works in the end is done") {
  const auto store = with_outbox(1);
  int tries = 0;
  Courier courier(*store, [&](const store::OutboxRow&) { return ++tries == 3; });
  int delivered = 0;
  for (int now = 0; now < 1000; ++now) delivered += *courier.deliver(at(now));
  CHECK(delivered == 1);
  CHECK(tries == 3);
}

TEST_CASE("one delivery that fails does not hold up the others") {
  const auto store = with_outbox(3);
  Courier courier(*store, [](const store::OutboxRow& row) { return row.key != "key1"; });
  CHECK(courier.deliver(at(5)) == 2);
}

TEST_CASE("a store that fails is told, and the delivery is not lost") {
  const auto inner = with_outbox(1);
  FaultyStore store(*inner);
  int deliveries = 0;
  Courier courier(store, [&](const store::OutboxRow&) { return ++deliveries > 0; });
  store.fail_at(0, Fault::fails);
  CHECK_FALSE(courier.deliver(at(1)));
  CHECK(deliveries == 0);
  store.fail_at(1, Fault::fails);  // delivered, but it could not be noted
  CHECK_FALSE(courier.deliver(at(2)));
  CHECK(deliveries == 1);
  CHECK(courier.deliver(at(3)) == 1);
  CHECK(courier.deliver(at(4)) == 0);
}

TEST_CASE("a long outbox is delivered in several rounds") {
  const auto store = with_outbox(250);
  Courier courier(*store, [](const store::OutboxRow&) { return true; });
  int delivered = 0;
  for (int round = 0; round < 4; ++round) delivered += *courier.deliver(at(1000));
  CHECK(delivered == 250);
}

}  // namespace anteroom::bot
