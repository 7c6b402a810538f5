#include "channels/web/hub.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace anteroom::web {
namespace {

constexpr std::chrono::seconds kReportPause{10};

// A bucket that has had this long is full again, and need not be kept.
SteadyTime::duration time_to_fill(std::initializer_list<Rate> rates) {
  constexpr double kDay = 86'400;
  double longest = 0;
  for (const Rate& rate : rates) longest = std::max(longest, rate.burst / rate.per_second);
  return std::chrono::seconds(static_cast<std::int64_t>(std::ceil(std::min(longest, kDay))));
}

SteadyTime::duration time_to_fill(const AddressLimits& limits) {
  return time_to_fill({limits.connects, limits.requests, limits.conversations, limits.frames});
}

std::vector<AddressBlock> blocks(const std::vector<std::string>& texts) {
  std::vector<AddressBlock> list;
  for (const std::string& text : texts)
    if (const auto block = parse_address_block(text)) list.push_back(*block);
  return list;
}

}  // namespace

Hub::Hub(asio::io_context& io, ServerSettings settings_, Routes routes_, ChatPort& chat_)
    : settings(std::move(settings_)),
      routes(std::move(routes_)),
      chat(chat_),
      addresses(settings.steady_now, time_to_fill(settings.address_limits), settings.connections),
      conversations(settings.steady_now, time_to_fill({settings.chat.frames}),
                    settings.connections),
      x_proxies(blocks(settings.trusted_proxies)),
      x_report(io.get_executor()),
      x_drain(io.get_executor()) {}

bool Hub::trusts(const Address& peer) const {
  return std::any_of(x_proxies.begin(), x_proxies.end(),
                     [&](const AddressBlock& block) { return block.holds(peer); });
}

Hub::Guest::Guest(std::shared_ptr<Hub> hub, OpenConnection& connection)
    : x_hub(std::move(hub)), x_connection(connection) {
  x_hub->x_here.insert(&x_connection);
  x_hub->counts.connections = x_hub->x_here.size();
}

Hub::Guest::~Guest() {
  x_hub->x_here.erase(&x_connection);
  x_hub->counts.connections = x_hub->x_here.size();
  if (x_hub->x_stopping && x_hub->x_here.empty()) x_hub->finish_stop();
}

void Hub::stop(std::function<void()> done) {
  if (x_stopping) return;
  x_stopping = true;
  x_done = std::move(done);
  log(LogLevel::info, "stopping",
      {{"connections", static_cast<std::int64_t>(counts.connections)},
       {"chats", static_cast<std::int64_t>(counts.chats)}});
  if (x_here.empty()) return finish_stop();
  const std::vector<OpenConnection*> here(x_here.begin(), x_here.end());
  for (auto* connection : here) connection->wind_down();
  x_drain.expires_after(settings.drain);
  x_drain.async_wait([this](const ErrorStatus& error) {
    if (error) return;
    const std::vector<OpenConnection*> left(x_here.begin(), x_here.end());
    for (auto* connection : left) connection->cut();
  });
}

void Hub::refuse(Refusal reason) {
  ++counts.refused[static_cast<std::size_t>(reason)];
  if (!x_reporting) report_refusals();
}

void Hub::report_refusals() {
  bool any = false;
  for (std::size_t i = 0; i < kRefusals; ++i) {
    const auto number = static_cast<std::int64_t>(counts.refused[i] - x_reported[i]);
    if (number == 0) continue;
    any = true;
    log(LogLevel::warning, event_of(static_cast<Refusal>(i)), {{"count", number}});
  }
  x_reported = counts.refused;
  x_reporting = any && !x_stopping;
  if (!x_reporting) return;
  x_report.expires_after(kReportPause);
  x_report.async_wait([this](const ErrorStatus& error) {
    if (!error) report_refusals();
  });
}

void Hub::finish_stop() {
  x_drain.cancel();
  x_report.cancel();
  report_refusals();
  if (auto done = std::exchange(x_done, nullptr)) done();
}

void Hub::log(LogLevel level, std::string_view event,
              std::initializer_list<LogNumber> numbers) const {
  if (settings.log) settings.log(level, event, {numbers.begin(), numbers.size()});
}

}  // namespace anteroom::web
