#include "flows/flow.h"

#include <algorithm>

namespace anteroom::flows {
namespace {

bool contains(const std::vector<std::string>& ids, std::string_view id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

}  // namespace

const Item* Flow::item(std::string_view item_id) const {
  const auto found = std::find_if(items.begin(), items.end(),
                                  [&](const Item& item) { return item.id == item_id; });
  return found == items.end() ? nullptr : &*found;
}

bool Flow::starts_on(std::string_view topic) const { return contains(start_on, topic); }

const Flow* Flows::find(std::string_view id) const {
  for (const Flow& flow : flows) {
    if (flow.id == id) return &flow;
  }
  for (const Flow& flow : flows) {
    if (contains(flow.formerly, id)) return &flow;
  }
  return nullptr;
}

const Flow* Flows::starting_on(std::string_view topic) const {
  const auto found = std::find_if(flows.begin(), flows.end(),
                                  [&](const Flow& flow) { return flow.starts_on(topic); });
  return found == flows.end() ? nullptr : &*found;
}

}  // namespace anteroom::flows
