#include "bot/understanding/language_guess.h"

#include <vector>

namespace anteroom::understanding {
namespace {

constexpr int kFewest = 2;  // small words: one alone is in many languages

}  // namespace

std::string guess_language(const Heard& heard) {
  const auto& languages = heard.lexicon().languages;
  std::vector<int> counts(languages.size(), 0);
  for (const Hit& hit : heard.all()) {
    if (hit.meaning->means == Means::function_word) ++counts[hit.meaning->a];
  }
  std::size_t best = 0;
  bool tie = false;
  for (std::size_t i = 1; i < counts.size(); ++i) {
    if (counts[i] == counts[best]) tie = true;
    if (counts[i] <= counts[best]) continue;
    best = i;
    tie = false;
  }
  return tie || counts.empty() || counts[best] < kFewest ? std::string() : languages[best];
}

}  // namespace anteroom::understanding
