// A question on the way gets the practice's answer, and the flow goes on. What a question only
// names ("do you take Aetna?", "are you open today?") is no answer to anything: it is set aside, or
// taken with doubt where people ask about what they have.
#include <algorithm>

#include "base/text.h"
#include "bot/turn/answer_texts.h"

namespace anteroom::turn {
namespace {

constexpr std::size_t kMostAnswers = 3;
constexpr double kOnlyAsked = 0.6;  // confidence in what was only named in a question

const Slot* slot_from(const Draft& draft, std::string_view list) {
  for (const Slot& slot : draft.reading.slots) {
    const auto index = draft.practice.dictionary.find(slot.field);
    if (index && draft.practice.dictionary[*index].values_from == list) return &slot;
  }
  return nullptr;
}

// What the text names, else what is known.
const std::string* value_from(const Draft& draft, std::string_view list, std::string_view field) {
  const Slot* slot = slot_from(draft, list);
  const Fact* fact = draft.now.fact(field);
  const Value* value = slot ? &slot->value : fact && !fact->doubtful() ? &fact->value : nullptr;
  return value ? std::get_if<std::string>(value) : nullptr;
}

Named named_in(const Draft& draft, std::string_view text) {
  const Profile& profile = draft.practice.profile;
  Named named;
  named.text = folded(text);
  if (const auto* id = value_from(draft, "locations", "location"))
    named.location = profile.location(*id);
  if (const auto* id = value_from(draft, "services", "service"))
    named.service = profile.service(*id);
  const Slot* payer = slot_from(draft, "payers");
  const auto* id = payer ? std::get_if<std::string>(&payer->value) : nullptr;
  if (id) named.payer = profile.payer(*id);
  return named;
}

bool is_about(const Draft& draft, const std::string& topic) {
  const auto& topics = draft.reading.topics;
  return !topic.empty() && std::find(topics.begin(), topics.end(), topic) != topics.end();
}

bool asks(const Draft& draft, const CommonAnswer& answer, const Cue& cue) {
  if (cue.beside == Beside::payer && !slot_from(draft, "payers")) return false;
  if (cue.beside == Beside::service && !slot_from(draft, "services")) return false;
  return !cue.single || draft.reading.question || is_about(draft, answer.topic);
}

bool ends_clause(char c) {
  return c == '.' || c == '!' || c == '?' || c == ';' || c == '\n' || c == ',';
}

// From the question's first word to the end of its clause.
std::pair<std::size_t, std::size_t> clause_of(std::string_view text, const Cue& cue) {
  std::size_t end = cue.end;
  while (end < text.size() && !ends_clause(text[end])) ++end;
  return {cue.begin, end};
}

bool may_say(const Draft& draft, const CommonAnswer& answer) {
  return answer.when.always() ||
         answer.when.evaluate(known_facts(draft.practice, draft.now, draft.inbound)) == Truth::yes;
}

void add_answer(Draft& draft, const CommonAnswer& answer, const Named& named) {
  if (draft.answers.size() >= kMostAnswers) return;
  std::optional<std::string> text = answer_text(draft, answer, named);
  const auto& given = draft.answers;
  if (!text || std::find(given.begin(), given.end(), *text) != given.end()) return;
  draft.answers.push_back(std::move(*text));
}

// No words led to an answer, but the text is surely about a topic that has one and no flow.
void answer_by_topic(Draft& draft, const Named& named) {
  if (!draft.answers.empty() || draft.reading.band != TopicBand::act) return;
  for (const std::string& topic : draft.reading.topics) {
    if (draft.practice.flows.starting_on(topic)) continue;
    const auto& answers = draft.practice.understanding.answers;
    const auto found = std::find_if(answers.begin(), answers.end(), [&](const CommonAnswer& one) {
      return one.topic == topic && may_say(draft, one);
    });
    if (found != answers.end()) add_answer(draft, *found, named);
  }
}

bool is_in_words(const Draft& draft, const Slot& slot) {
  const auto index = draft.practice.dictionary.find(slot.field);
  if (!index) return false;
  const FieldKind kind = draft.practice.dictionary[*index].kind;
  return kind == FieldKind::text || kind == FieldKind::name;
}

// What people ask about because they have it, or want it: their insurance, a service. Who asks
// whether an insurance is taken that is not does not say so.
bool is_likely_so(const Draft& draft, const Slot& slot, About about) {
  const auto index = draft.practice.dictionary.find(slot.field);
  if (!index) return false;
  const std::string& list = draft.practice.dictionary[*index].values_from;
  const auto* id = std::get_if<std::string>(&slot.value);
  const Payer* payer = list == "payers" && id ? draft.practice.profile.payer(*id) : nullptr;
  if (list == "payers")
    return payer && payer->accepted && (about != About::payers || payer->answer.empty());
  return list == "services";
}

void set_aside(Draft& draft, About about, std::size_t begin, std::size_t end) {
  for (Slot& slot : draft.reading.slots) {
    const std::size_t from = std::max(begin, slot.begin), to = std::min(end, slot.end);
    const std::size_t shared = to > from ? to - from : 0;
    if (shared == 0) continue;
    if (is_in_words(draft, slot) && shared * 2 < slot.end - slot.begin) continue;
    if (is_likely_so(draft, slot, about)) {
      if (draft.now.pending && draft.now.pending->field == slot.field) continue;
      draft.only_asked.push_back(slot.field);
    } else {
      draft.set_aside.push_back(slot.field);
    }
  }
}

}  // namespace

void find_answers(Draft& draft) {
  const auto* text = std::get_if<Text>(&draft.inbound.body);
  if (!text || text->text.empty() || draft.reading.control != Control::none ||
      draft.reading.opt_out)
    return;
  const Heeded heeded = draft.practice.answer_book->heed(text->text);
  draft.tone = heeded.tone;
  const Named named = named_in(draft, text->text);
  for (const Cue& cue : heeded.cues) {
    const CommonAnswer& answer = draft.practice.understanding.answers[cue.answer];
    if (!asks(draft, answer, cue) || !may_say(draft, answer)) continue;
    const std::size_t before = draft.answers.size();
    add_answer(draft, answer, named);
    if (draft.answers.size() == before || cue.beside == Beside::service) continue;
    const auto [begin, end] = clause_of(text->text, cue);
    set_aside(draft, answer.about, begin, end);
  }
  answer_by_topic(draft, named);
}

SlotUse use_of(const Draft& draft, const Slot& slot) {
  const auto has = [&](const std::vector<std::string>& fields) {
    return std::find(fields.begin(), fields.end(), slot.field) != fields.end();
  };
  if (has(draft.set_aside)) return {false, 1.0};
  if (!has(draft.only_asked)) return {};
  // Of what is known already a question says nothing new.
  return {draft.now.fact(slot.field) == nullptr, kOnlyAsked};
}

void answer_topic(Draft& draft, const std::string& topic) {
  for (const CommonAnswer& answer : draft.practice.understanding.answers) {
    if (answer.topic == topic && may_say(draft, answer))
      add_answer(draft, answer, named_in(draft, {}));
    if (!draft.answers.empty()) return give_answers(draft);
  }
  const auto& attempts = draft.now.episode.attempts;
  if (!attempts.empty()) draft.now.episode.open_questions.push_back(attempts.back().words);
  state(draft, phrase(draft, "question_kept", {}, draft.now.episode.kept_questions.size()));
}

void give_answers(Draft& draft) {
  for (const std::string& answer : draft.answers) state(draft, answer);
}

}  // namespace anteroom::turn
