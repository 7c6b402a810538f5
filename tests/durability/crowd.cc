#include "tests/durability/crowd.h"

#include <algorithm>

namespace anteroom::durability {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr Milliseconds kStep{20};
constexpr Milliseconds kPatience{120'000};  // for what must come to an end
constexpr int kStaysOneStepIn = 60;         // after a handoff

}  // namespace

Crowd::Crowd(std::uint64_t seed, int visitors) : x_seed(seed), x_dice(seed) {
  for (int i = 0; i < visitors; ++i) add().arrive();
}

Visitor& Crowd::add() {
  const int number = static_cast<int>(x_visitors.size());
  x_visitors.push_back(std::make_unique<Visitor>(x_world, number, x_seed));
  return *x_visitors.back();
}

void Crowd::add_pair() {
  Visitor& first = add();
  first.stay_at(0);
  first.arrive();
  Visitor& second = add();
  second.stay_at(1);
  x_pairs.emplace_back(&first, &second);
}

void Crowd::run_for(Milliseconds time) {
  run_until([] { return false; }, time);
}

bool Crowd::run_until(const std::function<bool()>& done, Milliseconds patience) {
  const auto end = SteadyClock::now() + patience;
  auto next_step = SteadyClock::now();
  while (!done()) {
    const auto now = SteadyClock::now();
    if (now >= end) return false;
    if (now >= next_step) {
      tend();
      next_step = now + kStep;
    }
    x_world.io.restart();
    x_world.io.run_one_until(std::min(end, next_step));
  }
  return true;
}

void Crowd::run_until_all(const std::function<bool(const Visitor&)>& are, const std::string& what) {
  if (run_until([&] { return all(are); }, kPatience)) return;
  for (const auto& visitor : x_visitors)
    if (!are(*visitor)) x_faults.push_back("not " + what + ": " + visitor->doing());
}

bool Crowd::all(const std::function<bool(const Visitor&)>& are) const {
  return std::all_of(x_visitors.begin(), x_visitors.end(),
                     [&](const auto& visitor) { return are(*visitor); });
}

void Crowd::be(Mood mood) {
  for (const auto& visitor : x_visitors)
    if (visitor->mood() != Mood::gone) visitor->be(mood);
}

void Crowd::reread() {
  for (const auto& visitor : x_visitors) visitor->reread();
}

std::vector<const VisitorLog*> Crowd::logs() const {
  std::vector<const VisitorLog*> logs;
  for (const auto& visitor : x_visitors) logs.push_back(&visitor->log());
  return logs;
}

void Crowd::tend() {
  if (x_meanwhile) x_meanwhile();
  for (const auto& [first, second] : x_pairs) {
    if (second->log().resume.empty() && first->is_settled()) second->arrive_beside(*first);
    if (first->mood() == Mood::talking && x_dice.once_in(20)) second->say_the_same(*first);
  }
  const auto stays = [&](const Visitor& visitor) {
    return visitor.mood() != Mood::talking || !visitor.log().handed_off || visitor.has_company() ||
           !visitor.is_settled() || !x_dice.once_in(kStaysOneStepIn);
  };
  for (std::size_t i = 0; i < x_visitors.size(); ++i) {
    if (stays(*x_visitors[i])) continue;
    x_visitors[i]->leave();
    add().arrive();
  }
}

}  // namespace anteroom::durability
