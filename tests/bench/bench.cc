// What a turn costs, piece by piece, on the machine at hand: microseconds (median and 99th
// percentile) of the pure parts, and durable turns per second of each store in one run. Figures
// move from machine to machine; compare rows of one run only.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "bot/practice_folder.h"
#include "bot/turn/take_turn.h"
#include "bot/turn_record.h"
#include "flows/next_step.h"
#include "store/store.h"

using namespace anteroom;

namespace {

using SteadyClock = std::chrono::steady_clock;

double microseconds_since(SteadyClock::time_point begin) {
  return std::chrono::duration<double, std::micro>(SteadyClock::now() - begin).count();
}

struct Figure {
  double median = 0;
  double p99 = 0;
};

// Each sample is the mean of a short burst, so that reading the clock does not count.
Figure measure(const std::function<void()>& work) {
  constexpr int kSamples = 2000, kBurst = 5;
  std::vector<double> samples;
  for (int i = 0; i < 200; ++i) work();
  for (int i = 0; i < kSamples; ++i) {
    const auto begin = SteadyClock::now();
    for (int j = 0; j < kBurst; ++j) work();
    samples.push_back(microseconds_since(begin) / kBurst);
  }
  std::sort(samples.begin(), samples.end());
  return {samples[kSamples / 2], samples[kSamples * 99 / 100]};
}

void print(const char* what, const Figure& figure) {
  std::printf("| %-58s | %9.2f | %9.2f |\n", what, figure.median, figure.p99);
}

Inbound inbound_of(decltype(Inbound::body) body, int number) {
  Inbound inbound;
  inbound.id = "in-" + std::to_string(number);
  inbound.at = *parse_moment("2026-11-23T18:00:00Z") + std::chrono::seconds(number);
  inbound.conversation = "bench";
  inbound.body = std::move(body);
  return inbound;
}

// A case in the middle of an intake, waiting for a button.
Case case_in_the_middle(const turn::Practice& practice) {
  Case state;
  state.id = "bench";
  int number = 0;
  for (const char* text : {"my knee hurts, oakland please", "myself"}) {
    state = turn::take_turn(practice, state, inbound_of(Text{text}, ++number)).after;
  }
  return state;
}

void measure_pure(const turn::Practice& practice) {
  const Case state = case_in_the_middle(practice);
  const std::string choice = state.pending && !state.pending->choices.empty()
                                 ? state.pending->choices.front().id
                                 : "@help";
  const Inbound button = inbound_of(Chosen{choice}, 10);
  const Inbound text =
      inbound_of(Text{"this week if possible, i have medi-cal, call 510-555-0142"}, 10);
  const FactView known = turn::known_facts(practice, state, button);
  const flows::Flow& flow = *practice.flows.find(state.episode.flow);
  understanding::Expectation nothing;
  nothing.language = "en";
  std::printf("| microseconds, one thread | median | p99 |\n| --- | ---: | ---: |\n");
  print("a whole pure turn: a button", measure([&] { turn::take_turn(practice, state, button); }));
  print("a whole pure turn: a free text with three answers",
        measure([&] { turn::take_turn(practice, state, text); }));
  print("next_step: one walk over the flow",
        measure([&] { flows::next_step(flow, state, known); }));
  print("score: fit, intent and tier",
        measure([&] { scoring::score(practice.scoring, known, state.tier); }));
  print("a reading: 29 characters", measure([&] {
          practice.reader->read("my knee hurts, oakland please", nothing, button.at);
        }));
  print("a reading: a phone number in 57 characters", measure([&] {
          practice.reader->read("this week if possible, i have medi-cal, call 510-555-0142",
                                nothing, button.at);
        }));
}

// Durable turns.

constexpr int kCases = 64;
constexpr int kTurnsPerCase = 150;

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
  return kCases * kTurnsPerCase / (microseconds_since(begin) / 1e6);
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

void measure_stores(const turn::Practice& practice) {
  const auto prepared = prepare_turns(practice);
  const auto folder = std::filesystem::temp_directory_path() / "anteroom_bench";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directory(folder);
  double memory = 0;
  std::printf(
      "\n| durable turns, %d cases at once | turns/s | of memory |\n| --- | ---: | ---: |\n",
      kCases);
  for (const std::string& address :
       {std::string("memory:"), "sqlite:" + (folder / "bench.db").string()}) {
    auto store = store::open_store(address);
    if (!store) {
      std::printf("%s\n", to_text(store.error()).c_str());
      continue;
    }
    const double speed = turns_per_second(**store, prepared);
    if (memory == 0) memory = speed;
    std::printf("| %-8s | %9.0f | %5.1f %% |\n", address.substr(0, address.find(':')).c_str(),
                speed, 100 * speed / memory);
  }
  std::filesystem::remove_all(folder);
}

}  // namespace

int main(int argc, char** argv) {
  const auto files = bot::read_practice_folder(argc > 1 ? argv[1] : "flows/practices/lakeside");
  Diagnostics found;
  const auto practice = files ? turn::load_practice(*files, found) : nullptr;
  if (!practice) {
    std::fprintf(stderr, "the practice cannot be loaded; see `anteroom check`\n");
    return 1;
  }
  measure_pure(*practice);
  measure_stores(*practice);
  return 0;
}
