// What a visitor may ask of the bot itself at any point. One table: control -> act; a control
// without a row does nothing.
#include "bot/turn/draft.h"

namespace anteroom::turn {
namespace {

const flows::Item* pending_item(const Draft& draft) {
  const flows::Flow* flow = draft.practice.flows.find(draft.now.episode.flow);
  return flow && draft.now.pending ? flow->item(draft.now.pending->item) : nullptr;
}

void restore(Draft& draft, const UndoStep& step) {
  for (const FactChange& change : step.facts) {
    const Fact* now = draft.now.fact(change.field);
    if (now && now->source == Source::agent) continue;  // put down by staff since
    std::erase_if(draft.now.facts, [&](const Fact& fact) { return fact.field == change.field; });
    if (change.before) draft.now.facts.push_back(*change.before);
  }
  for (const std::string& item : step.skipped) {
    draft.now.episode.skipped.erase(item);
    draft.now.episode.given_up.erase(item);
  }
}

void go_back(Draft& draft) {
  auto& undo = draft.now.episode.undo;
  if (undo.empty()) {
    state(draft, phrase(draft, "nothing_to_go_back"));
    return;
  }
  restore(draft, undo.back());
  undo.pop_back();
  draft.now.pending.reset();
  state(draft, phrase(draft, "going_back"));
}

void start_over(Draft& draft) {
  new_episode(draft);
  state(draft, phrase(draft, "started_over"));
}

void refuse_consent(Draft& draft) { draft.reading.yes_no = false; }

void skip(Draft& draft) {
  const flows::Item* item = pending_item(draft);
  if (!item) return;
  if (item->kind == flows::ItemKind::consent) return refuse_consent(draft);
  const Field& field = draft.practice.dictionary[item->field];
  if (!field.skippable) {
    state(draft, phrase(draft, "not_skippable"));
  } else if (skip_item(draft, false)) {
    state(draft, phrase(draft, "skipped"));
  }
}

void help(Draft& draft) {
  const flows::Item* item = pending_item(draft);
  if (item && item->kind == flows::ItemKind::ask) {
    const Field& field = draft.practice.dictionary[item->field];
    if (!field.help.empty()) state(draft, text_of(draft, field.help));
  }
  state(draft, phrase(draft, "help_general"));
}

void repeat(Draft& draft) { draft.ask_again = AskAgain::same_words; }

void call_person(Draft& draft) {
  if (draft.now.episode.handoff) {
    state(draft, phrase(draft, "person_coming"));
    return;
  }
  draft.wants_person = "asked_for_person";
}

void switch_language(Draft& draft) {
  const std::string& wanted = draft.reading.control_argument;
  for (const std::string& language : draft.practice.profile.languages) {
    if (language != wanted) continue;
    draft.now.language = wanted;
    draft.now.language_fixed = true;
    state(draft, phrase(draft, "language_switched"));
    return;
  }
  std::vector<std::string> names;
  for (const std::string& language : draft.practice.profile.languages) {
    names.push_back(draft.practice.packs.say("language_name", language));
  }
  state(draft, phrase(draft, "language_unknown", {{"languages", and_list(draft, names)}}));
}

void say_automated(Draft& draft) {
  state(draft, phrase(draft, "i_am_automated", {{"practice", draft.practice.profile.name}}));
}

// "This is not an emergency, go on": the flow goes on, and urgency is asked anew.
void go_on(Draft& draft) {
  if (!draft.now.episode.paused) return;
  draft.now.episode.paused = false;
  draft.now.pending.reset();
  const Fact* urgency = draft.now.fact("urgency");
  if (urgency && urgency->value == Value(std::string("emergency"))) {
    std::erase_if(draft.now.facts, [](const Fact& fact) { return fact.field == "urgency"; });
  }
  state(draft, phrase(draft, "resumed"));
}

struct Row {
  Control control;
  void (*act)(Draft&);
};

constexpr Row kControls[] = {
    {Control::back, go_back},
    {Control::start_over, start_over},
    {Control::skip, skip},
    {Control::not_sure, skip},
    {Control::help, help},
    {Control::repeat, repeat},
    {Control::person, call_person},
    {Control::language, switch_language},
    {Control::are_you_a_bot, say_automated},
    {Control::go_on, go_on},
};

}  // namespace

void obey_control(Draft& draft) {
  for (const Row& row : kControls) {
    if (row.control == draft.reading.control) row.act(draft);
  }
}

std::vector<OfferedChoice> controls(const Practice& practice, const Case& a_case) {
  const auto label = [&](std::string_view id, std::string_view language) {
    return practice.packs.say(id, language);
  };
  std::vector<OfferedChoice> offered;
  for (const auto& [id, button] : {std::pair{"@back", "button_back"},
                                   {"@skip", "button_skip"},
                                   {"@start_over", "button_start_over"},
                                   {"@help", "button_help"},
                                   {"@person", "button_person"}}) {
    offered.push_back({id, label(button, a_case.language)});
  }
  for (const std::string& language : practice.profile.languages) {
    if (language != a_case.language)
      offered.push_back({"@language:" + language, label("button_language", language)});
  }
  return offered;
}

}  // namespace anteroom::turn
