// Many visitors at once, in one thread with one io_context. Who was handed off goes sooner or
// later, and somebody new comes. The test tells where the servers are, and what to do meanwhile.
#pragma once

#include <functional>
#include <memory>

#include "tests/durability/visitor.h"

namespace anteroom::durability {

using Milliseconds = std::chrono::milliseconds;

class Crowd {
 public:
  Crowd(std::uint64_t seed, int visitors);

  void serve_at(std::vector<std::uint16_t> ports) { x_world.ports = std::move(ports); }
  // Two panels of one conversation, each at a server of its own.
  void add_pair();
  // Called every few milliseconds while the crowd runs.
  void meanwhile(std::function<void()> work) { x_meanwhile = std::move(work); }

  void run_for(Milliseconds time);
  // Until `done`, looked at after every single thing that happens; false after `patience`.
  bool run_until(const std::function<bool()>& done, Milliseconds patience);
  // Until all visitors are so; else the fault is noted, with what those do who are not.
  void run_until_all(const std::function<bool(const Visitor&)>& are, const std::string& what);

  void be(Mood mood);  // all who are there
  void reread();       // all, those included who have gone
  bool all(const std::function<bool(const Visitor&)>& are) const;

  const World& world() const { return x_world; }
  Dice& dice() { return x_dice; }
  const std::vector<std::unique_ptr<Visitor>>& visitors() const { return x_visitors; }
  std::vector<const VisitorLog*> logs() const;
  const std::vector<std::string>& faults() const { return x_faults; }

 private:
  Visitor& add();
  void tend();

  World x_world;
  std::uint64_t x_seed;
  Dice x_dice;
  std::vector<std::unique_ptr<Visitor>> x_visitors;
  std::vector<std::pair<Visitor*, Visitor*>> x_pairs;
  std::function<void()> x_meanwhile;
  std::vector<std::string> x_faults;
};

}  // namespace anteroom::durability
