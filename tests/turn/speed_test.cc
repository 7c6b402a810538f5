// How long a pure turn takes: run by name, `turn_tests [.bench]`, in a release build.
#include <catch2/catch.hpp>

#include <chrono>

#include "tests/turn/talk.h"

namespace anteroom::turn {
namespace {

double microseconds_of(const Practice& practice, const Case& a_case, const Inbound& inbound) {
  constexpr int kTurns = 20'000;
  std::uint64_t versions = 0;
  const auto from = std::chrono::steady_clock::now();
  for (int i = 0; i < kTurns; ++i) versions += take_turn(practice, a_case, inbound).after.version;
  const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - from;
  CHECK(versions == kTurns * (a_case.version + 1));
  return took.count() / kTurns;
}

}  // namespace

TEST_CASE("how long a turn takes", "[.bench]") {
  Talk talk(practice_in("flows/practices/lakeside"));
  talk.opens();
  for (const char* choice : {"dermatology", "self", "new", "oakland"}) talk.chooses(choice);
  REQUIRE(talk.asks() == "urgency");
  WARN("a button: " << microseconds_of(talk.practice(), talk.now(), talk.next(Chosen{"this_month"}))
                    << " us");
  WARN("a text: " << microseconds_of(talk.practice(), talk.now(),
                                     talk.next(Text{"this month please, i have medi-cal", false}))
                  << " us");
  talk.chooses("@person");
  WARN("a button after a handoff: "
       << microseconds_of(talk.practice(), talk.now(), talk.next(Chosen{"this_month"})) << " us");
}

}  // namespace anteroom::turn
