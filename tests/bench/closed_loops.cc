// Durable turns over WebSocket, as many as the server can, from 1, 100 and 1,000 visitors who each
// wait for their answer. The contenders take turns in short rounds, so that what else happens on
// the machine meets all of them; of the rounds' rates the median counts.
#include <algorithm>

#include "tests/bench/load_client.h"
#include "tests/bench/measures.h"

namespace anteroom::bench {
namespace {

constexpr int kRounds = 3;

struct Outcome {
  Histogram latency;
  std::vector<double> rates, processor;

  static double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
  }
  double rate() const { return median(rates); }
};

Result<void> measure_round(const Contender& contender, std::size_t connections, Outcome& outcome) {
  LoadClient client(contender.server->port(), contender.walk);
  if (auto opened = client.open(connections); !opened) return opened;
  Load load;
  load.processor_time = [&] { return contender.server->processor_time(); };
  const auto measured = client.run(load);
  if (!measured) return tl::make_unexpected(measured.error());
  outcome.latency.add(measured->latency);
  outcome.rates.push_back(measured->turns_per_second());
  outcome.processor.push_back(measured->processor_microseconds());
  return {};
}

void print(Report& report, std::size_t connections, const Contender& contender,
           const Outcome& outcome, const Outcome& echo) {
  report.row({figure(static_cast<double>(connections)), contender.name, figure(outcome.rate()),
              per_cent(outcome.rate() / echo.rate()),
              figure(outcome.latency.microseconds(0.5) / 1000, 2),
              figure(outcome.latency.microseconds(0.99) / 1000, 2),
              figure(Outcome::median(outcome.processor), 1)});
}

void add_aims(Report& report, const Outcome& echo, const Outcome& buttons) {
  const double share = buttons.rate() / echo.rate();
  report.aim("button turns at 1,000 connections, of the echo's", "≥ 50 %", per_cent(share),
             share >= 0.5);
  const double slower = buttons.latency.microseconds(0.99) / echo.latency.microseconds(0.99);
  report.aim("their p99, of the echo's", "≤ 3 times", figure(slower, 1) + " times", slower <= 3);
}

}  // namespace

Result<void> measure_closed_loops(Report& report, const std::vector<Contender>& contenders) {
  report.begin_table(
      "Durable turns over WebSocket, closed loop",
      {"connections", "who", "turns/s", "of the echo", "p50 ms", "p99 ms", "server CPU µs a turn"});
  for (const std::size_t connections : {1, 100, 1000}) {
    std::vector<Outcome> outcomes(contenders.size());
    for (int round = 0; round < kRounds; ++round) {
      for (std::size_t i = 0; i < contenders.size(); ++i) {
        auto measured = measure_round(contenders[i], connections, outcomes[i]);
        if (!measured) return measured;
      }
    }
    for (std::size_t i = 0; i < contenders.size(); ++i)
      print(report, connections, contenders[i], outcomes[i], outcomes[0]);
    if (connections == 1000) add_aims(report, outcomes[0], outcomes[1]);
  }
  return {};
}

}  // namespace anteroom::bench
