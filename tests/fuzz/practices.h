// The practices that fuzz targets work on.
#pragma once

#include <string>

#include "bot/turn/practice.h"

namespace anteroom::fuzz {

// The YAML files below a folder, named from the project's root, where the fuzzers run.
PracticeFiles files_below(const std::string& folder);

// The example practice, read once.
const turn::Practice& lakeside();

}  // namespace anteroom::fuzz
