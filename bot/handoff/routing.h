// Queues: where people sit who take handoffs, when they sit there, and what a visitor is told
// meanwhile (routing.yaml). Immutable after load.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/document.h"
#include "base/shape.h"
#include "practice/message.h"
#include "practice/profile.h"

namespace anteroom::handoff {

struct Queue {
  std::string id;
  LocalText label;
  WeekHours hours;        // when people sit there, in the practice's time zone
  LocalText next;         // told to the visitor in these hours
  LocalText next_closed;  // and outside of them
  Place place;
};

struct Routing {
  std::vector<Queue> queues;
  std::string default_queue;    // "a person, please", giving up, bounds
  std::string emergency_queue;  // alerts

  const Queue* queue(std::string_view id) const;
  std::vector<std::string> queue_ids() const;
};

Routing read_routing(const Node& routing_yaml, const Profile& profile, LocalTextReader& texts,
                     Diagnostics& found);
ShapePtr routing_shape();

}  // namespace anteroom::handoff
