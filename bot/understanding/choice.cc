// Choices: a label or synonym anywhere in the text, or a place in the list of the pending question
// ("2", "the second one").
#include <algorithm>
#include <optional>

#include "bot/understanding/field_kinds.h"
#include "bot/understanding/persons.h"
#include "bot/understanding/places.h"

namespace anteroom::understanding {
namespace {

constexpr double kSlip = 0.8;

double confidence_of(const Hit& hit) {
  return hit.slip ? kSlip : static_cast<double>(hit.meaning->confidence);
}

const FieldChoice& choice_of(const Listening& listening, const Hit& hit) {
  return listening.field.choices[hit.meaning->b];
}

// The "morning" of "good morning" is no time of day.
bool is_in_greeting(const Heard& heard, const Hit& hit) {
  return std::any_of(heard.all().begin(), heard.all().end(), [&](const Hit& other) {
    return other.meaning->means == Means::filler && other.size() > hit.size() &&
           other.first <= hit.first && hit.last <= other.last;
  });
}

// "Me" answers "who is it for?"; in "me duele" and "tell me" it is a small word like others.
bool is_small_talk(const Heard& heard, const Hit& hit) {
  if (!hit.meaning->only_when_asked) return false;
  for (std::size_t i = hit.first; i < hit.last; ++i) {
    if (!heard.any_at(i, Means::function_word)) return false;
  }
  return !heard.only_filler_beside({hit.first, hit.last});
}

// What only points to a choice (a symptom) gives way to one that is named.
void keep_names(std::vector<Hit>& hits) {
  const auto points = [](const Hit& hit) { return hit.meaning->how == How::points; };
  if (!std::all_of(hits.begin(), hits.end(), points)) std::erase_if(hits, points);
}

// In its place, and where no noun follows: "my 4 year old", not "my 4 year old niece".
void add_child_by_age(const Heard& heard, std::vector<Hit>& hits) {
  const auto child = child_by_age(heard);
  if (!child) return;
  const auto after = std::find_if(hits.begin(), hits.end(),
                                  [&](const Hit& hit) { return hit.last > child->first; });
  if (after == hits.end() || after->first > child->last) hits.insert(after, *child);
}

// The choices of this field that the text names and does not turn down, in its order.
std::vector<Hit> named(const Listening& listening) {
  std::vector<Hit> hits;
  const bool person = !listening.asked && is_for_whom(listening.field);
  for (const Hit& hit : listening.heard.hits()) {
    const Meaning& meaning = *hit.meaning;
    if (meaning.means != Means::choice || meaning.a != listening.index) continue;
    if (!listening.asked && meaning.only_when_asked) continue;
    if (listening.heard.negated(hit.first) || is_in_greeting(listening.heard, hit) ||
        is_small_talk(listening.heard, hit) || (person && !is_meant(listening, hit)))
      continue;
    // The same words by two names (label and id): the surer one.
    if (!hits.empty() && hits.back().first == hit.first && hits.back().last == hit.last) {
      if (confidence_of(hits.back()) < confidence_of(hit)) hits.back() = hit;
    } else {
      hits.push_back(hit);
    }
  }
  if (is_for_whom(listening.field)) add_child_by_age(listening.heard, hits);
  keep_names(hits);
  return hits;
}

// Two choices that stand side by side as equals: parted by a comma, by "and" or by "or".
bool are_alternatives(const Listening& listening, const Hit& one, const Hit& other) {
  const Heard& heard = listening.heard;
  if (is_for_whom(listening.field)) return are_together(heard, one, other);
  if (!heard.same_clause(one.last - 1, other.first)) return true;
  for (std::size_t i = one.last; i < other.first; ++i) {
    if (heard.any_at(i, Means::joiner)) return true;
  }
  return false;
}

bool corrected_between(const Heard& heard, const Hit& one, const Hit& other) {
  return std::any_of(heard.hits().begin(), heard.hits().end(), [&](const Hit& hit) {
    return hit.meaning->means == Means::correction && hit.first >= one.last &&
           hit.last <= other.first;
  });
}

// Which of the choices named is meant: a correction or, of "knee MRI", the second; of "MRI of the
// knee", the first; nothing where they are alternatives.
struct Meant {
  std::optional<Hit> hit;
  bool several = false;
  bool corrected = false;
};
Meant meant(const Listening& listening, const std::vector<Hit>& hits) {
  const Heard& heard = listening.heard;
  Meant result;
  for (const Hit& hit : hits) {
    if (!result.hit || result.hit->meaning->b == hit.meaning->b) {
      if (!result.hit || confidence_of(*result.hit) < confidence_of(hit)) result.hit = hit;
    } else if (corrected_between(heard, *result.hit, hit)) {
      result = {hit, false, true};
    } else if (are_alternatives(listening, *result.hit, hit)) {
      result.several = true;
    } else if (result.hit->last >= hit.first) {
      result.hit = hit;
    }
  }
  return result;
}

Slot slot_of(const Listening& listening, const Hit& hit) {
  return slot_at(listening, {hit.first, hit.last}, choice_of(listening, hit).id,
                 confidence_of(hit));
}

Slot several_of(const Listening& listening, const std::vector<Hit>& hits) {
  Ids ids;
  double confidence = 1.0;
  for (const Hit& hit : hits) {
    const std::string& id = choice_of(listening, hit).id;
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    confidence = std::min(confidence, confidence_of(hit));
  }
  return slot_at(listening, {hits.front().first, hits.back().last}, std::move(ids), confidence);
}

// A choice that says there is nothing to choose: "no documents", "none yet".
bool says_none(const Listening& listening, const FieldChoice& choice) {
  for (const auto& [language, wordings] : choice.synonyms.all()) {
    for (const Message& wording : wordings) {
      const Heard phrase(wording.pattern(), listening.heard.lexicon());
      if (phrase.any_at(0, Means::no) || phrase.any_at(0, Means::negation)) return true;
    }
  }
  return false;
}

// "All of them": every choice offered, but not the one that says there is none.
Ids all_offered(const Listening& listening) {
  Ids ids;
  if (!listening.expectation.pending) return ids;
  for (const OfferedChoice& offered : listening.expectation.pending->choices) {
    const FieldChoice* choice = listening.field.choice(offered.id);
    if (choice && !says_none(listening, *choice)) ids.push_back(choice->id);
  }
  return ids;
}

std::optional<Slot> by_places(const Listening& listening) {
  const auto places = places_in_list(listening.heard);
  if (places.empty() || !listening.expectation.pending) return std::nullopt;
  const auto& offered = listening.expectation.pending->choices;
  Ids ids;
  for (const std::size_t place : places) {
    if (place == 0 || place > offered.size()) return std::nullopt;
    const FieldChoice* choice = listening.field.choice(offered[place - 1].id);
    if (!choice) return std::nullopt;
    if (std::find(ids.begin(), ids.end(), choice->id) == ids.end()) ids.push_back(choice->id);
  }
  return slot_at(listening, {0, listening.heard.size()}, std::move(ids), 1.0);
}

}  // namespace

Answer answer_choice(const Listening& listening) {
  const auto hits = named(listening);
  const Meant choice = meant(listening, hits);
  if (choice.several) return Answer::no("several_choices");
  if (choice.hit) {
    Slot slot = slot_of(listening, *choice.hit);
    slot.correction = choice.corrected;
    return Answer::yes(std::move(slot));
  }
  auto slot = by_places(listening);
  if (!slot) return Answer::no("not_a_choice");
  auto ids = std::get<Ids>(slot->value);
  if (ids.size() > 1) return Answer::no("several_choices");
  slot->value = ids.front();
  return Answer::yes(*std::move(slot));
}

Answer answer_choices(const Listening& listening) {
  if (const auto hits = named(listening); !hits.empty())
    return Answer::yes(several_of(listening, hits));
  if (auto slot = by_places(listening)) return Answer::yes(*std::move(slot));
  for (std::size_t i = 0; i < listening.heard.size(); ++i) {
    const Hit* all = listening.heard.at(i, Means::all_of_them);
    if (!all || !listening.heard.only_filler_beside({all->first, all->last})) continue;
    if (Ids ids = all_offered(listening); !ids.empty()) {
      return Answer::yes(slot_at(listening, {all->first, all->last}, std::move(ids), 1.0));
    }
  }
  return Answer::no("not_a_choice");
}

std::vector<Slot> find_choice(const Listening& listening) {
  const Meant choice = meant(listening, named(listening));
  if (!choice.hit) return {};
  Slot slot = slot_of(listening, *choice.hit);
  slot.correction = choice.corrected;
  return {std::move(slot)};
}

std::vector<Slot> find_choices(const Listening& listening) {
  const auto hits = named(listening);
  if (hits.empty()) return {};
  return {several_of(listening, hits)};
}

}  // namespace anteroom::understanding
