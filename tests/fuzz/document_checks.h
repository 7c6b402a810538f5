// What holds of every file that was read as YAML: each diagnostic and each node has a place inside
// it, and what could not be read is complained about.
#pragma once

#include <string_view>

#include "base/document.h"

namespace anteroom::fuzz {

// Of `bytes`, the file that places call `file`.
void check_places(const Diagnostics& found, std::string_view file, std::string_view bytes);
void check_places(const Node& node, std::string_view bytes);

}  // namespace anteroom::fuzz
