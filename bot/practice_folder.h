// Reads a practice's folder from disk: the YAML files as bytes, for the pure loader, and the place
// of each for messages.
#pragma once

#include <filesystem>

#include "base/result.h"
#include "practice/read_practice.h"

namespace anteroom::bot {

// The error says which folder, and what a practice's folder holds.
Result<PracticeFiles> read_practice_folder(const std::filesystem::path& folder);

}  // namespace anteroom::bot
