#include "bot/turn/take_turn.h"

#include "base/text.h"
#include "bot/turn/draft.h"

namespace anteroom::turn {
namespace {

bool over_bounds(const Draft& draft) {
  return draft.now.episode.turns > draft.practice.profile.bounds.turns_per_episode;
}

// A conversation without end goes to a person; what is said after is still read, taken and kept.
void stop_talking(Draft& draft) {
  state(draft, phrase(draft, "too_many_turns"));
  call_person(draft, "bounds");
  draft.closed = true;
}

// A question that the practice has taken away binds no answer.
void drop_stale_pending(Draft& draft) {
  if (!draft.now.pending) return;
  const Pending& pending = *draft.now.pending;
  const flows::Flow* flow = draft.practice.flows.find(draft.now.episode.flow);
  const bool own = pending.item.starts_with('@');
  const bool stands = own ? pending.field.empty() || draft.practice.dictionary.find(pending.field)
                          : flow && flow->item(pending.item);
  if (!stands) draft.now.pending.reset();
}

bool says_otherwise(const Draft& draft, std::string_view field) {
  const Slot* said = draft.reading.slot(field);
  const Fact* known = draft.now.fact(field);
  return said && known && said->value != known->value;
}

// Once a request is with people, another service for another person is a new one.
bool is_another_request(const Draft& draft) {
  return draft.now.episode.handoff && !draft.owned() && says_otherwise(draft, "service") &&
         says_otherwise(draft, "for_whom");
}

void listen(Draft& draft) {
  drop_stale_pending(draft);
  if (draft.owned())
    draft.now.pending.reset();  // what the bot asked last is not what an agent asks
  read_inbound(draft);
  hear_safety(draft);
  if (draft.closed) return;
  if (is_another_request(draft)) {
    new_episode(draft);
    state(draft, phrase(draft, "new_request"));
  }
  if (!draft.owned()) obey_control(draft);
  take_answer(draft);
}

void answer(Draft& draft) {
  if (!is_quiet(draft.inbound)) revalidate(draft);
  settle(draft);
  if (is_quiet(draft.inbound)) draft.statements.clear();
  if (is_quiet(draft.inbound) || draft.owned()) return;
  if (!draft.wants_person.empty()) call_person(draft, draft.wants_person);
  if (over_bounds(draft)) stop_talking(draft);
  if (!draft.closed) act(draft);
}

handoff::Qualification qualification_of(const Draft& draft) {
  const flows::Item* item = draft.flow->item(draft.now.episode.latched_item);
  return handoff::qualify(draft.now, draft.score, !item || needs_known(draft, *item),
                          contactable(draft));
}

}  // namespace

Turn take_turn(const Practice& practice, const Case& before, const Inbound& inbound,
               const Reading* stored) {
  Draft draft(practice, before, inbound, stored);
  draft.parked_before = parked_now(draft);
  open_turn(draft);
  listen(draft);
  answer(draft);
  close_turn(draft, before.consents.size());

  Turn turn;
  turn.qualification = qualification_of(draft);
  for (FieldIndex field : draft.walk.parked) turn.parked.push_back(practice.dictionary[field].id);
  turn.after = std::move(draft.now);
  turn.reading = std::move(draft.reading);
  turn.replies = std::move(draft.replies);
  turn.effects = std::move(draft.effects);
  turn.score = std::move(draft.score);
  turn.handoff_changed = draft.handoff_changed;
  return turn;
}

Text kept_text(std::string_view text, const Bounds& bounds) {
  std::string valid = is_valid_utf8(text) ? std::string(text) : to_valid_utf8(text);
  const std::string_view kept = cut_utf8(valid, static_cast<std::size_t>(bounds.message_bytes));
  return {std::string(kept), kept.size() < valid.size()};
}

std::string asks(const Case& a_case) {
  return a_case.pending && !a_case.pending->item.starts_with('@') ? a_case.pending->field
                                                                  : std::string();
}

}  // namespace anteroom::turn
