// What the tests of the pure rooms need of their YAML data: the files of the project, and the
// values of fields as data files write them.
#pragma once

#include <string>
#include <vector>

#include "base/document.h"
#include "practice/dictionary.h"

namespace anteroom::testing {

std::string bytes_of(const std::string& path);                 // fails the test where it cannot
std::vector<std::string> files_in(const std::string& folder);  // *.yaml and below, sorted
std::string all_of(const Diagnostics& found);                  // one diagnostic a line
Node read_yaml(const std::string& path, Diagnostics& found);

// "imaging", [order, notes], yes, 34, "4 months", 2026-12-01, {from, to}: by the field's kind.
Value value_of(const Field& field, const Node& node);

}  // namespace anteroom::testing
