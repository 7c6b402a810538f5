// What comes before everything else: a withdrawal is recorded, then a red flag shows its fixed
// text, alerts staff and pauses the flow. No score, no question and no control can delay this.
#include <algorithm>

#include "bot/turn/draft.h"
#include "bot/understanding/red_flags.h"

#include <nlohmann/json.hpp>

namespace anteroom::turn {
namespace {

constexpr std::string_view kAbuse = "abuse";

// A clear refusal ends every consent by text message, asked or not; it is done and not asked again.
void record_opt_out(Draft& draft) {
  for (const ConsentTerms& terms : draft.practice.profile.consents) {
    if (terms.channel != Channel::sms) continue;
    record_consent(draft, terms, ConsentState::revoked, "");
  }
  if (draft.now.pending && draft.practice.profile.consent(draft.now.pending->field))
    draft.now.pending.reset();
  state(draft, phrase(draft, "opted_out"));
}

std::string emergency_text(const Draft& draft, const std::string& group) {
  const auto& own = draft.practice.profile.emergency_texts;
  const auto found = own.find(group);
  return found == own.end() ? understanding::red_flag_text(group, draft.language())
                            : text_of(draft, found->second);
}

void alert_staff(Draft& draft, const std::string& group) {
  const std::string& queue = draft.practice.routing.emergency_queue;
  Effect alert;
  alert.kind = EffectKind::alert;
  alert.key =
      effect_key(draft, "red_flag_" + group, static_cast<std::size_t>(draft.now.episode.turns));
  alert.data =
      nlohmann::json{
          {"group", group}, {"queue", queue}, {"case", draft.now.id}, {"at", to_text(draft.at())}}
          .dump();
  draft.effects.push_back(std::move(alert));
}

void set_emergency(Draft& draft) {
  if (!draft.practice.dictionary.find("urgency")) return;
  Fact fact;
  fact.field = "urgency";
  fact.value = std::string("emergency");
  fact.source = Source::stated;
  fact.at = draft.at();
  fact.inbound = draft.inbound.id;
  std::erase_if(draft.now.facts, [](const Fact& known) { return known.field == "urgency"; });
  draft.now.facts.push_back(std::move(fact));  // not undone by "back"
}

void offer_to_go_on(Draft& draft) {
  ask_own(draft, kEmergency, "", {}, {{"@go_on", phrase(draft, "go_on_button")}});
  draft.closed = true;
}

// While the flow is paused everything said is still taken, and a person or another language is
// never far.
void listen_while_paused(Draft& draft) {
  take_slots(draft, Source::stated);
  draft.noted.clear();
  const Control control = draft.reading.control;
  if (control == Control::person || control == Control::language ||
      control == Control::are_you_a_bot)
    obey_control(draft);
  offer_to_go_on(draft);
}

}  // namespace

void hear_safety(Draft& draft) {
  if (draft.reading.opt_out) record_opt_out(draft);
  if (!draft.reading.red_flag) {
    const bool goes_on =
        draft.reading.control == Control::go_on || draft.reading.control == Control::start_over;
    if (draft.now.episode.paused && !goes_on && !draft.closed) listen_while_paused(draft);
    return;
  }
  const std::string& group = draft.reading.red_flag_group;
  Reply urgent;
  urgent.text = emergency_text(draft, group);
  urgent.urgent = true;
  draft.replies.insert(draft.replies.begin(), std::move(urgent));
  alert_staff(draft, group);
  draft.now.episode.red_flags.insert(group);
  if (draft.reading.red_flag_soft) return;
  if (group == kAbuse) draft.now.texts_on_hold = true;
  // Alarmed words are no answer to "yes or no?" ("I have ..."), and how urgent it is is clear.
  std::erase_if(draft.reading.slots, [](const Slot& slot) {
    return slot.field == "urgency" || std::holds_alternative<bool>(slot.value);
  });
  take_slots(draft, Source::stated);
  draft.noted.clear();
  set_emergency(draft);
  draft.now.episode.paused = true;
  offer_to_go_on(draft);
}

}  // namespace anteroom::turn
