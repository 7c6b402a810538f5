// How long a turn takes while the server is not at its limit: turns arrive at fixed times.
#include "tests/bench/load_client.h"
#include "tests/bench/measures.h"

namespace anteroom::bench {

Result<void> measure_paced_load(Report& report, const std::vector<Contender>& contenders) {
  constexpr std::size_t kConnections = 1000;
  report.begin_table("Paced load over 1,000 connections",
                     {"turns/s", "who", "p50 ms", "p99 ms", "p99.9 ms", "server CPU µs a turn"});
  for (const double rate : {2000.0, 5000.0}) {
    for (const Contender& contender : contenders) {
      LoadClient client(contender.server->port(), contender.walk);
      if (auto opened = client.open(kConnections); !opened) return opened;
      Load load;
      load.per_second = rate;
      load.measured = std::chrono::milliseconds(4000);
      load.processor_time = [&] { return contender.server->processor_time(); };
      const auto measured = client.run(load);
      if (!measured) return tl::make_unexpected(measured.error());
      const auto milliseconds = [&](double quantile) {
        return figure(measured->latency.microseconds(quantile) / 1000, 2);
      };
      report.row({figure(rate), contender.name, milliseconds(0.5), milliseconds(0.99),
                  milliseconds(0.999), figure(measured->processor_microseconds(), 1)});
    }
  }
  return {};
}

}  // namespace anteroom::bench
