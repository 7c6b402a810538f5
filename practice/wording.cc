#include "practice/wording.h"

#include "base/text.h"

namespace anteroom {

std::string listed(const std::vector<std::string_view>& words) {
  std::string text;
  for (std::string_view word : words) text.append(text.empty() ? "" : ", ").append(word);
  return text;
}

std::string suggestion(std::string_view word, const std::vector<std::string_view>& candidates) {
  const std::string_view nearest = nearest_word(word, candidates);
  if (!nearest.empty()) return "; did you mean '" + std::string(nearest) + "'?";
  return candidates.empty() ? "" : "; there is " + listed(candidates);
}

}  // namespace anteroom
