// What the bot does once everything is known: chooses the flow, walks the path, scores, and acts
// item by item until something is pending or nothing is left.
#include <algorithm>

#include "bot/turn/draft.h"

namespace anteroom::turn {

FactView known_facts(const Practice& practice, const Case& a_case, const Inbound& inbound) {
  FactView view = view_of(a_case, practice.dictionary, inbound.at);
  view.tier = a_case.tier.tier;
  view.language = a_case.language;
  view.channel = to_text(inbound.channel);
  view.flow = a_case.episode.flow;
  view.red_flag = !a_case.episode.red_flags.empty();
  return view;
}

namespace {

FactView known_facts(const Draft& draft) {
  return known_facts(draft.practice, draft.now, draft.inbound);
}

void walk(Draft& draft) {
  draft.walk = flows::next_step(*draft.flow, draft.now, known_facts(draft));
}

void choose_flow(Draft& draft) {
  draft.flow = flows::active_flow(draft.practice.flows, draft.now.episode.flow,
                                  draft.practice.profile.default_flow, known_facts(draft));
  draft.now.episode.flow = draft.flow->id;
}

void rescore(Draft& draft) {
  draft.score = scoring::score(draft.practice.scoring, draft.walk.counting, draft.now.tier);
  TierState& state = draft.now.tier;
  state.tier = draft.score.tier ? draft.score.tier->id : std::string();
  state.since = draft.score.tier_since;
  state.total = draft.score.total;
  state.fit = draft.score.fit;
  state.intent = draft.score.intent;
  state.certainty = draft.score.certainty;
}

// A tier that hands off latches the first hand_off item it opens; neither a falling score nor
// another flow unlatches it.
void latch(Draft& draft) {
  Episode& episode = draft.now.episode;
  if (episode.handoff || draft.flow->item(episode.latched_item)) return;
  const bool by_tier = draft.score.tier && draft.score.tier->action == "hand_off";
  if (!by_tier && episode.latched != "tier") return;
  for (std::size_t i = 0; i < draft.flow->items.size(); ++i) {
    const flows::Item& item = draft.flow->items[i];
    if (item.kind != flows::ItemKind::hand_off || !draft.walk.on_path[i]) continue;
    episode.latched = "tier";
    episode.latched_item = item.id;
    walk(draft);
    return;
  }
}

std::vector<std::string> spoken_values(const Draft& draft, const std::vector<FieldIndex>& fields) {
  std::vector<std::string> values;
  for (FieldIndex index : fields) {
    const Field& field = draft.practice.dictionary[index];
    const Fact* fact = draft.now.fact(field.id);
    if (fact) values.push_back(spoken(field, fact->value, draft.language()));
  }
  return values;
}

bool contains(const std::vector<FieldIndex>& fields, FieldIndex field) {
  return std::find(fields.begin(), fields.end(), field) != fields.end();
}

bool known_before(const Draft& draft, FieldIndex field) {
  const Fact* fact = draft.now.fact(draft.practice.dictionary[field].id);
  return fact && fact->inbound != draft.inbound.id;
}

// Facts that left the path, or came back to it, are said aloud; what is only now said and never
// counted is not.
void say_parked(Draft& draft, const std::vector<FieldIndex>& before) {
  std::vector<FieldIndex> left, returned;
  for (FieldIndex field : draft.walk.parked) {
    if (!contains(before, field) && known_before(draft, field)) left.push_back(field);
  }
  for (FieldIndex field : before) {
    if (!contains(draft.walk.parked, field)) returned.push_back(field);
  }
  const auto values = [&](const std::vector<FieldIndex>& fields) {
    return and_list(draft, spoken_values(draft, fields));
  };
  if (!left.empty()) state(draft, phrase(draft, "no_longer_counts", {{"values", values(left)}}));
  if (!returned.empty() && !spoken_values(draft, returned).empty()) {
    state(draft, phrase(draft, "counts_again", {{"values", values(returned)}}));
  }
}

}  // namespace

void settle(Draft& draft) {
  choose_flow(draft);
  walk(draft);
  rescore(draft);
  walk(draft);
  latch(draft);
  say_parked(draft, draft.parked_before);
}

// "A person, please" needs neither a tier nor contact details. What is still asked then is only
// what that person needs to know.
void call_person(Draft& draft, std::string_view reason) {
  Episode& episode = draft.now.episode;
  if (episode.handoff) return state(draft, phrase(draft, "person_coming"));
  hand_off(draft, nullptr, reason);
  for (const flows::Item& item : draft.flow->items) {
    if (item.kind != flows::ItemKind::hand_off || !episode.latched.empty()) continue;
    episode.latched = reason;
    episode.latched_item = item.id;
  }
  walk(draft);
}

std::vector<FieldIndex> parked_now(const Draft& draft) {
  const flows::Flow* flow = draft.practice.flows.find(draft.now.episode.flow);
  if (!flow) return {};
  return flows::next_step(*flow, draft.now, known_facts(draft)).parked;
}

// Acting, item by item.

namespace {

bool asks_yes_no(const Draft& draft, const flows::Item& item) {
  return item.kind == flows::ItemKind::consent ||
         (item.kind == flows::ItemKind::ask &&
          draft.practice.dictionary[item.field].kind == FieldKind::yes_no);
}

// "I put down Berkeley."
void say_noted(Draft& draft) {
  const std::vector<FieldIndex> fields = std::move(draft.noted);
  draft.noted.clear();
  const std::vector<std::string> values = spoken_values(draft, fields);
  if (values.empty()) return;
  const Field& field = draft.practice.dictionary[fields.front()];
  const Fact* fact = draft.now.fact(field.id);
  if (fields.size() == 1 && fact && !field.noted.empty()) {
    state(draft, field.noted.format(draft.language(), {{"value", values.front()}}));
  } else if (values.size() == 1) {
    state(draft, phrase(draft, "noted", {{"value", values.front()}}));
  } else {
    state(draft, phrase(draft, "noted_several", {{"values", and_list(draft, values)}}));
  }
}

// Statements, never beside a yes/no question.
void say_in_passing(Draft& draft, const flows::Item* next) {
  if (next && asks_yes_no(draft, *next)) return draft.noted.clear();
  say_noted(draft);
  say_stale(draft);
}

bool act_ask(Draft& draft, const flows::Item& item) {
  ask_item(draft, item);
  return false;
}

bool act_say(Draft& draft, const flows::Item& item) {
  const auto text = draft.practice.profile.texts.find(item.subject);
  if (text != draft.practice.profile.texts.end()) say(draft, text_of(draft, text->second));
  draft.now.episode.said.insert(item.id);
  return true;
}

bool act_consent(Draft& draft, const flows::Item& item) {
  ask_consent(draft, item);
  return false;
}

// What has no answer of ours goes on to staff; the visitor was told so when asking.
void keep_open_questions(Draft& draft) {
  auto& open = draft.now.episode.open_questions;
  auto& kept = draft.now.episode.kept_questions;
  kept.insert(kept.end(), open.begin(), open.end());
  open.clear();
}

void finish_talk(Draft& draft) {
  draft.now.pending.reset();
  say_in_passing(draft, nullptr);
  keep_open_questions(draft);
  if (offer_next_topic(draft)) return;
  if (draft.statements.empty() && draft.replies.empty()) {
    const auto turns = static_cast<std::size_t>(draft.now.episode.turns);
    state(draft, phrase(draft, draft.now.episode.handoff ? "all_done" : "nothing_left", {}, turns));
  }
}

// A handoff whose needs are open latches: from here on only they are asked.
bool act_hand_off(Draft& draft, const flows::Item& item) {
  if (needs_known(draft, item) && contactable(draft)) {
    hand_off(draft, &item,
             draft.now.episode.latched.empty() ? "end_of_flow" : draft.now.episode.latched);
    return true;
  }
  if (draft.now.episode.latched_item == item.id) {  // nobody could reach the person
    finish_talk(draft);
    return false;
  }
  draft.now.episode.latched = "end_of_flow";
  draft.now.episode.latched_item = item.id;
  return true;
}

bool act_open_question(Draft& draft, const flows::Item&) {
  keep_open_questions(draft);
  return true;
}

struct Row {
  flows::ItemKind kind;
  bool (*act)(Draft&, const flows::Item&);  // false: the turn ends here
};

constexpr Row kActs[] = {
    {flows::ItemKind::ask, act_ask},
    {flows::ItemKind::say, act_say},
    {flows::ItemKind::consent, act_consent},
    {flows::ItemKind::hand_off, act_hand_off},
    {flows::ItemKind::answer_open_question, act_open_question},
};

bool act_on(Draft& draft, const flows::Item& item) {
  for (const Row& row : kActs) {
    if (row.kind == item.kind) return row.act(draft, item);
  }
  return false;
}

}  // namespace

void act(Draft& draft) {
  if (draft.now.pending && draft.now.pending->item.starts_with('@')) {
    if (ask_own_again(draft)) return;
    walk(draft);
  }
  for (int items = 0; items < draft.practice.profile.bounds.items_per_turn; ++items) {
    const flows::Item* next = draft.walk.next;
    if (!next) return finish_talk(draft);
    if (asks_yes_no(draft, *next) || next->kind == flows::ItemKind::ask)
      say_in_passing(draft, next);
    if (!act_on(draft, *next)) return;
    walk(draft);
  }
  call_person(draft, "bounds");
}

}  // namespace anteroom::turn
