// How an inbound becomes a reading: a text is read, a button stands for what it says.
#include <algorithm>

#include "bot/turn/draft.h"

namespace anteroom::turn {
namespace {

constexpr std::string_view kControlPrefix = "@";

const Field* pending_field(const Draft& draft) {
  if (!draft.now.pending) return nullptr;
  const auto index = draft.practice.dictionary.find(draft.now.pending->field);
  return index ? &draft.practice.dictionary[*index] : nullptr;
}

bool expects_yes_no(const Draft& draft) {
  if (!draft.now.pending) return false;
  const Pending& pending = *draft.now.pending;
  return draft.practice.profile.consent(pending.field) != nullptr ||
         pending.item == kOfferPerson.id || pending.item == kNextTopic.id;
}

void read_text(Draft& draft, std::string_view text) {
  understanding::Expectation expectation;
  expectation.pending = draft.now.pending ? &*draft.now.pending : nullptr;
  expectation.field = pending_field(draft);
  expectation.yes_no = expects_yes_no(draft);
  expectation.language = draft.language();
  draft.reading =
      draft.stored ? *draft.stored : draft.practice.reader->read(text, expectation, draft.at());
}

bool read_control_button(Draft& draft, std::string_view choice) {
  if (choice.substr(0, kControlPrefix.size()) != kControlPrefix) return false;
  choice.remove_prefix(kControlPrefix.size());
  const auto colon = choice.find(':');
  const auto control = parse_control(choice.substr(0, colon));
  if (!control) return false;
  draft.reading.control = *control;
  if (colon != std::string_view::npos) draft.reading.control_argument = choice.substr(colon + 1);
  return true;
}

bool is_offered(const Pending& pending, std::string_view choice) {
  return std::any_of(pending.choices.begin(), pending.choices.end(),
                     [&](const OfferedChoice& offered) { return offered.id == choice; });
}

Slot slot_of(const Field& field, const FieldChoice& choice) {
  Slot slot;
  slot.field = field.id;
  if (field.kind == FieldKind::yes_no)
    slot.value = choice.id == "yes";
  else if (field.kind == FieldKind::choices)
    slot.value = Ids{choice.id};
  else
    slot.value = choice.id;
  return slot;
}

// A button of an earlier question puts its answer right, where only one question of this episode
// had it ("yes" could be of any).
bool read_late_button(Draft& draft, std::string_view choice) {
  const Field* field = nullptr;
  for (const auto& [id, times] : draft.now.episode.asked) {
    const auto index = draft.practice.dictionary.find(id);
    if (!index || !draft.practice.dictionary[*index].choice(choice)) continue;
    if (field) return false;
    field = &draft.practice.dictionary[*index];
  }
  if (!field || field->kind == FieldKind::yes_no) return false;
  draft.reading.slots.push_back(slot_of(*field, *field->choice(choice)));
  draft.reading.slots.back().correction = true;
  return true;
}

// A button of the pending question.
bool read_choice_button(Draft& draft, const std::string& choice) {
  if (!draft.now.pending) return false;
  const Pending& pending = *draft.now.pending;
  const Field* field = pending_field(draft);
  if (pending.item.starts_with('@') || !field) {
    if (!is_offered(pending, choice)) return false;
    if (choice == "yes" || choice == "no") draft.reading.yes_no = choice == "yes";
    draft.reading.control_argument = choice;
    return true;
  }
  const FieldChoice* known = field->choice(choice);
  if (!known) return false;
  draft.reading.slots.push_back(slot_of(*field, *known));
  draft.reading.slots.back().answers_pending = true;
  return true;
}

constexpr std::size_t kEventsKept = 200;

// The language a text is written in becomes that of the conversation, unless the visitor has chosen
// one.
void follow_language(Draft& draft) {
  const auto& languages = draft.practice.profile.languages;
  const std::string& heard = draft.reading.language;
  if (draft.now.language_fixed || heard.empty()) return;
  if (std::find(languages.begin(), languages.end(), heard) != languages.end())
    draft.now.language = heard;
}

}  // namespace

void note_event(Draft& draft, const std::string& id, const std::string& name,
                const std::string& topic) {
  auto& events = draft.now.events;
  const bool seen = std::any_of(events.begin(), events.end(),
                                [&](const SeenEvent& known) { return known.id == id; });
  if (seen) return;
  events.push_back({id, name, topic, draft.at()});
  if (events.size() > kEventsKept) events.erase(events.begin());
}

void read_inbound(Draft& draft) {
  const auto& body = draft.inbound.body;
  if (const auto* text = std::get_if<Text>(&body)) {
    read_text(draft, text->text);
    follow_language(draft);
  } else if (const auto* chosen = std::get_if<Chosen>(&body)) {
    const std::string& choice = chosen->choice;
    if (!read_control_button(draft, choice) && !read_choice_button(draft, choice) &&
        !read_late_button(draft, choice)) {
      read_text(draft, choice);
    }
  } else if (const auto* event = std::get_if<PageEvent>(&body)) {
    note_event(draft, draft.inbound.id, event->name, event->topic);
    draft.closed = true;
  } else if (const auto* opened = std::get_if<Opened>(&body)) {
    if (!opened->page_topic.empty())
      note_event(draft, draft.inbound.id, "page_view", opened->page_topic);
  } else if (std::holds_alternative<Tick>(body)) {
    draft.closed = true;
  }
}

}  // namespace anteroom::turn
