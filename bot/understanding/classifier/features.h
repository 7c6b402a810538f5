// The features of a text, as hashes: stems alone and in pairs, short runs of letters, pairs of
// stems that stand near each other, and concepts. A key's two highest bits name its block. Learning
// and classifying both begin here, so a text always has the same features.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "bot/understanding/classifier/analyzer.h"

namespace anteroom::classifier {

enum class Block : std::uint8_t { words, characters, skips, concepts };
inline constexpr std::size_t kBlocks = 4;

using Key = std::uint64_t;
using Keys = std::vector<Key>;  // one for each time a feature occurs

inline std::size_t block_of(Key key) { return static_cast<std::size_t>(key >> 62); }

void append_keys(const Tokens& tokens, Keys& keys);
// Of something that another reader of the text has noticed; `hash` is fixed for it. Counts as a
// concept.
Key hint_key(std::uint64_t hash);

struct NamedKey {
  Key key;
  std::string name;  // for people: `refill`, `my refill`, `refi…`, `refill … today`, `[drug]`
};
std::vector<NamedKey> named_keys(const Analyzer& analyzer, const Tokens& tokens);

}  // namespace anteroom::classifier
