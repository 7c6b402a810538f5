#include <algorithm>
#include <set>

#include "flows/item_kinds.h"
#include "flows/lint_rules.h"

namespace anteroom::flows {
namespace {

constexpr std::size_t kLongestQuestion = 320;  // characters: two SMS segments, or one screen
constexpr std::size_t kLongestLabel = 60;      // of a button

bool asked_anywhere(const Flows& flows, FieldIndex field) {
  return std::any_of(flows.flows.begin(), flows.flows.end(),
                     [&](const Flow& flow) { return first_ask(flow, field) != nullptr; });
}

// Calls for every item that asks.
template <class Look>
void for_each_ask(const Linting& linting, Look look) {
  for (const Flow& flow : linting.flows.flows) {
    for (const Item& item : flow.items) {
      if (item.kind == ItemKind::ask) look(item, linting.known.dictionary[item.field]);
    }
  }
}

// --- field_never_used ---

void add_all(const std::vector<FieldIndex>& fields, std::set<FieldIndex>& used) {
  used.insert(fields.begin(), fields.end());
}

std::set<FieldIndex> used_fields(const Linting& linting) {
  std::set<FieldIndex> used;
  add_all(linting.known.used_elsewhere, used);
  for (const Flow& flow : linting.flows.flows) {
    add_all(flow.start_when.fields(), used);
    for (const Item& item : flow.items) {
      add_all(item.when.fields(), used);
      add_all(item.needs, used);
    }
  }
  return used;
}

// What people read in the summary, or other systems get, is of use in itself; a choice is asked so
// that something follows from it.
bool should_decide_something(const Field& field) {
  const bool decides = field.kind == FieldKind::choice || field.kind == FieldKind::choices ||
                       field.kind == FieldKind::yes_no || field.kind == FieldKind::number;
  return decides && field.values_from.empty() && field.fhir.empty() && field.crm.empty();
}

// --- text_too_long ---

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

void look_at_length(const Linting& linting, const LocalText& text, std::size_t most,
                    const Place& place, const std::string& subject) {
  for (const auto& [language, wordings] : text.all()) {
    for (const Message& message : wordings) {
      const std::size_t length = characters(message.pattern());
      if (length <= most) continue;
      linting.warn(place, subject + " has " + std::to_string(length) + " characters in '" +
                              language + "'; people stop reading after " + std::to_string(most));
    }
  }
}

}  // namespace

void find_fields_never_asked(const Linting& linting) {
  const Dictionary& dictionary = linting.known.dictionary;
  for (std::size_t i = 0; i < dictionary.size(); ++i) {
    const auto index = static_cast<FieldIndex>(i);
    const Field& field = dictionary[index];
    if (field.question.empty() || asked_anywhere(linting.flows, index)) continue;
    linting.warn(field.place, "field '" + field.id +
                                  "' has a question, but no flow asks it; ask it, or take its "
                                  "question away if it is only volunteered");
  }
}

void find_fields_never_used(const Linting& linting) {
  const std::set<FieldIndex> used = used_fields(linting);
  for_each_ask(linting, [&](const Item& item, const Field& field) {
    if (used.contains(item.field) || !should_decide_something(field)) return;
    linting.warn(
        item.place,
        "'" + field.id +
            "' is asked, but no condition, rule or handoff reads the answer; ask one thing less");
  });
}

void find_retries_without_way_out(const Linting& linting) {
  for_each_ask(linting, [&](const Item& item, const Field& field) {
    if (field.skippable || item.retries == 0 || item.then != GiveUp::skip) return;
    linting.warn(item.place, "'" + field.id +
                                 "' may not be skipped, and yet it is skipped when its retries run "
                                 "out; say 'then: offer_person' or give a default");
  });
}

void find_texts_too_long(const Linting& linting) {
  for_each_ask(linting, [&](const Item& item, const Field& field) {
    const LocalText& question = item.question.empty() ? field.question : item.question;
    look_at_length(linting, question, kLongestQuestion, question.place(),
                   "the question for '" + field.id + "'");
    for (const FieldChoice& choice : field.choices) {
      look_at_length(linting, choice.label, kLongestLabel, choice.place,
                     "the label of '" + choice.id + "'");
    }
  });
}

void find_says_never_shown(const Linting& linting) {
  for (const auto& [id, text] : linting.known.profile.texts) {
    const auto says = [&id = id](const Item& item) {
      return item.kind == ItemKind::say && item.subject == id;
    };
    const bool said = std::any_of(
        linting.flows.flows.begin(), linting.flows.flows.end(),
        [&](const Flow& flow) { return std::any_of(flow.items.begin(), flow.items.end(), says); });
    if (!said)
      linting.warn(text.place(),
                   "no flow says the text '" + id + "'; add '- say: " + id + "', or take it away");
  }
}

}  // namespace anteroom::flows
