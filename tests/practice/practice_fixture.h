// A small practice for the tests of this room (small/*.yaml), and how its values are written in
// test data.
#pragma once

#include <string>

#include "practice/condition.h"
#include "practice/read_practice.h"

namespace anteroom::testing {

std::string bytes_of(const std::string& path);  // a file of the project
std::string all_of(const Diagnostics& found);   // one diagnostic a line
Node read_yaml(const std::string& path, Diagnostics& found);

struct SmallPractice {
  LanguagePacks packs = LanguagePacks::shipped();
  Profile profile;
  Dictionary dictionary;
};
const SmallPractice& small_practice();

// "imaging", [order, notes], yes, 34, "4 months", 2026-12-01, {from, to}: by the field's kind.
Value value_of(const Field& field, const Node& node);

}  // namespace anteroom::testing
