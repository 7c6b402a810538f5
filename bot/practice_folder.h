// Reads a practice's folder from disk: the YAML files and examples/*.jsonl as bytes, for the pure
// loader. Called by the commands and by the watch over a served practice. It never waits (a pipe
// named *.yaml is refused, not read), never reads more than the bounds below, and takes whatever
// else lies there for nothing of its own: other names, hidden files, other folders.
#pragma once

#include <cstddef>
#include <filesystem>

#include "base/document.h"
#include "base/result.h"
#include "practice/read_practice.h"

namespace anteroom::bot {

inline constexpr std::size_t kMostPracticeFiles = 1000;
inline constexpr std::size_t kLargestPractice = 64u << 20;  // bytes of all files

// The files that could be read; what could not is told in `found`, by its path in the folder. The
// error says which folder is none, and what a practice's folder holds.
Result<PracticeFiles> read_practice_folder(const std::filesystem::path& folder, Diagnostics& found);

// Likewise, but the first file that cannot be read is an error.
Result<PracticeFiles> read_practice_folder(const std::filesystem::path& folder);

}  // namespace anteroom::bot
