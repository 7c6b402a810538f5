#include "tests/bot/nodes_simulation.h"

#include <algorithm>

#include "tests/bot/bot_support.h"

namespace anteroom::bot {
namespace {

const Error kTrouble{"store", "the story says so"};

decltype(Inbound::body) something(Scheduler& scheduler) {
  static const std::vector<decltype(Inbound::body)> all = {Text{"an mri please"},
                                                           Text{"today"},
                                                           Chosen{"dental"},
                                                           Chosen{"imaging"},
                                                           Text{"510-555-0142"},
                                                           Text{"yes"},
                                                           Text{"no"},
                                                           Text{"go back"},
                                                           Text{"a person, please"},
                                                           Text{"whatever"},
                                                           Text{"start over"},
                                                           Text{"actually, dental"},
                                                           Opened{},
                                                           Text{"STOP"},
                                                           Text{"my chest hurts"}};
  return all[scheduler.below(all.size())];
}

Run into(Scheduler::Lane& lane) {
  return [&lane](std::function<void()> work) { lane.push_back(std::move(work)); };
}

}  // namespace

bool Scheduler::step() {
  std::vector<Lane*> busy;
  for (Lane& lane : x_lanes) {
    if (!lane.empty()) busy.push_back(&lane);
  }
  if (busy.empty()) return false;
  Lane& lane = *busy[below(busy.size())];
  const auto work = std::move(lane.front());
  lane.pop_front();
  work();
  return true;
}

NodeStore::NodeStore(store::Store& shared, Scheduler& scheduler, unsigned trouble_percent)
    : x_shared(shared),
      x_scheduler(scheduler),
      x_trouble(trouble_percent),
      x_commits(scheduler.add_lane()),
      x_answers(scheduler.add_lane()) {}

void NodeStore::commit(store::Commit commit, std::function<void(store::CommitResult)> done) {
  x_commits.push_back([this, commit = std::move(commit), done = std::move(done)]() mutable {
    x_answers.push_back(
        [done = std::move(done), result = outcome_of(std::move(commit))] { done(result); });
  });
}

store::CommitResult NodeStore::outcome_of(store::Commit commit) {
  const bool trouble = x_scheduler.happens(x_trouble);
  const bool kept_all_the_same = trouble && x_scheduler.happens(50);
  if (trouble && !kept_all_the_same) return {store::Outcome::failed, kTrouble};
  const store::CommitResult result = store::commit_now(x_shared, std::move(commit));
  return trouble ? store::CommitResult{store::Outcome::failed, kTrouble} : result;
}

Result<std::optional<store::Loaded>> NodeStore::load(std::string_view case_id) {
  if (x_scheduler.happens(x_trouble)) return tl::make_unexpected(kTrouble);
  return x_shared.load(case_id);
}

Result<std::vector<store::TurnRow>> NodeStore::turns(std::string_view case_id, std::uint64_t after,
                                                     std::size_t limit) {
  if (x_scheduler.happens(x_trouble)) return tl::make_unexpected(kTrouble);
  return x_shared.turns(case_id, after, limit);
}

Result<std::vector<std::string>> NodeStore::inbound_ids(std::string_view case_id) {
  if (x_scheduler.happens(x_trouble)) return tl::make_unexpected(kTrouble);
  return x_shared.inbound_ids(case_id);
}

Result<std::optional<store::TurnRow>> NodeStore::turn_of_inbound(std::string_view case_id,
                                                                 std::string_view inbound_id) {
  if (x_scheduler.happens(x_trouble)) return tl::make_unexpected(kTrouble);
  return x_shared.turn_of_inbound(case_id, inbound_id);
}

void NodeStore::forget() {
  x_commits.clear();
  x_answers.clear();
}

Node::Node(store::Store& shared, Scheduler& scheduler,
           std::shared_ptr<const turn::Practice> practice, unsigned trouble_percent)
    : x_practice(std::move(practice)),
      x_store(shared, scheduler, trouble_percent),
      x_home(scheduler.add_lane()),
      x_away(scheduler.add_lane()) {
  start();
}

void Node::start() {
  x_desk = std::make_unique<Desk>(x_store, x_practice, Threads{into(x_home), into(x_away)});
}

void Node::crash() {
  x_store.forget();
  x_home.clear();
  x_away.clear();
  start();
}

Visitors::Visitors(const Story& story, store::Store& shared,
                   std::shared_ptr<const turn::Practice> practice)
    : x_story(story), x_scheduler(story.seed), x_network(x_scheduler.add_lane()) {
  for (int i = 0; i < story.nodes; ++i) {
    x_nodes.push_back(std::make_unique<Node>(shared, x_scheduler, practice, story.trouble_percent));
  }
  x_under_way.resize(x_nodes.size());
  for (int i = 0; i < story.visitors; ++i) {
    Visitor visitor{"case" + std::to_string(i % story.cases), {}};
    for (int n = 0; n < story.inbounds_each; ++n) {
      const std::string id = "v" + std::to_string(i) + "-" + std::to_string(n);
      visitor.ids.push_back(id);
      x_sent[id] = {visitor.case_id, inbound(id, something(x_scheduler)), {}};
    }
    x_visitors.push_back(std::move(visitor));
  }
}

bool Visitors::run() {
  for (Visitor& visitor : x_visitors) send_more(visitor);
  for (int steps = 0; x_scheduler.step(); ++steps) {
    if (steps > 100'000) return false;
    for (Visitor& visitor : x_visitors) send_more(visitor);
  }
  return std::all_of(x_sent.begin(), x_sent.end(),
                     [](const auto& entry) { return !entry.second.answers.empty(); });
}

// Up to three of its inbounds are under way.
void Visitors::send_more(Visitor& visitor) {
  const auto open = std::count_if(
      visitor.ids.begin(), visitor.ids.begin() + static_cast<std::ptrdiff_t>(visitor.next),
      [this](const std::string& id) { return x_sent.at(id).answers.empty(); });
  if (open >= 3 || visitor.next == visitor.ids.size()) return;
  const std::string& id = visitor.ids[visitor.next++];
  x_network.push_back([this, id] { send(id); });
  if (x_scheduler.happens(10)) x_network.push_back([this, id] { send(id); });
}

void Visitors::send(const std::string& id) {
  const std::size_t node = x_scheduler.below(x_nodes.size());
  if (x_scheduler.happens(x_story.crashes_percent)) crash(node);
  Sent& sent = x_sent.at(id);
  sent.inbound.at = at(++x_second);  // when it comes in, each time anew
  x_under_way[node].push_back(id);
  x_nodes[node]->desk().take(sent.case_id, sent.inbound, [this, node, id](const Taken& taken) {
    std::vector<std::string>& under_way = x_under_way[node];
    under_way.erase(std::find(under_way.begin(), under_way.end(), id));
    answered(id, taken);
  });
}

void Visitors::answered(const std::string& id, const Taken& taken) {
  if (taken.status == Taken::Status::try_again) {
    ++x_tried_again;
    return x_network.push_back([this, id] { send(id); });
  }
  CHECK(taken.status != Taken::Status::id_reused);
  x_repeated += taken.status == Taken::Status::repeated;
  x_sent.at(id).answers.push_back(taken.replies);
}

// Who waited for an answer of it writes again.
void Visitors::crash(std::size_t node) {
  ++x_crashes;
  x_nodes[node]->crash();
  for (const std::string& id : std::exchange(x_under_way[node], {}))
    x_network.push_back([this, id] { send(id); });
}

}  // namespace anteroom::bot
