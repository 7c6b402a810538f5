// Reads flows/*.yaml, checks them and lints them; called once when a practice is loaded. Kinds of
// items stand in one table (item_kinds.cc: name -> read, check, done), lint rules in another
// (lint_rules.cc). Never stops at the first mistake, and never opens a file.
#pragma once

#include <string>
#include <vector>

#include "base/shape.h"
#include "flows/flow.h"

namespace anteroom::flows {

// What a flow may refer to outside of itself.
struct Known {
  const Profile& profile;
  const Dictionary& dictionary;
  std::vector<std::string> queues;         // of routing.yaml
  std::vector<std::string> tiers;          // of scoring.yaml
  std::vector<FieldIndex> used_elsewhere;  // fields that scoring or routing reads
  std::vector<std::string> topics = {};    // of the practice's own, beside the base ones
};

// One file, one flow. What is wrong goes to `found`.
Flow read_flow(const Node& flow_yaml, const Known& known, LocalTextReader& texts,
               Diagnostics& found);

// What is legal but will hurt: unreachable items, dead ends, a handoff nobody could take, a field
// never asked or never used, a `when` that covers neither branch of unknown, outreach before
// consent, retries without a way out, texts too long. Rules stand in one table (lint_rules.cc).
// Also the errors that show only across files: two flows with one id, a condition on an unknown
// flow.
void lint(const Flows& flows, const Known& known, Diagnostics& found);

ShapePtr flow_shape();
std::vector<std::string> item_kind_names();

}  // namespace anteroom::flows
