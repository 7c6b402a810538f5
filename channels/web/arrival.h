// Who a connection comes from, and whether it is let in: what the listener finds out and the
// sessions carry on, from HTTP to the chat.
#pragma once

#include <optional>
#include <string>

#include "channels/web/hub.h"
#include "channels/web/refusals.h"

namespace anteroom::web {

inline constexpr int kFullRetryAfter = 10;  // seconds

struct Arrival {
  std::string peer;
  bool by_proxy = false;                  // one that we trust
  AddressTable::Lease address;            // none yet, by a proxy
  std::optional<TurnedAway> turned_away;  // it is told so when it has asked
  std::optional<Held> held;               // among those that are turned away
};

// Whether one more connection of this address, which holds the lease, is too many or too soon.
std::optional<TurnedAway> over_connections(const Hub& hub, AddressTable::Lease& address);

}  // namespace anteroom::web
