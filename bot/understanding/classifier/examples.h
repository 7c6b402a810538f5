// Reads labelled texts, one JSON object a line: {"text":"...","label":"..."}. Other members are
// passed over, and so are empty lines. What is wrong is told with its line; the rest is read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/document.h"
#include "bot/understanding/classifier/corpus.h"

namespace anteroom::classifier {

inline constexpr std::size_t kLongestExample = 4000;  // bytes; the rest is cut, as a bot cuts it

struct PlacedExample {
  Example example;
  int line = 0;
};

std::vector<PlacedExample> read_examples(const std::string& file, std::string_view bytes,
                                         Diagnostics& found);

}  // namespace anteroom::classifier
