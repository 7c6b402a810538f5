// What a message is about changes the flow: a topic that starts another one switches to it, further
// ones wait, and where two are equally likely the visitor says which. Conservative: what answers
// the pending question is an answer, and a topic of the active flow is no change.
#include <algorithm>

#include "base/text.h"
#include "bot/turn/draft.h"

namespace anteroom::turn {
namespace {

constexpr double kFromTheMessage = 0.6;  // confidence in a message taken as a field's value
constexpr double kSureOfPerson = 0.9;    // where the message also answers questions
constexpr std::size_t kWordsBesideAnswer = 3;
constexpr std::string_view kSomethingElse = "@something_else";

// Found by detectors, or nothing to act on.
bool is_served_elsewhere(std::string_view topic) {
  return topic == "emergency" || topic == "opt_out" || topic == "off_topic";
}

const flows::Flow* active_after(const Draft& draft, std::string_view flow) {
  return flows::active_flow(draft.practice.flows, flow, draft.practice.profile.default_flow,
                            known_facts(draft.practice, draft.now, draft.inbound));
}

// The flow that a topic leads to, if that is another than the active one.
const flows::Flow* other_flow(const Draft& draft, std::string_view topic) {
  const flows::Flow* active = active_after(draft, draft.now.episode.flow);
  if (!active || active->starts_on(topic)) return nullptr;
  const flows::Flow* flow = draft.practice.flows.starting_on(topic);
  const flows::Flow* then = flow ? active_after(draft, flow->id) : nullptr;
  return then == active ? nullptr : then;
}

const std::string* words_said(const Draft& draft) {
  if (draft.topic_from == TopicFrom::queue) return nullptr;
  const auto* text = std::get_if<Text>(&draft.inbound.body);
  if (text && draft.topic_from == TopicFrom::message) return &text->text;
  const auto& attempts = draft.now.episode.attempts;
  return attempts.empty() ? nullptr : &attempts.back().words;
}

// The message that brought the visitor here is the answer to "what is it about?".
void take_message(Draft& draft, const flows::Flow& flow) {
  const std::string* words = words_said(draft);
  if (!flow.message_is || !words || words->empty()) return;
  const Field& field = draft.practice.dictionary[*flow.message_is];
  if (draft.now.fact(field.id)) return;
  Fact fact;
  fact.field = field.id;
  fact.value = std::string(cut_utf8(trimmed(*words), field.longest));
  fact.source = Source::inferred;
  fact.confidence = kFromTheMessage;
  fact.at = draft.at();
  fact.inbound = draft.inbound.id;
  fact.words = *words;
  set_fact(draft, std::move(fact));
}

// The fields that a message filled are of that message's matter only.
void forget_messages(Draft& draft) {
  for (const flows::Flow& flow : draft.practice.flows.flows) {
    if (!flow.message_is) continue;
    const std::string& field = draft.practice.dictionary[*flow.message_is].id;
    std::erase_if(draft.now.facts, [&](const Fact& fact) { return fact.field == field; });
  }
}

// A matter of its own has its own handoff, and keeps what was said in this conversation.
void open_next_matter(Draft& draft) {
  Episode next;
  next.number = draft.now.episode.number + 1;
  next.opened = draft.at();
  next.queued = std::move(draft.now.episode.queued);
  next.turns = 1;
  draft.now.episode = std::move(next);
  draft.parked_before.clear();
  forget_messages(draft);
}

void keep_for_later(Draft& draft, const std::string& topic) {
  auto& queued = draft.now.episode.queued;
  if (std::find(queued.begin(), queued.end(), topic) == queued.end()) queued.push_back(topic);
}

// Left in the middle, the former flow waits behind the new one.
void leave_flow(Draft& draft, const flows::Flow& to) {
  const flows::Flow* from = draft.practice.flows.find(draft.now.episode.flow);
  if (!from || from == &to || from->start_on.empty() || draft.now.episode.handoff) return;
  const bool begun = std::any_of(from->items.begin(), from->items.end(), [&](const auto& item) {
    return item.kind == flows::ItemKind::ask &&
           draft.now.fact(draft.practice.dictionary[item.field].id);
  });
  if (begun) keep_for_later(draft, from->start_on.front());
}

void switch_to(Draft& draft, const flows::Flow& flow) {
  leave_flow(draft, flow);
  if (draft.now.episode.handoff) open_next_matter(draft);
  draft.now.episode.flow = flow.id;
  if (draft.now.episode.latched != "tier") {
    draft.now.episode.latched.clear();
    draft.now.episode.latched_item.clear();
  }
  draft.now.pending.reset();
  take_message(draft, flow);
  std::erase_if(draft.now.episode.queued,
                [&](const std::string& topic) { return flow.starts_on(topic); });
}

// "Please help me find a dentist" may sound like it: who names what is wanted is served first.
bool surely_wants_person(const Draft& draft) {
  const bool names_more = std::any_of(draft.reading.slots.begin(), draft.reading.slots.end(),
                                      [&](const Slot& slot) { return use_of(draft, slot).take; });
  return !names_more || draft.reading.confidence >= kSureOfPerson;
}

void call_for_person(Draft& draft) {
  if (!draft.answers.empty()) return;
  if (draft.now.episode.handoff)
    state(draft, phrase(draft, "person_coming"));
  else
    draft.wants_person = "asked_for_person";
}

void put_behind(Draft& draft, const std::string& topic) {
  const auto waiting = draft.now.episode.queued.size();
  keep_for_later(draft, topic);
  if (draft.now.episode.queued.size() == waiting) return;
  if (const std::string* words = words_said(draft))
    draft.now.episode.kept_questions.push_back(*words);
  state(draft, phrase(draft, "comes_later", {{"topic", topic_label(draft, topic)}}, waiting));
}

// Whether the pending question was answered, and by nearly the whole text.
enum class Answered : unsigned char { no, beside, wholly };

Answered answered(const Draft& draft, bool decided) {
  const auto* text = std::get_if<Text>(&draft.inbound.body);
  if (!text) return Answered::no;
  const std::string plain = folded(text->text);
  std::size_t left = words_of(plain).size();
  bool any = decided, payer = false;
  for (const Slot& slot : draft.reading.slots) {
    if (!use_of(draft, slot).take) continue;
    any = any || slot.answers_pending;
    const auto field = draft.practice.dictionary.find(slot.field);
    payer = payer || (field && draft.practice.dictionary[*field].values_from == "payers");
    const std::string said = folded(text->text.substr(slot.begin, slot.end - slot.begin));
    left -= std::min(left, words_of(said).size());
  }
  // "I have Blue Shield" says who pays, and is no question about a bill.
  if (payer && left <= kWordsBesideAnswer) return Answered::wholly;
  if (!any) return Answered::no;
  return left <= kWordsBesideAnswer ? Answered::wholly : Answered::beside;
}

bool acts(const Draft& draft) {
  return std::holds_alternative<Text>(draft.inbound.body) && !draft.owned() && !draft.closed &&
         draft.reading.control == Control::none && !draft.reading.opt_out &&
         draft.tone != Tone::abuse;
}

void note_topics(Draft& draft) {
  for (const std::string& topic : draft.reading.topics) {
    if (!is_served_elsewhere(topic))
      note_event(draft, draft.inbound.id + "/" + topic, "asked_about", topic);
  }
}

// The first topic with a flow of its own is served now, unless the visitor is answering.
void serve(Draft& draft, bool answering) {
  bool served = answering;
  for (const std::string& topic : draft.reading.topics) {
    if (is_served_elsewhere(topic)) continue;
    if (topic == "human") {
      if (surely_wants_person(draft)) call_for_person(draft);
      continue;
    }
    const flows::Flow* flow = other_flow(draft, topic);
    const flows::Flow* active = active_after(draft, draft.now.episode.flow);
    if (!flow) {
      const bool here = active && active->starts_on(topic);
      served = served || here;
      // A question about it is served; what was asked still wants its answer.
      draft.topic_served = draft.topic_served || (here && draft.reading.question);
    } else if (!draft.answers.empty() && draft.reading.topics.size() == 1) {
      continue;  // it was a question, and it has its answer
    } else if (served) {
      put_behind(draft, topic);
      draft.topic_served = true;
    } else {
      switch_to(draft, *flow);
      served = draft.topic_served = true;
    }
  }
}

// A few words beside a question are an answer that did not do, not another subject.
bool is_short(const Draft& draft) {
  const auto* text = std::get_if<Text>(&draft.inbound.body);
  const std::string plain = text ? folded(text->text) : std::string();
  return words_of(plain).size() <= kWordsBesideAnswer;
}

bool is_of_use(const Draft& draft, std::string_view topic) {
  if (is_served_elsewhere(topic)) return false;
  const auto& answers = draft.practice.understanding.answers;
  return topic == "human" || draft.practice.flows.starting_on(topic) ||
         std::any_of(answers.begin(), answers.end(),
                     [&](const CommonAnswer& answer) { return answer.topic == topic; });
}

std::string as_button(std::string label) {
  if (!label.empty() && label[0] >= 'a' && label[0] <= 'z')
    label[0] = static_cast<char>(label[0] - 'a' + 'A');
  return label;
}

}  // namespace

std::string topic_label(const Draft& draft, const std::string& topic) {
  const Topic* own = draft.practice.understanding.topic(topic);
  if (own && !own->label.empty()) return text_of(draft, own->label);
  return is_base_topic(topic) && !is_served_elsewhere(topic) ? phrase(draft, "topic_" + topic)
                                                             : topic;
}

void follow_topics(Draft& draft, bool decided) {
  if (!acts(draft) || draft.reading.band != TopicBand::act) return;
  const Answered how = answered(draft, decided);
  if (how == Answered::wholly) return;
  note_topics(draft);
  serve(draft, how == Answered::beside);
}

bool ask_which_topic(Draft& draft) {
  if (!acts(draft) || draft.reading.band != TopicBand::ask) return false;
  if (draft.now.pending && is_short(draft)) return false;
  std::vector<std::string> likely;
  for (const TopicGuess& guess : draft.reading.candidates) {
    if (likely.size() < 2 && is_of_use(draft, guess.topic)) likely.push_back(guess.topic);
  }
  const flows::Flow* active = active_after(draft, draft.now.episode.flow);
  const bool no_change = !likely.empty() && draft.now.pending && active->starts_on(likely.front());
  if (likely.size() < 2 || no_change) return false;
  const std::string a = topic_label(draft, likely[0]), b = topic_label(draft, likely[1]);
  ask_own(draft, kWhichTopic, "", {{"a", a}, {"b", b}},
          {{likely[0], as_button(a)},
           {likely[1], as_button(b)},
           {std::string(kSomethingElse), phrase(draft, "button_something_else")}});
  draft.closed = true;
  return true;
}

void decide_which_topic(Draft& draft) {
  const std::string chosen = draft.reading.control_argument;
  if (chosen.empty()) return;
  draft.now.pending.reset();
  draft.topic_from = TopicFrom::message_before;
  if (chosen == kSomethingElse)
    return state(draft, phrase(draft, "something_else", {},
                               static_cast<std::size_t>(draft.now.episode.turns)));
  start_topic(draft, chosen);
}

void start_topic(Draft& draft, const std::string& topic) {
  if (topic == "human") return call_for_person(draft);
  if (const flows::Flow* flow = other_flow(draft, topic)) return switch_to(draft, *flow);
  answer_topic(draft, topic);
}

bool offer_next_topic(Draft& draft) {
  auto& queued = draft.now.episode.queued;
  std::erase_if(queued, [&](const std::string& topic) { return !other_flow(draft, topic); });
  if (queued.empty()) return false;
  ask_own(draft, kNextTopic, "", {{"topic", topic_label(draft, queued.front())}},
          {{"yes", phrase(draft, "button_yes")}, {"no", phrase(draft, "button_no")}});
  return true;
}

void decide_next_topic(Draft& draft) {
  auto& queued = draft.now.episode.queued;
  if (!draft.reading.yes_no || queued.empty()) return;
  const std::string topic = queued.front();
  queued.erase(queued.begin());
  draft.now.pending.reset();
  draft.topic_from = TopicFrom::queue;
  if (*draft.reading.yes_no) return start_topic(draft, topic);
  state(draft, phrase(draft, "left_out", {}, static_cast<std::size_t>(draft.now.episode.turns)));
}

}  // namespace anteroom::turn
