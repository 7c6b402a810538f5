// How a case is handed to people: one record per episode, written in the turn's own transaction,
// with the summary of everything said; the visitor is told what happens next. Later changes make
// the summary anew.
#include <algorithm>

#include <nlohmann/json.hpp>

#include "bot/handoff/summary.h"
#include "bot/turn/draft.h"

namespace anteroom::turn {
namespace {

std::string make_summary(const Draft& draft) {
  const handoff::SummarySource source{draft.practice.profile,
                                      draft.practice.dictionary,
                                      draft.practice.packs,
                                      *draft.flow,
                                      draft.now,
                                      draft.walk.counting,
                                      draft.score,
                                      draft.practice.profile.languages.front()};
  return handoff::summary(source).dump();
}

// A person who is asked for is as urgent as the best tier.
Duration response_target(const Draft& draft, const flows::Item* item) {
  const auto& tiers = draft.practice.scoring.tiers;
  if (tiers.empty()) return std::chrono::hours(24);
  const scoring::Tier* tier = item ? draft.score.tier : &tiers.front();
  return (tier ? *tier : tiers.back()).within;
}

void add_effect(Draft& draft, EffectKind kind, std::size_t occurrence) {
  const HandoffRecord& record = *draft.now.episode.handoff;
  Effect effect;
  effect.kind = kind;
  effect.key = effect_key(draft, to_text(kind), occurrence);
  effect.data = nlohmann::json{{"handoff", record.id},
                               {"queue", record.queue},
                               {"tier", record.tier},
                               {"due", to_text(record.due)}}
                    .dump();
  draft.effects.push_back(std::move(effect));
}

void tell_visitor(Draft& draft, const HandoffRecord& record) {
  const handoff::Queue* queue = draft.practice.routing.queue(record.queue);
  std::string text =
      record.reason == "asked_for_person" ? phrase(draft, "asked_for_person") : std::string();
  if (queue) {
    const bool staffed = is_open(queue->hours, draft.at(), draft.practice.profile.time_zone);
    const LocalText& next =
        staffed || queue->next_closed.empty() ? queue->next : queue->next_closed;
    if (!text.empty()) text += ' ';
    text += next.empty() ? phrase(draft, "handed_off") : text_of(draft, next);
  }
  say(draft, std::move(text));
}

}  // namespace

namespace {

// Skipped or given up: the person who takes over asks for it.
bool is_let_go(const Draft& draft, FieldIndex field) {
  const Episode& episode = draft.now.episode;
  return std::any_of(
      draft.flow->items.begin(), draft.flow->items.end(), [&](const flows::Item& item) {
        return item.kind == flows::ItemKind::ask && item.field == field &&
               (episode.skipped.contains(item.id) || episode.given_up.contains(item.id));
      });
}

}  // namespace

bool needs_known(const Draft& draft, const flows::Item& item) {
  return std::all_of(item.needs.begin(), item.needs.end(), [&](FieldIndex field) {
    return draft.walk.counting.fact(field) || is_let_go(draft, field);
  });
}

bool contactable(const Draft& draft) {
  if (draft.inbound.channel == Channel::web) return true;  // a live thread
  for (const ConsentTerms& terms : draft.practice.profile.consents) {
    if (terms.channel == draft.inbound.channel && granted(draft.now.consents, terms.id))
      return true;
  }
  return false;
}

void hand_off(Draft& draft, const flows::Item* item, std::string_view reason) {
  Episode& episode = draft.now.episode;
  if (episode.handoff) return;
  HandoffRecord record;
  record.id = draft.now.id + "-" + std::to_string(episode.number);
  record.queue = item ? item->subject : draft.practice.routing.default_queue;
  record.item = item ? item->id : std::string();
  record.tier = draft.now.tier.tier;
  record.opened = draft.at();
  record.due = draft.at() + response_target(draft, item);
  record.reason = reason;
  episode.handoff = std::move(record);
  draft.handoff_changed = true;
  add_effect(draft, EffectKind::hand_off, 1);
  tell_visitor(draft, *episode.handoff);
}

void refresh_handoff(Draft& draft) {
  Episode& episode = draft.now.episode;
  if (!episode.handoff || !draft.flow) return;
  std::string summary = make_summary(draft);
  if (summary == episode.handoff->summary) return;
  const bool is_new = episode.handoff->summary.empty();
  episode.handoff->summary = std::move(summary);
  if (is_new) return;
  draft.handoff_changed = true;
  add_effect(draft, EffectKind::update_handoff, static_cast<std::size_t>(draft.now.version + 1));
}

}  // namespace anteroom::turn
