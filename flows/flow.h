// A flow as staff wrote it: a goal and a list of items, top to bottom. No loops, no jumps, no
// position: what comes next is derived from what is known (flows/next_step.h). Item ids are stable
// (the explicit `id`, or kind and subject), never an index.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "practice/condition.h"
#include "practice/dictionary.h"
#include "practice/profile.h"

namespace anteroom::flows {

enum class ItemKind : std::uint8_t { ask, say, consent, hand_off, answer_open_question };

std::string_view to_text(ItemKind kind);

enum class GiveUp : std::uint8_t {
  skip,
  offer_person,
  use_default
};  // what happens when retries run out

enum class ChoiceOrder : std::uint8_t {
  as_listed,
  nearest
};  // nearest: by ZIP, only those that offer the service and accept

struct Item {
  std::string id;
  ItemKind kind = ItemKind::ask;
  std::string subject;   // the field, text, consent or queue; empty for answer_open_question
  FieldIndex field = 0;  // ask
  Condition when;
  int retries = 2;  // re-prompts after the first asking
  GiveUp then = GiveUp::skip;
  std::optional<Value> default_value;  // then: {default: value}
  ChoiceOrder choices = ChoiceOrder::as_listed;
  std::vector<FieldIndex> needs;  // hand_off: must be known before it is taken
  LocalText question;             // ask: instead of the field's own question
  Place place;
};

struct Flow {
  std::string id;
  LocalText label;
  std::string goal;
  std::vector<std::string> start_on;     // topics
  std::optional<FieldIndex> message_is;  // the message that started it by its topic is this field
  Condition start_when;  // becomes the active flow once this is yes; `always()`: never by itself
  Duration expires_after = std::chrono::hours(24 * 14);
  std::vector<Item> items;
  std::vector<std::string> formerly;
  Place place;

  const Item* item(std::string_view item_id) const;
  bool starts_on(std::string_view topic) const;
};

struct Flows {
  std::vector<Flow> flows;                                // in the order of their files' names
  const Flow* find(std::string_view id) const;            // also by a former id
  const Flow* starting_on(std::string_view topic) const;  // the first; null: none
};

}  // namespace anteroom::flows
