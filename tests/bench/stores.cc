// Durable turns of the stores alone, and what a sync of this disk takes.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>

#include "bot/turn/take_turn.h"
#include "bot/turn_record.h"
#include "store/store.h"
#include "tests/bench/inbounds.h"
#include "tests/bench/measures.h"

namespace anteroom::bench {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr int kCases = 64;
constexpr int kTurnsPerCase = 150;

double seconds_since(SteadyClock::time_point begin) {
  return std::chrono::duration<double>(SteadyClock::now() - begin).count();
}

// Every case has one turn in flight, as on a busy server: the store groups what waits together.
double turns_per_second(store::Store& store, const std::vector<store::Commit>& prepared) {
  std::atomic<int> running = kCases;
  std::vector<int> next(kCases, 0);
  std::function<void(int)> submit = [&](int which) {
    const int turn = next[static_cast<std::size_t>(which)]++;
    if (turn == kTurnsPerCase) {
      --running;
      running.notify_all();
      return;
    }
    store::Commit commit = prepared[static_cast<std::size_t>(turn)];
    commit.turn.case_id = "case-" + std::to_string(which);
    for (store::OutboxRow& row : commit.outbox) row.key += commit.turn.case_id;
    if (commit.handoff) commit.handoff->id = commit.handoff->case_id = commit.turn.case_id;
    store.commit(std::move(commit),
                 [&submit, which](const store::CommitResult&) { submit(which); });
  };
  const auto begin = SteadyClock::now();
  for (int which = 0; which < kCases; ++which) submit(which);
  for (int left = running; left != 0; left = running) running.wait(left);
  return kCases * kTurnsPerCase / seconds_since(begin);
}

std::vector<store::Commit> prepare_turns(const turn::Practice& practice) {
  const char* texts[] = {
      "my knee hurts",        "myself", "new",        "oakland", "this week", "medi-cal",
      "what are your hours?", "back",   "blue shield"};
  std::vector<store::Commit> prepared;
  Case state;
  state.id = "bench";
  for (int number = 1; number <= kTurnsPerCase; ++number) {
    const Inbound inbound =
        inbound_of(Text{texts[static_cast<std::size_t>(number) % std::size(texts)]}, number);
    turn::Turn turn = turn::take_turn(practice, state, inbound);
    prepared.push_back(bot::record_turn(state, turn, inbound, {}));
    state = std::move(turn.after);
  }
  return prepared;
}

}  // namespace

void measure_stores(Report& report, const turn::Practice& practice, const std::string& folder) {
  const auto prepared = prepare_turns(practice);
  double memory = 0;
  report.begin_table("Durable turns of the store alone, 64 cases at once",
                     {"store", "turns/s", "of memory"});
  for (const std::string& address : {std::string("memory:"), "sqlite:" + folder + "/store.db"}) {
    auto store = store::open_store(address);
    if (!store) {
      report.note(to_text(store.error()));
      continue;
    }
    const double speed = turns_per_second(**store, prepared);
    if (memory == 0) memory = speed;
    report.row({address.substr(0, address.find(':')), figure(speed), per_cent(speed / memory)});
  }
}

void measure_sync(Report& report, const std::string& folder) {
  constexpr int kTimes = 500;
  const int file = ::open((folder + "/sync").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  const std::string page(4096, 'x');
  std::vector<double> samples;
  for (int i = 0; i < kTimes; ++i) {
    const auto begin = SteadyClock::now();
    if (::write(file, page.data(), page.size()) < 0 || ::fdatasync(file) != 0) break;
    samples.push_back(seconds_since(begin) * 1e6);
  }
  ::close(file);
  if (samples.size() < kTimes) return report.note("the disk cannot be written");
  std::sort(samples.begin(), samples.end());
  report.note("The disk: 4 kB written and synced in " + figure(samples[kTimes / 2]) +
              " µs (median), " + figure(samples[kTimes * 99 / 100]) + " µs (p99).");
}

}  // namespace anteroom::bench
