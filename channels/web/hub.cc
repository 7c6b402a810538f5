#include "channels/web/hub.h"

#include <utility>
#include <vector>

namespace anteroom::web {

Hub::Hub(asio::io_context& io, ServerSettings settings_, Routes routes_, ChatPort& chat_)
    : settings(std::move(settings_)),
      routes(std::move(routes_)),
      chat(chat_),
      x_drain(io.get_executor()) {}

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

void Hub::finish_stop() {
  x_drain.cancel();
  if (auto done = std::exchange(x_done, nullptr)) done();
}

void Hub::log(LogLevel level, std::string_view event,
              std::initializer_list<LogNumber> numbers) const {
  if (settings.log) settings.log(level, event, {numbers.begin(), numbers.size()});
}

}  // namespace anteroom::web
