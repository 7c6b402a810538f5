// The heart of the flow engine: one top-down pass over the active flow's items against what is
// known. From it follow the next question, which facts count and which are parked, and the
// progress. Pure; called twice a turn; no allocation beyond its result.
#pragma once

#include <string_view>
#include <vector>

#include "base/case.h"
#include "flows/flow.h"
#include "practice/condition.h"

namespace anteroom::flows {

struct Walk {
  std::vector<std::uint8_t> on_path;  // by position in the flow: 1 if the item is on the path
  FactView counting;                  // the view with parked facts taken out
  std::vector<FieldIndex> parked;  // fields with a fact that no item on the path asks, though the
                                   // flow asks them elsewhere
  const Item* next = nullptr;  // the first item on the path that is not done; null: nothing is left
  ProgressBar progress;        // asks done over asks on the path
};

// `known` holds all facts that are known and not doubtful, with tier, language and the rest filled
// in (view_of). When a hand_off item is latched, the path is what it needs (asks whose `when` holds
// and whose field is among its `needs`) and the item itself, which comes last wherever it stands;
// what counts stays as it was. A latch without an item (red flag, "a person") leaves the path
// alone.
Walk next_step(const Flow& flow, const Case& a_case, const FactView& known);

// Whether an item is done, by the rules of docs/design.md ("The path").
bool is_done(const Item& item, const Case& a_case, const FactView& counting);

// The flow that should be active: the current one, unless it is gone, or another's start_when has
// become yes, or its own has become no. One without a start_when that is not the default flow was
// chosen by the visitor's topic, and stays. Never null while there is a flow.
const Flow* active_flow(const Flows& flows, std::string_view current, std::string_view default_flow,
                        const FactView& known);

}  // namespace anteroom::flows
