#include "bot/understanding/red_flag_hints.h"

#include <algorithm>

#include "bot/understanding/classifier/hashing.h"

namespace anteroom::understanding {
namespace {

constexpr std::uint32_t kClose = 8;  // words between two cues, at most

std::uint64_t hash_of(const CueHit& hit) { return hit.cue + 1u; }

}  // namespace

classifier::Keys hints_of(const CuedText& text) {
  classifier::Keys hints;
  const auto& hits = text.hits;
  for (std::size_t i = 0; i < hits.size(); ++i) {
    hints.push_back(classifier::hint_key(hash_of(hits[i])));
    for (std::size_t j = i + 1; j < hits.size() && hits[j].first < hits[i].last + kClose; ++j) {
      const auto [low, high] = std::minmax(hash_of(hits[i]), hash_of(hits[j]));
      if (low != high) hints.push_back(classifier::hint_key(classifier::joined(low, high)));
    }
  }
  return hints;
}

}  // namespace anteroom::understanding
