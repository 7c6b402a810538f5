#include <algorithm>
#include <optional>

#include "flows/answers.h"
#include "flows/item_kinds.h"
#include "flows/lint_rules.h"
#include "flows/next_step.h"
#include "practice/wording.h"

namespace anteroom::flows {
namespace {

using Unanswered = Answers::Unanswered;

const Case kNobody;  // nothing said, skipped, latched or handed off

bool on_path(const Flow& flow, const Item& item, const FactView& answers) {
  const Walk walk = next_step(flow, kNobody, answers);
  return walk.on_path[static_cast<std::size_t>(&item - flow.items.data())] != 0;
}

bool reads_too_early(const Flow& flow, const Item& item) {
  const std::vector<FieldIndex> fields = item.when.fields();
  return std::any_of(fields.begin(), fields.end(),
                     [&](FieldIndex field) { return flows::reads_too_early(flow, item, field); });
}

// Never, whatever is answered; false also where that cannot be told, or is an error already.
bool unreachable(const Flow& flow, const Item& item, const Known& known) {
  if (item.when.always() || reads_too_early(flow, item)) return false;
  const auto answers = Answers::deciding({&item.when}, flow, known, Unanswered::included);
  return answers && !answers->any([&](const FactView& view) { return on_path(flow, item, view); });
}

// --- handoff_nobody_could_take ---

bool is_asked(const Flow& flow, FieldIndex field, const FactView& answers) {
  return std::any_of(flow.items.begin(), flow.items.end(), [&](const Item& item) {
    return item.kind == ItemKind::ask && item.field == field && on_path(flow, item, answers);
  });
}

// The conditions of the handoff and of all that asks the field, as one to list answers by.
std::optional<Answers> deciding_need(const Flow& flow, const Item& hand_off, FieldIndex need,
                                     const Known& known) {
  std::vector<const Condition*> conditions{&hand_off.when};
  for (const Item& item : flow.items) {
    if (item.kind == ItemKind::ask && item.field == need) conditions.push_back(&item.when);
  }
  return Answers::deciding(conditions, flow, known, Unanswered::left_out);
}

// Everything is answered, the handoff is on the path, and yet what it needs is not asked.
bool can_lack(const Flow& flow, const Item& hand_off, FieldIndex need, const Known& known) {
  if (!first_ask(flow, need)) return false;  // an error already
  const auto answers = deciding_need(flow, hand_off, need, known);
  return answers && answers->any([&](const FactView& view) {
    return on_path(flow, hand_off, view) && !is_asked(flow, need, view);
  });
}

// --- uncovered_unknown ---

bool can_stay_unknown(const Flow& flow, FieldIndex index, const Field& field) {
  if (field.skippable || !first_ask(flow, index)) return true;
  return std::any_of(flow.items.begin(), flow.items.end(), [&](const Item& item) {
    return item.kind == ItemKind::ask && item.field == index && item.then == GiveUp::skip;
  });
}

// The items that depend on this field and on nothing else.
std::vector<const Item*> items_split_by(const Flow& flow, FieldIndex field) {
  std::vector<const Item*> items;
  for (const Item& item : flow.items) {
    const bool alone = item.when.derived().empty() && item.when.fields() == std::vector{field};
    if (alone) items.push_back(&item);
  }
  return items;
}

bool shows(const Item& item, const FactView& view) {
  return item.when.evaluate(view) == Truth::yes;
}

bool any_shows(const std::vector<const Item*>& items, const FactView& view) {
  return std::any_of(items.begin(), items.end(),
                     [&](const Item* item) { return shows(*item, view); });
}

// Each value has its item, no item has all of them, and not knowing has none.
bool leaves_unknown_out(const std::vector<const Item*>& items, const Answers& known_values,
                        const FactView& nothing_known) {
  if (items.size() < 2 || any_shows(items, nothing_known)) return false;
  if (known_values.any([&](const FactView& view) { return !any_shows(items, view); })) return false;
  return std::all_of(items.begin(), items.end(), [&](const Item* item) {
    return known_values.any([&](const FactView& view) { return !shows(*item, view); });
  });
}

void look_at_split(const Linting& linting, const Flow& flow, FieldIndex index) {
  const Field& field = linting.known.dictionary[index];
  const std::vector<const Item*> items = items_split_by(flow, index);
  if (items.size() < 2 || !can_stay_unknown(flow, index, field)) return;
  const auto values =
      Answers::deciding({&items.front()->when}, flow, linting.known, Unanswered::left_out);
  FactView nothing_known;
  nothing_known.facts.assign(linting.known.dictionary.size(), nullptr);
  if (!values || !leaves_unknown_out(items, *values, nothing_known)) return;
  std::vector<std::string_view> ids;
  for (const Item* item : items) ids.push_back(item->id);
  linting.warn(items.front()->when.place(),
               listed(ids) + " cover every value of '" + field.id +
                   "', but nobody who skips it sees any of them; add 'unknown: " + field.id +
                   "' to one (any: [..., {unknown: " + field.id + "}])");
}

// --- outreach_before_consent ---

// An unknown consent is an error already.
bool asks_for_texting(const Item& item, const Known& known) {
  if (item.kind != ItemKind::consent) return false;
  const ConsentTerms* terms = known.profile.consent(item.subject);
  return !terms || terms->channel == Channel::sms;
}

bool needs_phone(const Item& item, const Known& known) {
  return std::any_of(item.needs.begin(), item.needs.end(), [&](FieldIndex need) {
    return known.dictionary[need].kind == FieldKind::phone;
  });
}

}  // namespace

void find_unreachable_items(const Linting& linting) {
  for (const Flow& flow : linting.flows.flows) {
    for (const Item& item : flow.items) {
      if (!unreachable(flow, item, linting.known)) continue;
      linting.warn(item.when.place(),
                   "'" + item.id + "' is never on the path: no answers make its condition hold");
    }
  }
}

void find_dead_ends(const Linting& linting) {
  for (const Flow& flow : linting.flows.flows) {
    const bool has_end = std::any_of(flow.items.begin(), flow.items.end(), [&](const Item& item) {
      return item.kind == ItemKind::hand_off && !unreachable(flow, item, linting.known);
    });
    if (has_end) continue;
    linting.warn(flow.place, "flow '" + flow.id +
                                 "' ends with nobody: no item that could be reached hands off; end "
                                 "it with a 'hand_off'");
  }
}

void find_handoffs_nobody_could_take(const Linting& linting) {
  for (const Flow& flow : linting.flows.flows) {
    for (const Item& item : flow.items) {
      for (FieldIndex need : item.needs) {
        if (!can_lack(flow, item, need, linting.known)) continue;
        const std::string& id = linting.known.dictionary[need].id;
        linting.warn(item.place, "'" + item.id + "' needs '" + id +
                                     "', which is not asked of everybody who gets here; widen the "
                                     "'when' of its question, or narrow this one's");
      }
    }
  }
}

void find_uncovered_unknowns(const Linting& linting) {
  for (const Flow& flow : linting.flows.flows) {
    for (std::size_t i = 0; i < linting.known.dictionary.size(); ++i) {
      look_at_split(linting, flow, static_cast<FieldIndex>(i));
    }
  }
}

void find_outreach_before_consent(const Linting& linting) {
  for (const Flow& flow : linting.flows.flows) {
    bool asked = false;
    for (const Item& item : flow.items) {
      asked = asked || asks_for_texting(item, linting.known);
      if (asked || item.kind != ItemKind::hand_off || !needs_phone(item, linting.known)) continue;
      linting.warn(item.place, "'" + item.id +
                                   "' takes a phone number to people, but nothing before it asks "
                                   "whether they may text; put a 'consent' for sms above it");
    }
  }
}

}  // namespace anteroom::flows
