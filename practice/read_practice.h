// Reads practice.yaml and fields.yaml. The folder's files come in as text (the shell reads the
// disk), so that this can be tested and fuzzed without one.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "practice/dictionary.h"
#include "practice/hours.h"
#include "practice/profile.h"

namespace anteroom {

// Path below the practice's folder ("flows/new_visit.yaml") -> bytes.
using PracticeFiles = std::map<std::string, std::string>;

// What every text may name: {practice}, {practice_phone} and the fields. For the reader of texts,
// which is made before anything is read: looks at the unchecked node and reports nothing.
std::vector<std::string> text_arguments(const Node& fields_yaml);

// What is wrong goes to `found`; what could be read is returned, so that one run reports
// everything. `packs` already have the practice's languages/*.yaml laid over them.
Profile read_profile(const Node& practice_yaml, const LanguagePacks& packs, LocalTextReader& texts,
                     Diagnostics& found);
Dictionary read_dictionary(const Node& fields_yaml, const Profile& profile,
                           const LanguagePacks& packs, LocalTextReader& texts, Diagnostics& found);

ShapePtr practice_shape();
ShapePtr fields_shape();
ShapePtr language_shape();  // languages/*.yaml

}  // namespace anteroom
