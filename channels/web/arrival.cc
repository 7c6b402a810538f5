#include "channels/web/arrival.h"

namespace anteroom::web {

std::optional<TurnedAway> over_connections(const Hub& hub, AddressTable::Lease& address) {
  const AddressLimits& limits = hub.settings.address_limits;
  if (address.holders() > limits.connections)
    return TurnedAway{Refusal::address_full, kFullRetryAfter};
  if (!address->connects.take(limits.connects, hub.settings.steady_now()))
    return TurnedAway{Refusal::fast_connects, address->connects.retry_after(limits.connects)};
  return std::nullopt;
}

}  // namespace anteroom::web
