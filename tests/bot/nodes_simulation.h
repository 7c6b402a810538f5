// Several desks on one store, and the people who write to them, on one thread: a scheduler draws
// from a seed who runs next. Commits and their answers take their time, fail, or are kept although
// they are said to have failed; nodes crash and start again. The same seed is the same story.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "bot/desk.h"
#include "store/memory_store.h"

namespace anteroom::bot {

// Work in lanes: a lane keeps its order, and chance draws the lane.
class Scheduler {
 public:
  using Lane = std::deque<std::function<void()>>;

  explicit Scheduler(unsigned seed) : x_random(seed) {}

  Lane& add_lane() { return x_lanes.emplace_back(); }
  bool step();  // false: there is nothing left to do
  std::size_t below(std::size_t bound) { return x_random() % bound; }
  bool happens(unsigned percent) { return below(100) < percent; }

 private:
  std::mt19937 x_random;
  std::deque<Lane> x_lanes;
};

// One node's way to the shared store: what it commits waits in a lane, and so does the answer.
class NodeStore final : public store::Store {
 public:
  NodeStore(store::Store& shared, Scheduler& scheduler, unsigned trouble_percent);

  void commit(store::Commit commit, std::function<void(store::CommitResult)> done) override;
  Result<std::optional<store::Loaded>> load(std::string_view case_id) override;
  Result<std::vector<store::TurnRow>> turns(std::string_view case_id, std::uint64_t after,
                                            std::size_t limit) override;
  Result<std::vector<std::string>> inbound_ids(std::string_view case_id) override;
  Result<std::optional<store::TurnRow>> turn_of_inbound(std::string_view case_id,
                                                        std::string_view inbound_id) override;
  Result<std::vector<std::string>> find(const store::LookUp& look_up) override {
    return x_shared.find(look_up);
  }
  Result<std::vector<std::string>> cases(std::string_view after, std::size_t limit) override {
    return x_shared.cases(after, limit);
  }
  Result<std::vector<store::HandoffRow>> handoffs(bool only_open) override {
    return x_shared.handoffs(only_open);
  }
  Result<std::vector<store::OutboxRow>> due_outbox(Moment now, std::size_t limit) override {
    return x_shared.due_outbox(now, limit);
  }
  Result<void> set_outbox(std::string_view key, std::string_view state, int attempts,
                          Moment due) override {
    return x_shared.set_outbox(key, state, attempts, due);
  }
  Result<void> ready() override { return x_shared.ready(); }
  void close() override {}
  void forget();  // what the node had under way

 private:
  store::CommitResult outcome_of(store::Commit commit);

  store::Store& x_shared;
  Scheduler& x_scheduler;
  unsigned x_trouble;
  Scheduler::Lane& x_commits;
  Scheduler::Lane& x_answers;
};

// A process: it crashes with all it had under way, and starts again.
class Node {
 public:
  Node(store::Store& shared, Scheduler& scheduler, std::shared_ptr<const turn::Practice> practice,
       unsigned trouble_percent);
  Desk& desk() { return *x_desk; }
  void crash();

 private:
  void start();

  std::shared_ptr<const turn::Practice> x_practice;
  NodeStore x_store;
  Scheduler::Lane& x_home;
  Scheduler::Lane& x_away;
  std::unique_ptr<Desk> x_desk;
};

struct Story {
  unsigned seed = 0;
  int nodes = 3, visitors = 4, cases = 2, inbounds_each = 6;
  unsigned trouble_percent = 10;  // of commits and reads
  unsigned crashes_percent = 2;   // of messages sent
};

// The visitors: each sends its inbounds in order, a few at a time, to any node; again, to any,
// where it is told to try again or the node has crashed; and now and then to two at once.
class Visitors {
 public:
  Visitors(const Story& story, store::Store& shared,
           std::shared_ptr<const turn::Practice> practice);

  bool run();  // until everything is answered; false if that never comes

  struct Sent {
    std::string case_id;
    Inbound inbound;
    std::vector<std::vector<Reply>> answers;  // with what each answer replied
  };
  const std::map<std::string, Sent>& sent() const { return x_sent; }  // by the inbound's id
  int repeated() const { return x_repeated; }
  int tried_again() const { return x_tried_again; }
  int crashes() const { return x_crashes; }

 private:
  struct Visitor {
    std::string case_id;
    std::vector<std::string> ids;
    std::size_t next = 0;
  };

  void send_more(Visitor& visitor);
  void send(const std::string& id);
  void answered(const std::string& id, const Taken& taken);
  void crash(std::size_t node);

  Story x_story;
  Scheduler x_scheduler;
  std::vector<std::unique_ptr<Node>> x_nodes;
  std::vector<std::vector<std::string>> x_under_way;  // of each node: ids
  std::vector<Visitor> x_visitors;
  std::map<std::string, Sent> x_sent;
  Scheduler::Lane& x_network;
  int x_second = 0, x_repeated = 0, x_tried_again = 0, x_crashes = 0;
};

}  // namespace anteroom::bot
