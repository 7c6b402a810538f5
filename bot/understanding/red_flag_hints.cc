#include "bot/understanding/red_flag_hints.h"

namespace anteroom::understanding {

classifier::Keys hints_of(const CuedText& text) {
  classifier::Keys hints;
  hints.reserve(text.hits.size());
  for (const CueHit& hit : text.hits) hints.push_back(classifier::hint_key(hit.cue + 1u));
  return hints;
}

}  // namespace anteroom::understanding
