// next_step is called twice in every turn: how much it may allocate is part of its contract.
#include <catch2/catch.hpp>

#include <chrono>

#include "flows/next_step.h"
#include "tests/flows/allocations.h"
#include "tests/flows/clinic.h"

namespace anteroom::flows {
namespace {

// Twenty items, the first half answered.
struct LongFlow {
  Clinic clinic = open_clinic("tests/flows/paths/twenty_items.yaml");
  const Flow& flow = clinic.flows.flows.front();
  Case a_case;
  FactView known;

  LongFlow() {
    for (const auto& [id, value] : clinic.cases.front()["facts"].entries()) {
      Fact fact;
      fact.field = id.text();
      fact.value = value.text();
      a_case.facts.push_back(fact);
    }
    a_case.episode.said = {"say_welcome"};
    known = view_of(a_case, clinic.dictionary, Moment{});
    known.tier = "medium";
  }
};

}  // namespace

TEST_CASE("a walk allocates its path and its view, and nothing else") {
  const LongFlow one;
  REQUIRE(one.flow.items.size() == 20);
  const int before = allocations_so_far();
  const Walk walk = next_step(one.flow, one.a_case, one.known);
  const int during = allocations_so_far() - before;
  CHECK(during <= 2);
  REQUIRE(walk.next);
  CHECK(walk.next->id == "ask_insured");
  CHECK(walk.progress == ProgressBar{4, 9});
}

TEST_CASE("how long a walk takes", "[.bench]") {
  const LongFlow one;
  constexpr int kWalks = 1'000'000;
  int done = 0;
  const auto from = std::chrono::steady_clock::now();
  for (int i = 0; i < kWalks; ++i) done += next_step(one.flow, one.a_case, one.known).progress.done;
  const std::chrono::duration<double, std::nano> took = std::chrono::steady_clock::now() - from;
  CHECK(done == kWalks * 4);
  WARN("one walk of 20 items: " << took.count() / kWalks << " ns");
}

}  // namespace anteroom::flows
