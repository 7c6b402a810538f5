// Inbounds of a measured conversation: numbered, one second after another.
#pragma once

#include <string>
#include <utility>

#include "base/inbound.h"

namespace anteroom::bench {

inline Inbound inbound_of(decltype(Inbound::body) body, int number) {
  Inbound inbound;
  inbound.id = "00000000-0000-4000-8000-" + std::to_string(100'000'000'000 + number);
  inbound.at = *parse_moment("2026-11-23T18:00:00Z") + std::chrono::seconds(number);
  inbound.conversation = "bench";
  inbound.body = std::move(body);
  return inbound;
}

}  // namespace anteroom::bench
