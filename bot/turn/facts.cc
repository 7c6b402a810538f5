// How facts are taken, kept, changed and doubted. Every change is remembered for "back".
#include <algorithm>

#include "base/text.h"
#include "bot/turn/draft.h"

namespace anteroom::turn {
namespace {

std::optional<Fact> copy_of(const Case& a_case, std::string_view field) {
  const Fact* fact = a_case.fact(field);
  return fact ? std::optional<Fact>(*fact) : std::nullopt;
}

void remember(Draft& draft, std::string_view field) {
  const auto& changes = draft.undo.facts;
  const bool known = std::any_of(changes.begin(), changes.end(),
                                 [&](const FactChange& change) { return change.field == field; });
  if (!known) draft.undo.facts.push_back({std::string(field), copy_of(draft.now, field)});
}

std::string words_of_slot(const Draft& draft, const Slot& slot) {
  const auto* text = std::get_if<Text>(&draft.inbound.body);
  if (!text || slot.end > text->text.size() || slot.begin >= slot.end) return {};
  return to_valid_utf8(std::string_view(text->text).substr(slot.begin, slot.end - slot.begin));
}

Fact fact_of(const Draft& draft, const Slot& slot, Source source) {
  Fact fact;
  fact.field = slot.field;
  fact.value = slot.value;
  fact.source = source;
  fact.confidence = slot.confidence;
  fact.at = draft.at();
  fact.inbound = draft.inbound.id;
  fact.words = words_of_slot(draft, slot);
  return fact;
}

// Two values of one field, and neither is an answer nor a correction: the visitor says which holds.
void ask_which_holds(Draft& draft, const Field& field, const Fact& known, Fact proposed) {
  if (draft.now.pending && draft.now.pending->proposed) return;  // one such question at a time
  const std::string a = spoken(field, known.value, draft.language());
  const std::string b = spoken(field, proposed.value, draft.language());
  ask_own(draft, kWhichHolds, field.id, {{"a", a}, {"b", b}}, {{"known", a}, {"proposed", b}});
  draft.now.pending->proposed = std::move(proposed);
  draft.closed = true;
}

void keep_conflict(Draft& draft, const Fact& rejected) {
  draft.now.episode.attempts.push_back({rejected.field, rejected.words});
}

// The same again is no change: it is only known better, and newer.
void refresh_fact(Draft& draft, Fact fact) {
  const auto known = std::find_if(draft.now.facts.begin(), draft.now.facts.end(),
                                  [&](const Fact& one) { return one.field == fact.field; });
  *known = std::move(fact);
}

// Nothing is asked while an agent has the case, or an emergency pauses it.
bool may_ask(const Draft& draft) {
  return !draft.owned() && !draft.now.episode.paused &&
         (!draft.reading.red_flag || draft.reading.red_flag_soft);
}

void change_fact(Draft& draft, FieldIndex index, const Slot& slot, Fact fact) {
  const Field& field = draft.practice.dictionary[index];
  if (slot.correction || !slot.answers_pending) {
    state(draft,
          phrase(draft, "corrected", {{"value", spoken(field, fact.value, draft.language())}}));
  }
  set_fact(draft, std::move(fact));
}

void take_slot(Draft& draft, const Slot& slot, Source source, double surest) {
  const auto index = draft.practice.dictionary.find(slot.field);
  if (!index) return;
  const Field& field = draft.practice.dictionary[*index];
  Fact fact = fact_of(draft, slot, source);
  fact.confidence = std::min(fact.confidence, surest);
  const Fact* known = draft.now.fact(slot.field);
  if (known && !known->doubtful() && known->value == fact.value) {
    if (source >= known->source) refresh_fact(draft, std::move(fact));
  } else if (!known || known->doubtful()) {
    if (!slot.answers_pending || fact.confidence < 0.9) draft.noted.push_back(*index);
    set_fact(draft, std::move(fact));
  } else if (source < known->source) {
    keep_conflict(draft, fact);
  } else if (slot.answers_pending || slot.correction || known->source == Source::inferred) {
    change_fact(draft, *index, slot, std::move(fact));
  } else if (!may_ask(draft)) {
    keep_conflict(draft, fact);
  } else {
    ask_which_holds(draft, field, *known, std::move(fact));
  }
}

}  // namespace

void set_fact(Draft& draft, Fact fact) {
  remember(draft, fact.field);
  std::erase_if(draft.now.facts, [&](const Fact& known) { return known.field == fact.field; });
  draft.now.facts.push_back(std::move(fact));
}

void forget_fact(Draft& draft, std::string_view field) {
  remember(draft, field);
  std::erase_if(draft.now.facts, [&](const Fact& known) { return known.field == field; });
}

void take_slots(Draft& draft, Source source) {
  for (const Slot& slot : draft.reading.slots) {
    const SlotUse use = use_of(draft, slot);
    if (!use.take) continue;
    take_slot(draft, slot, use.confidence < 1 ? Source::inferred : source, use.confidence);
  }
}

// An office that is closed to new patients still sees those it has seen before.
bool can_be_seen_at(const Draft& draft, const Location& location, std::string_view service) {
  const Fact* status = draft.now.fact("patient_status");
  const bool known_here = status && status->value == Value(std::string("existing"));
  return known_here ? location.offers(service) : location.accepts(service);
}

namespace {

std::string_view doubt_about_choice(const Field& field, const Fact& fact) {
  if (field.kind == FieldKind::choice || field.kind == FieldKind::urgency) {
    const auto* id = std::get_if<std::string>(&fact.value);
    if (!id || !field.choice(*id)) return "value_gone";
  }
  if (field.kind == FieldKind::choices) {
    const auto* ids = std::get_if<Ids>(&fact.value);
    const bool all = ids && std::all_of(ids->begin(), ids->end(),
                                        [&](const std::string& id) { return field.choice(id); });
    if (!all) return "value_gone";
  }
  return {};
}

std::string_view doubt_about_place(const Draft& draft, const Field& field, const Fact& fact) {
  if (field.values_from != "locations") return {};
  const Fact* service = draft.now.fact("service");
  const auto* place = std::get_if<std::string>(&fact.value);
  const auto* wanted = service ? std::get_if<std::string>(&service->value) : nullptr;
  const Location* location = place ? draft.practice.profile.location(*place) : nullptr;
  if (!location || !wanted || !draft.practice.profile.service(*wanted)) return {};
  if (!location->offers(*wanted)) return "not_offered_there";
  return can_be_seen_at(draft, *location, *wanted) ? std::string_view() : "not_accepting_there";
}

std::string_view doubt_about(const Draft& draft, const Field& field, const Fact& fact) {
  const std::string_view doubt = doubt_about_choice(field, fact);
  return doubt.empty() ? doubt_about_place(draft, field, fact) : doubt;
}

void rename_value(const Field& field, std::string& id) {
  const FieldChoice* choice = field.choice(id);
  if (choice) id = choice->id;
}

// Known too long ago to be taken for granted in silence.
bool is_stale(const Draft& draft, const Field& field, const Fact& fact) {
  return field.fresh_for && draft.at() - fact.at > *field.fresh_for;
}

void say_doubt(Draft& draft, const Field& field, const Fact& fact) {
  const auto service = draft.practice.dictionary.find("service");
  const Fact* wanted = draft.now.fact("service");
  const std::string named = service && wanted ? spoken(draft.practice.dictionary[*service],
                                                       wanted->value, draft.language())
                                              : "";
  state(draft,
        phrase(draft, fact.doubt,
               {{"value", spoken(field, fact.value, draft.language())}, {"service", named}}));
}

}  // namespace

void rename_facts(Draft& draft) {
  for (Fact& fact : draft.now.facts) {
    const auto index = draft.practice.dictionary.find(fact.field);
    if (!index) continue;
    const Field& field = draft.practice.dictionary[*index];
    fact.field = field.id;
    if (field.choices.empty()) continue;
    if (auto* id = std::get_if<std::string>(&fact.value)) rename_value(field, *id);
    if (auto* ids = std::get_if<Ids>(&fact.value)) {
      for (std::string& id : *ids) rename_value(field, id);
    }
  }
}

void say_stale(Draft& draft) {
  std::vector<std::string> values;
  for (std::size_t i = 0; i < draft.flow->items.size(); ++i) {
    const flows::Item& item = draft.flow->items[i];
    if (item.kind != flows::ItemKind::ask || !draft.walk.on_path[i]) continue;
    const Field& field = draft.practice.dictionary[item.field];
    const Fact* fact = draft.walk.counting.fact(item.field);
    if (!fact || !is_stale(draft, field, *fact) ||
        !draft.now.episode.said.insert("@stale_" + field.id).second)
      continue;
    values.push_back(spoken(field, fact->value, draft.language()));
  }
  if (!values.empty())
    state(draft, phrase(draft, "confirm_stale", {{"value", and_list(draft, values)}}));
}

void revalidate(Draft& draft) {
  for (Fact& fact : draft.now.facts) {
    const auto index = draft.practice.dictionary.find(fact.field);
    if (!index) continue;  // the practice has dropped the field: nobody reads it
    const Field& field = draft.practice.dictionary[*index];
    const std::string_view doubt = doubt_about(draft, field, fact);
    if (fact.doubt == doubt) continue;
    fact.doubt = doubt;
    std::erase(draft.noted, *index);
    if (fact.doubtful()) say_doubt(draft, field, fact);
  }
}

}  // namespace anteroom::turn
