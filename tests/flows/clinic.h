// A small clinic for the tests of flows. A data file is a YAML file of several documents: flows
// (`flow:`), cases that walk them
// (`case:`), and whatever the clinic should have otherwise (`fields:`, `practice:`, `known:`). A
// comment `# expect: rule` marks the line where a mistake must be found.
#pragma once

#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "flows/flow.h"
#include "flows/read_flow.h"
#include "practice/read_practice.h"
#include "tests/support/practice_data.h"

namespace anteroom::flows {

struct Clinic {
  Diagnostics found;  // while the flows were read
  Profile profile;
  Dictionary dictionary;
  std::vector<std::string> queues, tiers;
  std::vector<FieldIndex> used_elsewhere;
  Flows flows;
  std::vector<Node> cases;

  Known known() const { return {profile, dictionary, queues, tiers, used_elsewhere}; }
};

// Reads a data file over tests/flows/clinic. Reports broken YAML as found mistakes too.
Clinic open_clinic(const std::string& data_file);

// What must be found.

using Mistake =
    std::tuple<std::string, int, std::string>;  // file, line, rule; line 0: anywhere in the file

std::set<Mistake> expected_mistakes(const std::string& file);
std::set<Mistake> mistakes_in(const Diagnostics& found);
std::string to_text(const std::set<Mistake>& mistakes);

// Those of the first that the second has not; line 0 matches any line.
std::set<Mistake> without(const std::set<Mistake>& these, const std::set<Mistake>& those);

}  // namespace anteroom::flows
