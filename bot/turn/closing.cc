// How a turn closes: what was left to say is said, the first words of a conversation introduce the
// bot, and the case's bookkeeping (undo, ledger effects, the inbound's id, the version) is brought
// up to date.
#include <algorithm>

#include <nlohmann/json.hpp>

#include "bot/turn/draft.h"

namespace anteroom::turn {
namespace {

constexpr std::size_t kUndoSteps = 20;

void say_rest(Draft& draft) {
  if (draft.statements.empty()) return;
  Reply reply;
  reply.text = after_statements(draft, {});
  if (reply.text.empty()) return;
  const bool asked = !draft.replies.empty() &&
                     !draft.replies.back().choices.empty();  // a question with buttons stays last
  draft.replies.insert(draft.replies.end() - (asked ? 1 : 0), std::move(reply));
}

// The first words on a channel say that this is an automated assistant; only an emergency text
// comes before.
void introduce(Draft& draft) {
  if (draft.replies.empty() || draft.now.introduced.contains(draft.inbound.conversation)) return;
  draft.now.introduced.insert(draft.inbound.conversation);
  Reply reply;
  reply.text = text_of(draft, draft.practice.profile.disclosure);
  const auto urgent = [](const Reply& said) { return said.urgent; };
  draft.replies.insert(std::find_if_not(draft.replies.begin(), draft.replies.end(), urgent),
                       std::move(reply));
}

void keep_undo(Draft& draft) {
  if (draft.undo.facts.empty() && draft.undo.skipped.empty()) return;
  auto& undo = draft.now.episode.undo;
  undo.push_back(std::move(draft.undo));
  if (undo.size() > kUndoSteps) undo.erase(undo.begin());
}

void add_consent_effects(Draft& draft, std::size_t before) {
  for (std::size_t i = before; i < draft.now.consents.size(); ++i) {
    Effect effect;
    effect.kind = EffectKind::record_consent;
    effect.key = effect_key(draft, "consent_" + draft.now.consents[i].consent, i + 1);
    effect.data = to_json(draft.now.consents[i]).dump();
    draft.effects.push_back(std::move(effect));
  }
}

void add_say_effects(Draft& draft) {
  for (std::size_t i = 0; i < draft.replies.size(); ++i) {
    Effect effect;
    effect.kind = EffectKind::say;
    effect.key = effect_key(draft, "say_" + std::to_string(draft.now.version), i + 1);
    draft.effects.push_back(std::move(effect));
  }
}

}  // namespace

void record_consent(Draft& draft, const ConsentTerms& terms, ConsentState state,
                    std::string wording) {
  ConsentEntry entry;
  entry.consent = terms.id;
  entry.purpose = terms.purpose;
  entry.channel = terms.channel;
  entry.state = state;
  entry.wording = std::move(wording);
  entry.version = terms.version;
  entry.language = draft.now.language;
  entry.at = draft.at();
  entry.inbound = draft.inbound.id;
  entry.by = "visitor";
  draft.now.consents.push_back(std::move(entry));
}

void close_turn(Draft& draft, std::size_t consents_before) {
  if (draft.owned()) {
    draft.replies.clear();
    draft.statements.clear();
  }
  say_rest(draft);
  introduce(draft);
  refresh_handoff(draft);
  keep_undo(draft);
  ++draft.now.version;
  add_consent_effects(draft, consents_before);
  add_say_effects(draft);
}

}  // namespace anteroom::turn
