#include "bot/understanding/opt_out.h"

#include <algorithm>
#include <vector>

namespace anteroom::understanding {
namespace {

// Only politeness beside it: "cancel it" and "para mi hijo" are no keywords.
bool is_keyword_alone(const Heard& heard, const Hit& keyword) {
  std::vector<bool> polite(heard.size(), false);
  for (std::size_t i = 0; i < heard.size(); ++i) {
    if (const Hit* hit = heard.any_at(i, Means::polite))
      std::fill_n(polite.begin() + static_cast<std::ptrdiff_t>(i), hit->size(), true);
  }
  for (std::size_t i = 0; i < heard.size(); ++i) {
    if ((i < keyword.first || i >= keyword.last) && !polite[i]) return false;
  }
  return true;
}

// "Don't stop texting me": turned round by a word right in front.
bool is_turned_round(const Heard& heard, const Hit& phrase) {
  return heard.any_ending(phrase.first, Means::negation) &&
         !heard.any_at(phrase.first, Means::negation);
}

// "Stop. Stop. STOP!"
bool is_keyword_repeated(const Heard& heard) {
  if (heard.size() < 2) return false;
  for (std::size_t i = 0; i < heard.size(); ++i) {
    if (heard.word(i) != heard.word(0) || !heard.any_at(i, Means::opt_out)) return false;
  }
  return true;
}

}  // namespace

bool is_opt_out(const Heard& heard) {
  for (const Hit& hit : heard.all()) {
    if (hit.meaning->means == Means::opt_out && is_keyword_alone(heard, hit)) return true;
    if (hit.meaning->means == Means::opt_out_phrase && !is_turned_round(heard, hit)) return true;
  }
  return is_keyword_repeated(heard);
}

}  // namespace anteroom::understanding
