#include <algorithm>

#include "flows/lint_rules.h"
#include "flows/read_flow.h"

namespace anteroom::flows {
namespace {

// The one error that shows only across files.
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

}  // namespace

void lint(const Flows& flows, const Known& known, Diagnostics& found) {
  check_flow_ids(flows, found);
  for (const LintRule& rule : lint_rules()) rule.look({flows, known, found, rule.id});
}

}  // namespace anteroom::flows
