// The words of this room's error texts that many checks share: what was probably meant, and what
// there is. Used where a practice is read; never on a turn.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace anteroom {

// "; did you mean 'imaging'?" where a candidate is near, else "; there is imaging, dental". Empty
// without candidates.
std::string suggestion(std::string_view word, const std::vector<std::string_view>& candidates);

std::string listed(const std::vector<std::string_view>& words);  // "a, b, c"

template <class Range>
std::vector<std::string_view> ids_of(const Range& things) {
  std::vector<std::string_view> ids;
  for (const auto& thing : things) ids.push_back(thing.id);
  return ids;
}

}  // namespace anteroom
