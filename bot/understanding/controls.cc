#include "bot/understanding/controls.h"

#include <algorithm>
#include <optional>

namespace anteroom::understanding {
namespace {

struct ControlRow {
  Means means;
  Control control;
  std::size_t clear_from;  // words from which a phrase is heard inside a longer text; 0: never
};

constexpr ControlRow kControls[] = {
    {Means::person, Control::person, 4},     {Means::are_you_a_bot, Control::are_you_a_bot, 3},
    {Means::go_on, Control::go_on, 4},       {Means::start_over, Control::start_over, 0},
    {Means::not_sure, Control::not_sure, 0}, {Means::back, Control::back, 0},
    {Means::skip, Control::skip, 0},         {Means::repeat, Control::repeat, 0},
    {Means::help, Control::help, 0},
};

// The row that fires at this hit.
const ControlRow* row_for(const Heard& heard, const Hit& hit) {
  for (const ControlRow& row : kControls) {
    if (hit.meaning->means != row.means) continue;
    const bool clear =
        row.clear_from > 0 && hit.size() >= row.clear_from && !heard.negated(hit.first);
    if (clear || heard.only_filler_beside({hit.first, hit.last})) return &row;
  }
  return nullptr;
}

// "English please", "en español por favor", "do you speak Spanish?": a language and nothing else
// but asking for it.
std::optional<std::string> language_asked(const Heard& heard) {
  const Hit* named = nullptr;
  std::vector<bool> asks(heard.size(), false);
  for (const Hit& hit : heard.hits()) {
    if (hit.meaning->means == Means::language_name && (!named || hit.size() > named->size()))
      named = &hit;
    if (hit.meaning->means == Means::language_name ||
        hit.meaning->means == Means::language_request) {
      std::fill(asks.begin() + static_cast<std::ptrdiff_t>(hit.first),
                asks.begin() + static_cast<std::ptrdiff_t>(hit.last), true);
    }
  }
  if (!named || heard.negated(named->first)) return std::nullopt;
  for (std::size_t i = 0; i < heard.size(); ++i) {
    if (!asks[i] && !heard.fills(i) && !heard.any_at(i, Means::function_word)) return std::nullopt;
  }
  return heard.lexicon().languages[named->meaning->a];
}

}  // namespace

ControlHeard find_control(const Heard& heard) {
  if (auto language = language_asked(heard)) return {Control::language, *std::move(language)};
  const ControlRow* best = nullptr;
  std::size_t longest = 0;
  for (const Hit& hit : heard.hits()) {
    const ControlRow* row = row_for(heard, hit);
    if (!row || hit.size() <= longest) continue;
    best = row;
    longest = hit.size();
  }
  if (best) return {best->control, {}};
  for (const ControlRow& row : kControls) {
    if (heard.symbol(row.means)) return {row.control, {}};
  }
  return {};
}

bool is_not_sure(const Heard& heard) {
  for (std::size_t i = 0; i < heard.size(); ++i) {
    const Hit* hit = heard.at(i, Means::not_sure);
    if (hit && hit->size() >= 2) return true;
    if (!heard.fills(i)) return false;
  }
  return false;
}

}  // namespace anteroom::understanding
