// Conversation tests: what a visitor says, and what must be known, asked, scored and handed off
// after each turn. Staff write them in a practice's conversations/*.yaml; `anteroom test` plays
// them on a fixed clock.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/document.h"
#include "base/shape.h"
#include "bot/talk.h"
#include "practice/read_practice.h"

namespace anteroom::bot {

inline constexpr Duration kBetweenTurns = std::chrono::seconds(20);

struct TestTurn {
  Place place;
  Talk::Body body;
  Duration after = kBetweenTurns;  // waits this long before it
  std::optional<Moment> at;        // or happens at this time
  Node expected;                   // the map of the turn
};

struct ConversationTest {
  std::string id;
  std::string about;
  Channel channel = Channel::web;
  std::string language;
  Moment at{};
  std::vector<TestTurn> turns;
  Place place;
};

ShapePtr conversation_shape();

// Every test of the folder; what is wrong in them goes to `found`. Without a practice only their
// shape is checked.
std::vector<ConversationTest> read_conversation_tests(const PracticeFiles& files,
                                                      const turn::Practice* practice,
                                                      Diagnostics& found);

// What did not come as expected.
struct Mismatch {
  Place place;  // of the expectation
  std::string expected;
  std::string came;
  std::string fix;  // what --update writes there; empty: it cannot be written on one line
};

class PlayWatcher;  // sees every turn; see coverage.h

std::vector<Mismatch> play(const ConversationTest& test,
                           std::shared_ptr<const turn::Practice> practice,
                           PlayWatcher* watcher = nullptr);

class PlayWatcher {
 public:
  virtual ~PlayWatcher() = default;
  virtual void turn_taken(const turn::Practice& practice, const turn::Turn& turn,
                          const Inbound& inbound) = 0;
};

}  // namespace anteroom::bot
