#include "bot/understanding/listeners.h"

#include <algorithm>
#include <array>

namespace anteroom::understanding {
namespace {

constexpr std::array<FieldKind, 11> kOrder = {
    FieldKind::email,   FieldKind::phone,   FieldKind::zip,   FieldKind::choice,
    FieldKind::choices, FieldKind::name,    FieldKind::age,   FieldKind::timing,
    FieldKind::date,    FieldKind::urgency, FieldKind::number};

bool is_of_time(FieldKind kind) { return kind == FieldKind::timing || kind == FieldKind::urgency; }

FieldKind kind_of(const Dictionary& dictionary, const Slot& slot) {
  return dictionary[*dictionary.find(slot.field)].kind;
}

bool is_of_choices(FieldKind kind) {
  return kind == FieldKind::choice || kind == FieldKind::choices;
}

// Words give one value; but a day is also how soon, "tomorrow afternoon" is a day and a part of it,
// "my 3 year old" a child and an age, and a text in one's own words may hold anything.
bool may_share(FieldKind one, FieldKind other) {
  if (is_of_choices(one)) return is_of_time(other) || other == FieldKind::age;
  return one == FieldKind::text || (is_of_time(one) && is_of_time(other));
}

bool is_taken(const Dictionary& dictionary, const std::vector<Slot>& slots, const Slot& slot,
              FieldKind kind) {
  return std::any_of(slots.begin(), slots.end(), [&](const Slot& other) {
    const bool overlaps = slot.begin < other.end && other.begin < slot.end;
    const bool person = other.field == "for_whom" || slot.field == "for_whom";
    if (person && is_of_choices(kind) && is_of_choices(kind_of(dictionary, other))) return false;
    return overlaps && !may_share(kind_of(dictionary, other), kind);
  });
}

// "No, Berkeley": a no that does not answer a question.
bool begins_with_no(const Heard& heard) {
  return heard.size() > 1 && heard.any_at(0, Means::no) && heard.any_at(0, Means::negation);
}

// The question word that the text begins with.
const Hit* first_question(const Heard& heard) {
  for (std::size_t i = 0; i < heard.size(); ++i) {
    if (const Hit* hit = heard.any_at(i, Means::question)) return hit;
    if (!heard.fills(i)) return nullptr;
  }
  return nullptr;
}

// Whether the values are all that the text says: "can I come to Oakland?", but not "do you have
// parking in Oakland?".
bool explains_all(const Heard& heard, const std::vector<Slot>& slots) {
  std::vector<bool> explained(heard.size(), false);
  for (const Slot& slot : slots) {
    const WordSpan words = heard.words_in(slot.begin, slot.end);
    for (std::size_t i = words.first; i < words.last; ++i) explained[i] = true;
  }
  for (const Hit& hit : heard.all()) {
    if (hit.meaning->means != Means::question) continue;
    for (std::size_t i = hit.first; i < hit.last; ++i) {
      if (!heard.fills(i) && !explained[i]) return false;
    }
  }
  for (std::size_t i = 0; i < heard.size(); ++i) {
    if (!explained[i] && !heard.fills(i) && !heard.any_at(i, Means::function_word)) return false;
  }
  return true;
}

}  // namespace

Listeners::Listeners(const Dictionary& dictionary) : x_dictionary(dictionary) {
  for (const FieldKind kind : kOrder) {
    const HearingRow& hearing = hearing_of(kind);
    if (!hearing.find) continue;
    for (FieldIndex i = 0; i < dictionary.size(); ++i) {
      if (dictionary[i].kind != kind) continue;
      x_listeners.push_back({i, &hearing});
      if (!hearing.every_field) break;
    }
  }
}

void Listeners::listen(const Heard& heard, const Expectation& expectation, Date today,
                       Reading& reading) const {
  for (const Listener& listener : x_listeners) {
    const Field& field = x_dictionary[listener.field];
    if (expectation.field == &field) continue;
    const Listening listening{heard, field, listener.field, expectation,
                              today, false, x_dictionary};
    for (Slot& slot : listener.hearing->find(listening)) {
      if (!is_taken(x_dictionary, reading.slots, slot, field.kind))
        reading.slots.push_back(std::move(slot));
    }
  }
  std::stable_sort(reading.slots.begin(), reading.slots.end(),
                   [](const Slot& a, const Slot& b) { return a.begin < b.begin; });
}

void mark_corrections(const Heard& heard, bool asked_yes_no, std::vector<Slot>& slots) {
  if (slots.empty()) return;
  const bool from_the_start = !asked_yes_no && begins_with_no(heard);
  for (Slot& slot : slots) {
    const WordSpan words = heard.words_in(slot.begin, slot.end);
    slot.correction = slot.correction || (from_the_start && words.first > 0) ||
                      std::any_of(heard.hits().begin(), heard.hits().end(), [&](const Hit& hit) {
                        return hit.meaning->means == Means::correction &&
                               (hit.last <= words.first || hit.last == heard.size());
                      });
  }
}

bool asks_something(const Heard& heard, const Reading& reading) {
  if (reading.control != Control::none || reading.opt_out) return false;
  const Hit* question = first_question(heard);
  if (!trimmed(heard.text()).ends_with('?')) {
    // "How much is an x-ray" asks; "tiene 5 años" only begins like a question.
    if (!question) return false;
    return reading.slots.empty() ? !reading.yes_no
                                 : question->size() > 1 && !explains_all(heard, reading.slots);
  }
  if (reading.slots.empty()) return !reading.yes_no;
  return !explains_all(heard, reading.slots);
}

}  // namespace anteroom::understanding
