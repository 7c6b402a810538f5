#include "bot/handoff/routing.h"

#include "practice/read_practice.h"
#include "practice/wording.h"

namespace anteroom::handoff {

const Queue* Routing::queue(std::string_view id) const {
  for (const Queue& queue : queues) {
    if (queue.id == id) return &queue;
  }
  return nullptr;
}

std::vector<std::string> Routing::queue_ids() const {
  std::vector<std::string> ids;
  for (const Queue& queue : queues) ids.push_back(queue.id);
  return ids;
}

ShapePtr routing_shape() {
  const ShapePtr queue = object_shape({
      {"label", local_text_shape("What staff call it."), true, "What staff call it."},
      {"hours", hours_shape(), true, "When people sit there, in the practice's time zone."},
      {"next", local_text_shape("What a visitor is told when handed over in these hours."), true,
       "What a visitor is told in these hours."},
      {"next_closed", local_text_shape("And outside of them."), false,
       "What a visitor is told outside of them."},
  });
  return object_shape({
      {"queues", map_shape(queue), true, "Where people take handoffs."},
      {"default_queue", id_shape(), true, "For \"a person, please\" and for giving up."},
      {"emergency_queue", id_shape(), true, "Who is alerted to an emergency."},
  });
}

namespace {

Queue read_queue(const std::string& id, const Node& node, LocalTextReader& texts,
                 Diagnostics& found) {
  Queue queue;
  queue.id = id;
  queue.place = node.place();
  queue.label = texts.read(node["label"], "queues." + id + ".label");
  queue.hours = read_hours(node["hours"], found);
  queue.next = texts.read(node["next"], "queues." + id + ".next");
  if (node["next_closed"]) {
    queue.next_closed = texts.read(node["next_closed"], "queues." + id + ".next_closed");
  } else {
    found.warning(
        node.place(), "closed_hours_untold",
        "queue '" + id +
            "' has hours, but nothing to tell visitors outside of them; add `next_closed`");
  }
  return queue;
}

void check_queue(const Routing& routing, const Node& name, Diagnostics& found) {
  if (!name.is_scalar() || routing.queue(name.text())) return;
  found.error(
      name.place(), "unknown_queue",
      "there is no queue '" + name.text() + "'" + suggestion(name.text(), ids_of(routing.queues)));
}

}  // namespace

Routing read_routing(const Node& yaml, const Profile&, LocalTextReader& texts, Diagnostics& found) {
  Routing routing;
  if (!check(yaml, *routing_shape(), found) && !yaml.is_map()) return routing;
  for (const auto& [name, queue] : yaml["queues"].entries()) {
    routing.queues.push_back(read_queue(name.text(), queue, texts, found));
  }
  routing.default_queue = yaml["default_queue"].text();
  routing.emergency_queue = yaml["emergency_queue"].text();
  check_queue(routing, yaml["default_queue"], found);
  check_queue(routing, yaml["emergency_queue"], found);
  return routing;
}

}  // namespace anteroom::handoff
