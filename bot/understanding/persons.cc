#include "bot/understanding/persons.h"

#include <algorithm>

#include "bot/understanding/age.h"

namespace anteroom::understanding {
namespace {

constexpr std::size_t kFurthest = 5;  // words between "my" and the noun
constexpr double kGrownUp = 18;

// "My husband told me", "mi mamá me dice": they do something for the writer, or to them.
bool turns_to_writer(const Heard& heard, std::size_t last) {
  for (std::size_t i = last; i < last + 2 && i < heard.size(); ++i) {
    if (heard.clause_ends_after(i - 1)) return false;
    if (heard.word(i) == "me") return true;
  }
  return false;
}

// "My mother's car", "my parents plan", "at my mother's", "someone else's".
bool is_of_belongings(const Heard& heard, const Hit& person) {
  const std::string_view last = heard.word(person.last - 1);
  if (!last.ends_with('s')) return false;
  if (person.possessive && (heard.clause_ends_after(person.last - 1) || last.starts_with("else")))
    return true;
  return person.last < heard.size() && heard.any_at(person.last, Means::belongings);
}

// "Recommended by my mother", "my mother recommended you".
bool is_only_mentioned(const Heard& heard, const Hit& person, bool child) {
  if (heard.any_ending(person.first, Means::mentioned_as) || is_of_belongings(heard, person))
    return true;
  if (person.last >= heard.size() || heard.clause_ends_after(person.last - 1)) return false;
  return heard.any_at(person.last, Means::mentions) ||
         (!child && turns_to_writer(heard, person.last));
}

// "My daughter's boyfriend": somebody else, but who?
bool leads_to_another(const Heard& heard, const Hit& person) {
  const Hit* other = person.possessive ? heard.any_at(person.last, Means::choice) : nullptr;
  return other && other->meaning->a == person.meaning->a;
}

bool is_owned(const Heard& heard, const Hit& person) {
  const std::size_t from = person.first > kFurthest ? person.first - kFurthest : 0;
  const auto before = heard.all_beginning_in(from, person.first);
  return std::any_of(before.begin(), before.end(), [&](const Hit& owner) {
    return owner.possessive && owner.last == person.first &&
           owner.meaning->means == Means::choice && owner.meaning->a == person.meaning->a;
  });
}

// The words [first, last) only tell more of the person that follows: "4 year old", "little".
bool only_describe(const Heard& heard, std::size_t first, std::size_t last) {
  while (first < last) {
    if (!heard.same_clause(first, first + 1)) return false;
    if (const auto age = age_at(heard, first); age && age->words.last <= last)
      first = age->words.last;
    else if (const Hit* word = heard.any_at(first, Means::describes); word && word->last <= last)
      first = word->last;
    else
      return false;
  }
  return true;
}

bool begins_sentence(const Heard& heard, std::size_t i) {
  if (i == 0 || heard.gap_before(i).find_first_of(".!?\n") != std::string_view::npos) return true;
  for (std::size_t before = 0; before < i; ++before) {
    if (!heard.fills(before)) return false;
  }
  return true;
}

// "Kid rock", "baby shower", "10 year old car": with the next word it is something else.
bool stands_alone(const Heard& heard, std::size_t last) {
  if (last >= heard.size() || heard.clause_ends_after(last - 1)) return true;
  for (const Means means : {Means::function_word, Means::joiner, Means::does, Means::negation,
                            Means::filler, Means::sex, Means::number, Means::choice}) {
    if (heard.any_at(last, means)) return true;
  }
  return heard.word(last).front() >= '0' && heard.word(last).front() <= '9';
}

// "Son" is a child in English, and "are" in Spanish: the verb is of the same language, and "son 10"
// is no child of ten.
bool does_something(const Heard& heard, std::size_t i, std::uint8_t language) {
  const auto here = heard.all_beginning_in(i, i + 1);
  return std::any_of(here.begin(), here.end(), [&](const Hit& hit) {
    return hit.meaning->means == Means::does && hit.meaning->language == language;
  });
}

// What is said of somebody: "has a rash", ", 4, ...", "de 6 meses".
bool says_more(const Heard& heard, const Hit& person) {
  if (person.last >= heard.size()) return false;
  if (does_something(heard, person.last, person.meaning->language)) return true;
  if (heard.word(person.first) == "son") return false;
  return heard.any_at(person.last, Means::sex) || age_at(heard, person.last);
}

// "La bebé de mi hermana" is not one's own.
bool is_somebody_elses(const Heard& heard, std::size_t last) {
  return last + 1 < heard.size() && (heard.word(last) == "de" || heard.word(last) == "of") &&
         heard.any_at(last + 1, Means::own);
}

// "Sickle cell, kid with a fever": a child, but no unborn one, also begins a clause.
bool begins_clause(const Heard& heard, std::size_t i, const Hit& noun) {
  const auto& child = heard.lexicon().child;
  return i > 0 && child && noun.meaning->b == child->b && heard.clause_ends_after(i - 1) &&
         !heard.any_ending(noun.last, Means::unborn);
}

bool stands_for_somebody(const Heard& heard, const Hit& noun) {
  const bool alone = noun.possessive || stands_alone(heard, noun.last);
  if (!alone || is_somebody_elses(heard, noun.last)) return false;
  const Hit* little_one = heard.any_ending(noun.last, Means::little_one);
  if (little_one && little_one->first < noun.first) return true;
  const bool told = noun.possessive || says_more(heard, noun);
  const std::size_t furthest = noun.first > kFurthest ? noun.first - kFurthest : 0;
  for (std::size_t start = noun.first + 1; start-- > furthest;) {
    if (start < noun.first && !only_describe(heard, start, noun.first)) continue;
    if (heard.any_ending(start, Means::own) || heard.any_ending(start, Means::on_behalf_of))
      return true;
    if (told && (begins_sentence(heard, start) || begins_clause(heard, start, noun))) return true;
  }
  return false;
}

// "4 yr old fell", "1 year old, 105".
bool is_told_of(const Heard& heard, std::size_t last) {
  return last < heard.size() &&
         (heard.any_at(last, Means::does) || heard.clause_ends_after(last - 1));
}

}  // namespace

bool is_for_whom(const Field& field) { return field.id == "for_whom"; }

bool are_together(const Heard& heard, const Hit& one, const Hit& other) {
  bool joined = false;
  for (std::size_t i = one.last; i < other.first; ++i) {
    const bool joins = heard.any_at(i, Means::joiner);
    if (!joins && !heard.fills(i) && !heard.any_at(i, Means::own)) return false;
    joined = joined || joins || heard.clause_ends_after(i - 1);
  }
  return joined || heard.clause_ends_after(one.last - 1);
}

bool is_meant(const Listening& listening, const Hit& person) {
  const Heard& heard = listening.heard;
  const std::string& id = listening.field.choices[person.meaning->b].id;
  if (id == "self") return true;
  const bool in_care = id == "child" || id == "patient";
  if (is_only_mentioned(heard, person, in_care) ||
      (id != "other" && leads_to_another(heard, person)))
    return false;
  if (heard.any_ending(person.last, Means::unborn) && heard.says(Means::expecting)) return false;
  if (person.meaning->how != How::noun) return true;
  return !person.slip && !is_owned(heard, person) && stands_for_somebody(heard, person);
}

std::optional<Hit> child_by_age(const Heard& heard) {
  if (!heard.lexicon().child) return std::nullopt;
  for (std::size_t i = 0; i < heard.size(); ++i) {
    const auto age = age_at(heard, i);
    if (!age || !age->says_age || in_years(age->age) >= kGrownUp) continue;
    const std::size_t last = age->words.last;
    if (!stands_alone(heard, last) || heard.negated(i)) continue;
    for (std::size_t start = i; start + 2 > i; --start) {
      const bool own = heard.any_ending(start, Means::own) ||
                       heard.any_ending(start, Means::on_behalf_of) ||
                       (begins_sentence(heard, start) && is_told_of(heard, last));
      if (own && only_describe(heard, start, i)) return Hit{i, last, &*heard.lexicon().child};
      if (start == 0) break;
    }
  }
  return std::nullopt;
}

}  // namespace anteroom::understanding
