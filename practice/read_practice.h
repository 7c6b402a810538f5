// Reads practice.yaml and fields.yaml. The folder's files come in as text (the shell reads the disk), so that this can be
// tested and fuzzed without one.
#pragma once

#include <map>
#include <string>

#include "practice/dictionary.h"
#include "practice/profile.h"

namespace anteroom {

// Path below the practice's folder ("flows/new_visit.yaml") -> bytes.
using PracticeFiles = std::map<std::string, std::string>;

// What is wrong goes to `found`; what could be read is returned, so that one run reports everything.
Profile read_profile(const Node& practice_yaml, LocalTextReader& texts, Diagnostics& found);
Dictionary read_dictionary(const Node& fields_yaml, const Profile& profile, LocalTextReader& texts, Diagnostics& found);

ShapePtr practice_shape();
ShapePtr fields_shape();
ShapePtr language_shape();  // languages/*.yaml

}  // namespace anteroom
