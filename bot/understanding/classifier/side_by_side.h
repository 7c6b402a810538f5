// Work that falls into independent parts, on as many threads as the machine has.
#pragma once

#include <cstddef>
#include <functional>

namespace anteroom::classifier {

// Calls `work` with 0 to count - 1, each once; returns when all are done. The lower ones begin
// first. What one throws is thrown here, after the others have ended.
void side_by_side(std::size_t count, const std::function<void(std::size_t)>& work);

}  // namespace anteroom::classifier
