#include "flows/item_kinds.h"

#include <algorithm>
#include <array>

#include "flows/default_value.h"
#include "flows/mistakes.h"
#include "flows/next_step.h"

namespace anteroom::flows {
namespace {

// --- ask ---

void read_then(const ItemSource& source, Item& item) {
  const Node& then = source.yaml["then"];
  if (then.is_scalar() && then.text() == "offer_person") item.then = GiveUp::offer_person;
  if (!then["default"]) return;
  item.then = GiveUp::use_default;
  Result<Value> value = read_default(then["default"], source.known.dictionary[item.field]);
  if (value) {
    item.default_value = std::move(*value);
  } else {
    source.found.error(then["default"].place(), "impossible_default", value.error().what);
  }
}

void read_choices(const ItemSource& source, Item& item) {
  const Node& choices = source.yaml["choices"];
  if (choices.text() != "nearest") return;
  item.choices = ChoiceOrder::nearest;
  const Field& field = source.known.dictionary[item.field];
  if (field.values_from == "locations") return;
  source.found.error(choices.place(), "nearest_without_locations",
                     "'nearest' sorts locations, but field '" + field.id +
                         "' has other values; leave it out, or give the field 'values: locations'");
}

bool read_ask(const ItemSource& source, Item& item) {
  const auto field = source.known.dictionary.find(item.subject);
  if (!field) {
    report_unknown("field", source.subject, source.known.dictionary.ids(), source.found);
    return false;
  }
  item.field = *field;
  item.subject = source.known.dictionary[*field].id;
  item.retries = source.yaml["retries"].integer(item.retries);
  read_then(source, item);
  read_choices(source, item);
  return true;
}

void refuse_tier(const ItemSource& source, const Item& item) {
  const std::vector<std::string> derived = item.when.derived();
  if (std::find(derived.begin(), derived.end(), "tier") == derived.end()) return;
  source.found.error(item.when.place(), "tier_gates_ask",
                     "'tier' may not decide what is asked (the answers make the tier); it may gate "
                     "'hand_off' and 'say'");
}

void check_ask(const ItemSource& source, const Flow&, const Item& item) {
  refuse_tier(source, item);
  const Field& field = source.known.dictionary[item.field];
  if (!field.question.empty() || !item.question.empty()) return;
  source.found.error(
      item.place, "no_question",
      "field '" + field.id + "' has no question; give it one in fields.yaml, or here");
}

bool is_asked(const Item& item, const Case& a_case, const FactView& counting) {
  const Episode& episode = a_case.episode;
  return counting.fact(item.field) || episode.skipped.contains(item.id) ||
         episode.given_up.contains(item.id);
}

// --- say ---

bool read_say(const ItemSource& source, Item& item) {
  const auto& texts = source.known.profile.texts;
  if (texts.contains(item.subject)) return true;
  std::vector<std::string_view> ids;
  for (const auto& [id, text] : texts) ids.push_back(id);
  report_unknown("text", source.subject, ids, source.found);
  return true;
}

bool is_said(const Item& item, const Case& a_case, const FactView&) {
  return a_case.episode.said.contains(item.id);
}

// --- consent ---

bool read_consent(const ItemSource& source, Item& item) {
  if (source.known.profile.consent(item.subject)) return true;
  std::vector<std::string_view> ids;
  for (const ConsentTerms& terms : source.known.profile.consents) ids.push_back(terms.id);
  report_unknown("consent", source.subject, ids, source.found);
  return true;
}

void check_consent(const ItemSource& source, const Flow&, const Item& item) {
  refuse_tier(source, item);
}

bool is_decided(const Item& item, const Case& a_case, const FactView&) {
  return newest(a_case.consents, item.subject) != nullptr;
}

// --- hand_off ---

bool read_hand_off(const ItemSource& source, Item& item) {
  const std::vector<std::string>& queues = source.known.queues;
  const bool known = std::find(queues.begin(), queues.end(), item.subject) != queues.end();
  if (!known && !queues.empty())
    report_unknown("queue", source.subject, views(queues), source.found);
  const Node& needs = source.yaml["needs"];
  for (const Node& need : needs.is_list() ? needs.items() : std::vector<Node>{needs}) {
    if (!need.is_scalar()) continue;
    const auto field = source.known.dictionary.find(need.text());
    if (field) item.needs.push_back(*field);
    if (!field) report_unknown("field", need, source.known.dictionary.ids(), source.found);
  }
  return true;
}

void check_hand_off(const ItemSource& source, const Flow& flow, const Item& item) {
  for (FieldIndex need : item.needs) {
    if (first_ask(flow, need)) continue;
    const std::string& id = source.known.dictionary[need].id;
    source.found.error(source.yaml["needs"].place(), "need_never_asked",
                       "this flow never asks '" + id +
                           "', so the handoff could wait for ever; add '- ask: " + id +
                           "', or leave it out of 'needs'");
  }
}

// What it needs is not looked at: it stays the next item until the handoff is there, and the turn
// latches it meanwhile.
bool is_handed_off(const Item&, const Case& a_case, const FactView&) {
  return a_case.episode.handoff.has_value();
}

// --- answer_open_question ---

bool read_nothing_more(const ItemSource&, Item& item) {
  item.subject.clear();
  return true;
}

bool is_answered(const Item&, const Case& a_case, const FactView&) {
  return a_case.episode.open_questions.empty();
}

void check_nothing_more(const ItemSource&, const Flow&, const Item&) {}

// --- the table ---

constexpr std::string_view kAskKeys[] = {"retries", "then", "choices", "question"};
constexpr std::string_view kHandOffKeys[] = {"needs"};

constexpr std::array<ItemKindRow, 5> kItemKinds{{
    {ItemKind::ask, "ask", "Asks a field of fields.yaml.", kAskKeys, read_ask, check_ask, is_asked},
    {ItemKind::say,
     "say",
     "Says a text of practice.yaml, once in an episode.",
     {},
     read_say,
     check_nothing_more,
     is_said},
    {ItemKind::consent,
     "consent",
     "Asks for a consent of practice.yaml.",
     {},
     read_consent,
     check_consent,
     is_decided},
    {ItemKind::hand_off, "hand_off", "Hands off to a queue of routing.yaml.", kHandOffKeys,
     read_hand_off, check_hand_off, is_handed_off},
    {ItemKind::answer_open_question,
     "answer_open_question",
     "Answers, or keeps for the handoff, what was asked on the way.",
     {},
     read_nothing_more,
     check_nothing_more,
     is_answered},
}};

}  // namespace

std::span<const ItemKindRow> item_kinds() { return kItemKinds; }

const ItemKindRow& row_of(ItemKind kind) { return kItemKinds[static_cast<std::size_t>(kind)]; }

std::string_view to_text(ItemKind kind) { return row_of(kind).name; }

bool is_done(const Item& item, const Case& a_case, const FactView& counting) {
  return row_of(item.kind).is_done(item, a_case, counting);
}

const Item* first_ask(const Flow& flow, FieldIndex field) {
  const auto first = std::find_if(flow.items.begin(), flow.items.end(), [&](const Item& item) {
    return item.kind == ItemKind::ask && item.field == field;
  });
  return first == flow.items.end() ? nullptr : &*first;
}

bool reads_too_early(const Flow& flow, const Item& item, FieldIndex field) {
  const Item* asked = first_ask(flow, field);
  return asked && asked >= &item;
}

std::vector<std::string> item_kind_names() {
  std::vector<std::string> names;
  for (const ItemKindRow& row : kItemKinds) names.emplace_back(row.name);
  return names;
}

}  // namespace anteroom::flows
