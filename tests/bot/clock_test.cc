// Clocks that go back, leap ahead or differ between servers: no case goes back in time.
#include "bot/clock.h"

#include <cmath>
#include <random>

#include "bot/turn_record.h"
#include "tests/bot/bot_support.h"

namespace anteroom::bot {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::seconds;

// Any moment from three years before to three years after, mostly near.
Moment random_moment(std::mt19937& random) {
  const std::int64_t reaches[] = {2, 3600, 86'400, 30 * 86'400, 3 * 365 * 86'400LL};
  const std::int64_t reach = reaches[random() % 5];
  return at(0) + seconds(static_cast<std::int64_t>(random()) % (2 * reach) - reach);
}

Inbound random_inbound(std::mt19937& random, const Case& before, int number) {
  static const std::vector<std::string> kTexts = {
      "hi",          "an mri",          "dental care", "today", "in two weeks",
      "next monday", "510-555-0142",    "yes",         "no",    "back",
      "start over",  "a person please", "94606"};
  Inbound one = says("i" + std::to_string(number), kTexts[random() % kTexts.size()]);
  const auto kind = random() % 8;
  if (kind == 0) one.body = PageEvent{"page_view", "consult", "/"};
  if (kind == 1) one.body = Tick{};
  if (kind == 2) one.body = Opened{"en", ""};
  if (kind == 3 && before.pending && !before.pending->choices.empty())
    one.body = Chosen{before.pending->choices.front().id};
  one.at = random_moment(random);
  return one;
}

}  // namespace

TEST_CASE("a clock waits out a small step back, and believes a large one") {
  const Moment noon = at(0);
  CHECK(held(noon, noon + milliseconds(1)) == noon + milliseconds(1));
  CHECK(held(noon, noon) == noon);
  CHECK(held(noon, noon - milliseconds(1)) == noon);
  CHECK(held(noon, noon - seconds(59)) == noon);
  CHECK(held(noon, noon - seconds(60)) == noon - seconds(60));
  CHECK(held(noon, noon - hours(5)) == noon - hours(5));
  CHECK(held(noon, noon + hours(5)) == noon + hours(5));
  Clock clock;
  Moment last = clock.now();
  for (int i = 0; i < 1000; ++i) {
    const Moment now = clock.now();
    REQUIRE(now >= last);
    last = now;
  }
}

TEST_CASE("an inbound of an earlier moment is taken at the moment where the case is") {
  for (const StoreKind& kind : store_kinds()) {
    DYNAMIC_SECTION(kind.name) {
      const testing::TemporaryFolder folder;
      const auto store = kind.open(folder);
      DeskOf one(*store, practice_of(kSmall)), other(*store, practice_of(kSmall));
      REQUIRE(one.take("c", inbound("o", Opened{}, 1000)).at == at(1000));
      CHECK(one.take("c", chooses("m1", "imaging", 400)).at == at(1000));
      CHECK(other.take("c", says("m2", "today", -90'000)).at ==
            at(1000));  // another server's clock
      CHECK(one.take("c", says("m3", "510-555-0142", 1001)).at == at(1001));
      CHECK(one.take("c", says("m4", "yes", 0)).at == at(1001));
      Moment last{};
      for (const store::TurnRow& row : rows_of(*store, "c")) {
        CHECK(row.at >= last);
        last = row.at;
      }
      const auto state = load_case(*store, "c");
      REQUIRE(state->episode.handoff);
      CHECK(state->episode.handoff->opened == at(1001));
      CHECK(state->episode.number == 1);
    }
  }
}

TEST_CASE("an alert goes out at once, whatever the case's clock says") {
  const auto store = *store::open_store("memory:");
  DeskOf one(*store, practice_of(kSmall));
  REQUIRE(one.take("c", inbound("o", Opened{}, 100'000'000)).version == 1);  // three years ahead
  REQUIRE(one.take("c", says("m", "I have crushing chest pain", 10)).version == 2);
  const auto due = store->due_outbox(at(11), 10);
  REQUIRE(due);
  REQUIRE(due->size() == 1);
  CHECK(due->front().kind == "alert");
}

TEST_CASE("a turn bears any moments in any order") {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    INFO("seed " << seed);
    std::mt19937 random(seed);
    Case state;
    state.id = "c";
    const auto practice = practice_of(seed % 2 ? kSmall : kLakeside);
    Moment latest = Moment::min();
    for (int number = 0; number < 40; ++number) {
      const Inbound inbound = random_inbound(random, state, number);
      latest = std::max(latest, inbound.at);
      const turn::Turn turn = turn::take_turn(*practice, state, inbound);
      REQUIRE(turn.after.version == state.version + 1);
      for (const Fact& fact : turn.after.facts) REQUIRE(fact.at <= latest);
      for (const ConsentEntry& entry : turn.after.consents) REQUIRE(entry.at <= latest);
      REQUIRE(turn.after.episode.opened <= latest);
      REQUIRE(turn.after.last_inbound <= latest);
      if (turn.after.episode.handoff)
        REQUIRE(turn.after.episode.handoff->due >= turn.after.episode.handoff->opened);
      REQUIRE(std::isfinite(turn.after.tier.certainty));
      state = turn.after;
    }
  }
}

}  // namespace anteroom::bot
