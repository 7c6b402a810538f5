// How a turn opens: a new episode where the former one is over, counters, and the language of the
// conversation.
#include <algorithm>

#include "bot/turn/draft.h"

namespace anteroom::turn {
namespace {

bool has_language(const Draft& draft, std::string_view language) {
  const auto& languages = draft.practice.profile.languages;
  return std::find(languages.begin(), languages.end(), language) != languages.end();
}

const Duration& patience(const Draft& draft) {
  const flows::Flow* flow = draft.practice.flows.find(draft.now.episode.flow);
  return (flow ? *flow : draft.practice.default_flow()).expires_after;
}

void choose_first_language(Draft& draft) {
  const auto* opened = std::get_if<Opened>(&draft.inbound.body);
  const std::string asked = opened ? opened->language : std::string();
  draft.now.language =
      has_language(draft, asked) ? asked : draft.practice.profile.languages.front();
}

}  // namespace

void new_episode(Draft& draft) {
  const int number = draft.now.episode.number;
  draft.now.episode = Episode{};
  draft.now.episode.number = number + 1;
  draft.now.episode.opened = draft.at();
  draft.now.pending.reset();
  draft.parked_before.clear();
  draft.parked_before.clear();
  draft.undo = UndoStep{};
  draft.undo.inbound = draft.inbound.id;
  std::erase_if(draft.now.facts, [&](const Fact& fact) {
    const auto field = draft.practice.dictionary.find(fact.field);
    return field && draft.practice.dictionary[*field].scope == Scope::request;
  });
}

bool is_quiet(const Inbound& inbound) {
  return std::holds_alternative<Tick>(inbound.body) ||
         std::holds_alternative<PageEvent>(inbound.body);
}

// A page that is seen keeps an episode open; only a person's words or choices open a new one.
void open_turn(Draft& draft) {
  Case& now = draft.now;
  draft.undo.inbound = draft.inbound.id;
  rename_facts(draft);
  if (now.language.empty()) choose_first_language(draft);
  if (now.version == 0) now.episode.opened = draft.at();
  const bool expired = now.episode.turns > 0 && draft.at() - now.last_inbound > patience(draft);
  if (std::holds_alternative<PageEvent>(draft.inbound.body) && !expired)
    now.last_inbound = draft.at();
  if (is_quiet(draft.inbound)) return;
  if (expired) {
    new_episode(draft);
    state(draft, phrase(draft, "expired_welcome_back"));
  }
  now.last_inbound = draft.at();
  ++now.episode.turns;
}

}  // namespace anteroom::turn
