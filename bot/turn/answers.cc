// What the visitor said becomes facts, consents and decisions: first the pending question's answer,
// then everything else.
#include <algorithm>

#include "bot/turn/draft.h"

namespace anteroom::turn {
namespace {

bool took_something(const Draft& draft) {
  return !draft.reading.slots.empty() || draft.reading.control != Control::none ||
         draft.reading.opt_out;
}

// The wording kept is the one that was shown: the last of those asked.
void take_consent(Draft& draft, const ConsentTerms& terms, bool yes) {
  const auto asked = draft.now.episode.asked.find(terms.id);
  const int times = asked == draft.now.episode.asked.end() ? 1 : std::max(asked->second, 1);
  record_consent(draft, terms, yes ? ConsentState::granted : ConsentState::refused,
                 text_of(draft, terms.wording, static_cast<std::size_t>(times - 1)));
  draft.now.pending.reset();
}

// "Which holds?": a button, or the words of one of the two.
void decide_which_holds(Draft& draft) {
  Pending pending = *draft.now.pending;
  if (!pending.proposed) return;
  const Slot* said = draft.reading.slot(pending.field);
  const bool takes_new = draft.reading.control_argument == "proposed" ||
                         (said && said->value == pending.proposed->value);
  const Fact* known = draft.now.fact(pending.field);
  const bool keeps_old =
      draft.reading.control_argument == "known" || (said && known && said->value == known->value);
  if (!takes_new && !keeps_old) return;
  if (takes_new) set_fact(draft, *pending.proposed);
  std::erase_if(draft.reading.slots, [&](const Slot& slot) { return slot.field == pending.field; });
  draft.now.pending.reset();
}

// "Shall I get a person?" after retries ran out.
void decide_person(Draft& draft) {
  if (!draft.reading.yes_no) return;
  const std::string field = draft.now.pending->field;
  draft.now.pending.reset();
  give_up_field(draft, field);
  if (*draft.reading.yes_no) draft.wants_person = "gave_up";
}

bool decide_pending(Draft& draft) {
  if (!draft.now.pending) return false;
  const Pending& pending = *draft.now.pending;
  if (const ConsentTerms* terms = draft.practice.profile.consent(pending.field)) {
    if (draft.reading.yes_no) take_consent(draft, *terms, *draft.reading.yes_no);
  } else if (pending.item == kWhichHolds.id) {
    decide_which_holds(draft);
  } else if (pending.item == kOfferPerson.id) {
    decide_person(draft);
  } else if (pending.item == kWhichTopic.id) {
    decide_which_topic(draft);
  } else if (pending.item == kNextTopic.id) {
    decide_next_topic(draft);
  }
  return !draft.now.pending;
}

const std::string* text_said(const Draft& draft) {
  const auto* text = std::get_if<Text>(&draft.inbound.body);
  return text && !text->text.empty() ? &text->text : nullptr;
}

void keep_question(Draft& draft) {
  const std::string* text = text_said(draft);
  if (!text || !draft.reading.question || !draft.answers.empty() || draft.topic_served) return;
  Episode& episode = draft.now.episode;
  state(draft, phrase(draft, "question_kept", {},
                      episode.open_questions.size() + episode.kept_questions.size()));
  episode.open_questions.push_back(*text);
}

// Words that were understood as nothing are kept for staff, never dropped.
void keep_words(Draft& draft) {
  const std::string* text = text_said(draft);
  if (!text || draft.reading.question) return;
  draft.now.episode.attempts.push_back(
      {draft.now.pending ? draft.now.pending->field : std::string(), *text});
}

// Something else was said instead: it is not asked again which of the two was meant.
void forget_which_topic(Draft& draft) {
  if (draft.now.pending && draft.now.pending->item == kWhichTopic.id) draft.now.pending.reset();
}

struct InKind {
  Tone tone;
  std::string_view phrase;
};

constexpr InKind kInKind[] = {
    {Tone::greeting, "greeting_back"},
    {Tone::thanks, "you_are_welcome"},
    {Tone::abuse, "stay_calm"},
};

// A greeting, thanks or an insult is no failed answer: a short word, and the question again.
bool say_in_kind(Draft& draft) {
  for (const InKind& row : kInKind) {
    if (row.tone != draft.tone) continue;
    const bool first = draft.now.version == 0;  // the welcome greets
    if (!first || row.tone == Tone::abuse)
      state(draft,
            phrase(draft, row.phrase, {}, static_cast<std::size_t>(draft.now.episode.turns)));
    return true;
  }
  return false;
}

}  // namespace

void take_answer(Draft& draft) {
  if (draft.closed || std::holds_alternative<Opened>(draft.inbound.body)) return;
  find_answers(draft);
  const bool was_pending = draft.now.pending.has_value();
  const bool decided = decide_pending(draft);
  if (const auto* text = std::get_if<Text>(&draft.inbound.body); text && text->cut) {
    state(draft, phrase(draft, "message_cut", {{"kept", static_cast<double>(text->text.size())}}));
  }
  take_slots(draft, Source::stated);
  give_answers(draft);
  follow_topics(draft, decided);
  if (draft.closed || decided) return;
  keep_question(draft);
  const bool heard = took_something(draft) || !draft.answers.empty() || draft.topic_served;
  if (heard) return forget_which_topic(draft);
  if (say_in_kind(draft)) return;
  keep_words(draft);
  if (draft.reading.question || ask_which_topic(draft)) return;
  if (was_pending)
    reprompt(draft);
  else if (text_said(draft) && draft.reading.band == TopicBand::fall_back)
    state(draft, phrase(draft, "not_understood", {}, draft.now.episode.attempts.size() - 1));
}

}  // namespace anteroom::turn
