#include <algorithm>

#include "flows/lint_rules.h"
#include "flows/mistakes.h"
#include "flows/read_flow.h"
#include "practice/wording.h"

namespace anteroom::flows {
namespace {

void check_flow_ids(const Flows& flows, Diagnostics& found) {
  for (auto flow = flows.flows.begin(); flow != flows.flows.end(); ++flow) {
    const auto first = std::find_if(flows.flows.begin(), flow,
                                    [&](const Flow& other) { return other.id == flow->id; });
    if (first == flow || flow->id.empty()) continue;
    found.error(flow->place, "duplicate_flow",
                "two flows are called '" + flow->id + "' (the first at " + to_text(first->place) +
                    "); give this one another id");
  }
}

void check_named_flows(const Flows& flows, const Condition& when, Diagnostics& found) {
  for (const std::string& id : when.named("flow")) {
    if (flows.find(id)) continue;
    found.error(when.place(), "unknown_flow", unknown_word("flow", id, ids_of(flows.flows)));
  }
}

// The errors that show only across files.
void check_together(const Flows& flows, Diagnostics& found) {
  check_flow_ids(flows, found);
  for (const Flow& flow : flows.flows) {
    check_named_flows(flows, flow.start_when, found);
    for (const Item& item : flow.items) check_named_flows(flows, item.when, found);
  }
}

}  // namespace

void lint(const Flows& flows, const Known& known, Diagnostics& found) {
  check_together(flows, found);
  for (const LintRule& rule : lint_rules()) rule.look({flows, known, found, rule.id});
}

}  // namespace anteroom::flows
