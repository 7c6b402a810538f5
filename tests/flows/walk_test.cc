// next_step is called twice in every turn: how much it may allocate is part of its contract.
#include <catch2/catch.hpp>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <new>

#include "flows/next_step.h"

namespace {
std::atomic<int> allocations{0};
}

void* operator new(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace anteroom::flows {
namespace {

constexpr std::size_t kItems = 20;

// Twenty questions, the first ten answered.
struct LongFlow {
  Flow flow;
  Case a_case;
  std::vector<Fact> facts;
  FactView known;

  LongFlow() {
    flow.id = "long";
    facts.resize(kItems);
    for (std::size_t i = 0; i < kItems; ++i) {
      Item item;
      item.id = "ask_field_" + std::to_string(i);
      item.field = static_cast<FieldIndex>(i);
      flow.items.push_back(item);
      known.facts.push_back(i < kItems / 2 ? &facts[i] : nullptr);
    }
  }
};

}  // namespace

TEST_CASE("a walk allocates its path and its view, and nothing else") {
  const LongFlow one;
  const int before = allocations;
  const Walk walk = next_step(one.flow, one.a_case, one.known);
  const int during = allocations - before;
  CHECK(during <= 2);
  REQUIRE(walk.next == &one.flow.items[kItems / 2]);
  CHECK(walk.progress == ProgressBar{kItems / 2, kItems});
}

TEST_CASE("how long a walk takes", "[.bench]") {
  const LongFlow one;
  constexpr int kWalks = 1'000'000;
  int done = 0;
  const auto from = std::chrono::steady_clock::now();
  for (int i = 0; i < kWalks; ++i) done += next_step(one.flow, one.a_case, one.known).progress.done;
  const std::chrono::duration<double, std::nano> took = std::chrono::steady_clock::now() - from;
  CHECK(done == kWalks * static_cast<int>(kItems / 2));
  WARN("one walk of " << kItems << " items: " << took.count() / kWalks << " ns");
}

}  // namespace anteroom::flows
