// What a turn costs, piece by piece: microseconds of the pure parts on one thread.
#include <algorithm>
#include <chrono>
#include <functional>

#include "bot/turn/take_turn.h"
#include "bot/turn_record.h"
#include "flows/next_step.h"
#include "tests/bench/inbounds.h"
#include "tests/bench/measures.h"

namespace anteroom::bench {
namespace {

using SteadyClock = std::chrono::steady_clock;

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
    const std::chrono::duration<double, std::micro> took = SteadyClock::now() - begin;
    samples.push_back(took.count() / kBurst);
  }
  std::sort(samples.begin(), samples.end());
  return {samples[kSamples / 2], samples[kSamples * 99 / 100]};
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

Inbound first_button(const Case& state) {
  const bool offered = state.pending && !state.pending->choices.empty();
  return inbound_of(Chosen{offered ? state.pending->choices.front().id : "@help"}, 10);
}

}  // namespace

void measure_pieces(Report& report, const turn::Practice& practice) {
  const auto row = [&](const std::string& what, const std::function<void()>& work) {
    const Figure figures = measure(work);
    report.row({what, figure(figures.median, 2), figure(figures.p99, 2)});
    return figures.median;
  };
  const auto aim = [&](const char* what, double most, double found) {
    report.aim(what, "≤ " + figure(most) + " µs", figure(found, 1) + " µs", found <= most);
  };
  const Case state = case_in_the_middle(practice);
  const Inbound button = first_button(state);
  const Inbound text =
      inbound_of(Text{"this week if possible, i have medi-cal, call 510-555-0142"}, 11);
  const FactView known = turn::known_facts(practice, state, button);
  const flows::Flow& flow = *practice.flows.find(state.episode.flow);
  const turn::Turn taken = turn::take_turn(practice, state, button);
  understanding::Expectation nothing;
  nothing.language = "en";

  report.begin_table("Pieces, microseconds on one thread", {"what", "median", "p99"});
  aim("a pure button turn", 20,
      row("a whole pure turn: a button", [&] { turn::take_turn(practice, state, button); }));
  row("a whole pure turn: a free text with three answers",
      [&] { turn::take_turn(practice, state, text); });
  row("next_step: one walk over the flow", [&] { flows::next_step(flow, state, known); });
  aim("a score", 2, row("score: fit, intent and tier", [&] {
        scoring::score(practice.scoring, known, state.tier);
      }));
  row("a reading: 29 characters",
      [&] { practice.reader->read("my knee hurts, oakland please", nothing, button.at); });
  row("a reading: a phone number in 57 characters", [&] {
    practice.reader->read("this week if possible, i have medi-cal, call 510-555-0142", nothing,
                          button.at);
  });
  row("what the store keeps of a button turn", [&] { bot::record_turn(state, taken, button, {}); });
}

}  // namespace anteroom::bench
