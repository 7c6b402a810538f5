// Several nodes on one store, with everything that may happen between them drawn from a seed. Each
// inbound is taken exactly once, every answer to it is the same, and one desk alone that is given
// the inbounds in the order of the log writes the same log.
#include <cstdlib>

#include "bot/turn_record.h"
#include "tests/bot/bot_support.h"
#include "tests/bot/nodes_simulation.h"

namespace anteroom::bot {
namespace {

struct Seen {
  int repeated = 0, tried_again = 0, crashes = 0;
};

std::vector<std::string> cases_of(store::Store& store) { return store.cases("", 99).value(); }

void check_log(store::Store& shared, const Visitors& visitors) {
  std::size_t taken = 0;
  for (const std::string& case_id : cases_of(shared)) {
    std::uint64_t version = 0;
    for (const store::TurnRow& row : rows_of(shared, case_id)) {
      CHECK(row.version == ++version);
      const Visitors::Sent& sent = visitors.sent().at(row.inbound_id);
      CHECK(sent.case_id == case_id);
      for (const auto& answer : sent.answers) CHECK(answer == replies_of(row));
      ++taken;
    }
  }
  CHECK(taken == visitors.sent().size());  // each is in the log, so none is twice
}

void check_alike(const store::TurnRow& one, const store::TurnRow& other) {
  CHECK(one.version == other.version);
  CHECK(one.inbound_id == other.inbound_id);
  CHECK(one.inbound_hash == other.inbound_hash);
  CHECK(one.at == other.at);
  CHECK(one.transcript == other.transcript);
  CHECK(one.difference == other.difference);
  CHECK(one.snapshot == other.snapshot);
}

std::vector<std::string> effects_of(store::Store& store) {
  std::vector<std::string> found;
  const auto outbox = store.due_outbox(at(1'000'000), 999).value();
  for (const store::OutboxRow& row : outbox)
    found.push_back(row.key + " " + to_text(row.due) + " " + row.data);
  const auto handoffs = store.handoffs(false).value();
  for (const store::HandoffRow& row : handoffs)
    found.push_back(row.id + " " + row.state + " " + to_text(row.due) + " " + row.summary);
  std::sort(found.begin(), found.end());  // one desk takes them case by case
  return found;
}

// Given what the log says, in its order.
void check_against_one_desk(store::Store& shared) {
  store::MemoryStore alone;
  DeskOf one(alone, practice_of(kSmall));
  for (const std::string& case_id : cases_of(shared)) {
    const auto rows = rows_of(shared, case_id);
    for (const store::TurnRow& row : rows) {
      const auto inbound = inbound_of(row);
      REQUIRE(inbound);
      REQUIRE(one.take(case_id, *inbound).status == Taken::Status::taken);
    }
    const auto expected = rows_of(alone, case_id);
    REQUIRE(expected.size() == rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) check_alike(rows[i], expected[i]);
    CHECK(*load_case(shared, case_id) == *load_case(alone, case_id));
  }
  CHECK(effects_of(shared) == effects_of(alone));
}

void tell(const Story& story, Seen& seen) {
  INFO("seed " << story.seed);
  store::MemoryStore shared;
  Visitors visitors(story, shared, practice_of(kSmall));
  REQUIRE(visitors.run());
  check_log(shared, visitors);
  check_against_one_desk(shared);
  seen.repeated += visitors.repeated();
  seen.tried_again += visitors.tried_again();
  seen.crashes += visitors.crashes();
}

unsigned stories() { return std::getenv("ANTEROOM_FULL") ? 5000 : 120; }

TEST_CASE("nodes that race, fail and crash take each inbound once, as one desk would") {
  Seen seen;
  for (unsigned seed = 1; seed <= stories(); ++seed) tell({.seed = seed}, seen);
  CHECK(seen.repeated > 20);
  CHECK(seen.tried_again > 20);
  CHECK(seen.crashes > 5);
}

TEST_CASE("many nodes in one case lose races, and nothing else") {
  Seen seen;
  for (unsigned seed = 1; seed <= stories() / 3; ++seed) {
    tell({.seed = seed,
          .nodes = 5,
          .visitors = 5,
          .cases = 1,
          .trouble_percent = 0,
          .crashes_percent = 0},
         seen);
  }
  CHECK(seen.tried_again > 0);
  CHECK(seen.crashes == 0);
}

}  // namespace
}  // namespace anteroom::bot
