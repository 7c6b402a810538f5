#include "flows/next_step.h"

#include <algorithm>

namespace anteroom::flows {
namespace {

bool contains(const std::vector<FieldIndex>& fields, FieldIndex field) {
  return std::find(fields.begin(), fields.end(), field) != fields.end();
}

bool asks(const Item& item) { return item.kind == ItemKind::ask; }

// What the flow asks does not count until an item on the path asks it.
void forget_asked(const Flow& flow, FactView& counting) {
  for (const Item& item : flow.items) {
    if (asks(item) && item.field < counting.facts.size()) counting.facts[item.field] = nullptr;
  }
}

void find_path(const Flow& flow, const FactView& known, Walk& walk) {
  for (std::size_t i = 0; i < flow.items.size(); ++i) {
    const Item& item = flow.items[i];
    if (!item.when.always() && item.when.evaluate(walk.counting) != Truth::yes) continue;
    walk.on_path[i] = 1;
    if (asks(item) && item.field < known.facts.size()) {
      walk.counting.facts[item.field] = known.facts[item.field];
    }
  }
}

void find_parked(const Flow& flow, const FactView& known, Walk& walk) {
  for (const Item& item : flow.items) {
    if (!asks(item) || !known.fact(item.field) || walk.counting.fact(item.field)) continue;
    if (!contains(walk.parked, item.field)) walk.parked.push_back(item.field);
  }
}

const Item* latched_item(const Flow& flow, const Episode& episode) {
  if (episode.latched.empty() || episode.latched_item.empty()) return nullptr;
  const Item* item = flow.item(episode.latched_item);
  return item && item->kind == ItemKind::hand_off ? item : nullptr;
}

// Only what the handoff needs is still asked, and the consents that stand before it: without them
// nobody may write to the person. What counts stays as it was.
void keep_to_latched(const Flow& flow, const Item& hand_off, std::vector<std::uint8_t>& on_path) {
  for (std::size_t i = 0; i < flow.items.size(); ++i) {
    const Item& item = flow.items[i];
    const bool needed = asks(item) && contains(hand_off.needs, item.field);
    const bool consented = item.kind == ItemKind::consent && &item < &hand_off;
    on_path[i] = &item == &hand_off || (on_path[i] && (needed || consented));
  }
}

// A latched hand_off waits for all that it needs, also for what the flow asks after it.
void find_next(const Flow& flow, const Case& a_case, const Item* latched, Walk& walk) {
  for (std::size_t i = 0; i < flow.items.size(); ++i) {
    if (!walk.on_path[i]) continue;
    const Item& item = flow.items[i];
    const bool done = is_done(item, a_case, walk.counting);
    if (asks(item)) {
      ++walk.progress.total;
      walk.progress.done += done;
    }
    if (!done && !walk.next && &item != latched) walk.next = &item;
  }
  if (!walk.next && latched && !is_done(*latched, a_case, walk.counting)) walk.next = latched;
}

}  // namespace

Walk next_step(const Flow& flow, const Case& a_case, const FactView& known) {
  Walk walk;
  walk.on_path.assign(flow.items.size(), 0);
  walk.counting = known;
  forget_asked(flow, walk.counting);
  find_path(flow, known, walk);
  find_parked(flow, known, walk);
  const Item* latched = latched_item(flow, a_case.episode);
  if (latched) keep_to_latched(flow, *latched, walk.on_path);
  find_next(flow, a_case, latched, walk);
  return walk;
}

const Flow* active_flow(const Flows& flows, std::string_view current, std::string_view default_flow,
                        const FactView& known) {
  if (flows.flows.empty()) return nullptr;
  const auto holds = [&](const Flow& flow) {
    return flow.start_when.always() ? Truth::unknown : flow.start_when.evaluate(known);
  };
  const Flow* fallback = flows.find(default_flow);
  if (!fallback) fallback = &flows.flows.front();
  const Flow* active = flows.find(current);
  const bool chosen = active && active != fallback && active->start_when.always();
  if (chosen || (active && holds(*active) == Truth::yes)) return active;
  for (const Flow& flow : flows.flows) {
    if (&flow != fallback && holds(flow) == Truth::yes) return &flow;
  }
  return active && holds(*active) != Truth::no ? active : fallback;
}

}  // namespace anteroom::flows
