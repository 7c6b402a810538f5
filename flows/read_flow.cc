#include "flows/read_flow.h"

#include <algorithm>
#include <optional>

#include "flows/item_kinds.h"
#include "flows/mistakes.h"
#include "practice/understanding.h"
#include "practice/wording.h"

namespace anteroom::flows {
namespace {

constexpr double kMostRetries = 10;

// --- shape ---

std::vector<Member> item_members() {
  std::vector<Member> members;
  for (const ItemKindRow& row : item_kinds()) {
    const bool alone = row.kind == ItemKind::answer_open_question;
    members.push_back({std::string(row.name), alone ? boolean_shape() : id_shape(), false,
                       std::string(row.about)});
  }
  const ShapePtr give_up =
      either_shape({one_of_shape({"skip", "offer_person"}),
                    object_shape({{"default", any_shape(), true, "The value to go on with."}})});
  members.push_back({"id", id_shape(), false,
                     "Stays the same when the file changes; else the kind and its subject."});
  members.push_back(
      {"when", condition_shape(), false, "Off the path unless this holds; unknown is not yes."});
  members.push_back(
      {"retries", integer_shape(0, kMostRetries), false, "Re-prompts after the first asking."});
  members.push_back({"then", give_up, false, "What happens when the retries run out."});
  members.push_back({"choices", one_of_shape({"as_listed", "nearest"}), false,
                     "'nearest': locations that offer the service and accept, by ZIP."});
  members.push_back({"question", local_text_shape("Instead of the field's own question."), false,
                     "Instead of the field's own question."});
  members.push_back({"needs", one_or_list_shape(id_shape()), false,
                     "Fields that must be known before the handoff."});
  return members;
}

ShapePtr item_shape() {
  return either_shape({one_of_shape({std::string(to_text(ItemKind::answer_open_question))}),
                       object_shape(item_members(), "One item of the flow.")});
}

// --- one item ---

struct FlowReader {
  const Known& known;
  LocalTextReader& texts;
  Diagnostics& found;
  Flow flow;
  std::vector<const Node*> nodes;  // of flow.items, for the checks after reading
};

const Node& subject_of(const Node& node, const ItemKindRow& row) {
  return node.is_map() ? node[row.name] : node;
}

bool misspelt(const Node& item) {
  static const std::vector<Member> members = item_members();
  return std::any_of(item.entries().begin(), item.entries().end(), [&](const Node::Entry& entry) {
    return std::none_of(members.begin(), members.end(),
                        [&](const Member& member) { return member.name == entry.first.text(); });
  });
}

// Null where there is none, or more than one.
const ItemKindRow* kind_of(const Node& node, Diagnostics& found) {
  std::vector<const ItemKindRow*> rows;
  for (const ItemKindRow& row : item_kinds()) {
    if (node.is_map() ? bool(node[row.name]) : node.text() == row.name) rows.push_back(&row);
  }
  if (rows.size() == 1) return rows.front();
  if (rows.size() > 1) {
    found.error(node.place(), "item_of_two_kinds",
                "an item is one thing, but this has '" + std::string(rows[0]->name) + "' and '" +
                    std::string(rows[1]->name) + "'; make it two items");
  } else if (node.is_map() && !misspelt(node)) {  // a slip is reported with the shape
    std::vector<std::string_view> names;
    for (const ItemKindRow& row : item_kinds()) names.push_back(row.name);
    found.error(node.place(), "item_without_kind", "an item needs one of " + listed(names));
  }
  return nullptr;
}

void check_keys(const Node& node, const ItemKindRow& row, Diagnostics& found) {
  for (const ItemKindRow& other : item_kinds()) {
    for (std::string_view key : other.keys) {
      if (&other == &row || !node[key]) continue;
      const std::string name(key);
      found.error(node[key].place(), "wrong_key",
                  "'" + name + "' belongs to '" + std::string(other.name) + "', not to '" +
                      std::string(row.name) + "'");
    }
  }
}

Condition read_when(FlowReader& reader, const Node& node) {
  if (!node) return {};
  const Known& known = reader.known;
  Condition when = read_condition(node, known.dictionary, known.profile, reader.found);
  for (const std::string& tier : when.named("tier")) {
    const std::vector<std::string>& tiers = known.tiers;
    if (tiers.empty() || std::find(tiers.begin(), tiers.end(), tier) != tiers.end()) continue;
    reader.found.error(when.place(), "unknown_tier", unknown_word("tier", tier, views(tiers)));
  }
  return when;
}

std::string id_of(const Node& node, const Item& item) {
  if (node["id"].is_scalar()) return node["id"].text();
  const std::string kind(to_text(item.kind));
  return item.subject.empty() ? kind : kind + "_" + item.subject;
}

std::optional<Item> read_item(FlowReader& reader, const Node& node) {
  const ItemKindRow* row = kind_of(node, reader.found);
  if (!row) return {};
  const Node& subject = subject_of(node, *row);
  if (!subject.is_scalar()) return {};
  check_keys(node, *row, reader.found);
  Item item;
  item.kind = row->kind;
  item.place = node.place();
  item.subject = subject.text();
  item.when = read_when(reader, node["when"]);
  if (!row->read({node, subject, reader.known, reader.found}, item)) return {};
  item.id = id_of(node, item);
  if (node["question"]) {
    const std::string path = "flows." + reader.flow.id + "." + item.id + ".question";
    item.question = reader.texts.read(node["question"], path);
  }
  return item;
}

// --- the whole flow ---

void check_topics(const Node& start_on, const Known& known, Diagnostics& found) {
  std::vector<std::string_view> topics(base_topics().begin(), base_topics().end());
  topics.insert(topics.end(), known.topics.begin(), known.topics.end());
  for (const Node& topic : start_on.is_list() ? start_on.items() : std::vector<Node>{start_on}) {
    if (!topic.is_scalar() || std::find(topics.begin(), topics.end(), topic.text()) != topics.end())
      continue;
    found.warning(topic.place(), "unknown_topic", unknown_word("topic", topic.text(), topics));
  }
}

std::optional<FieldIndex> read_message_field(const FlowReader& reader, const Node& name) {
  if (!name) return {};
  const Dictionary& dictionary = reader.known.dictionary;
  const auto field = dictionary.find(name.text());
  if (!field) {
    report_unknown("field", name, dictionary.ids(), reader.found);
  } else if (dictionary[*field].kind != FieldKind::text) {
    reader.found.error(name.place(), "message_is_no_text",
                       "a message in the visitor's own words fits a field of kind text, and '" +
                           dictionary[*field].id + "' is none");
  } else {
    return *field;
  }
  return {};
}

void read_head(FlowReader& reader, const Node& node) {
  Flow& flow = reader.flow;
  flow.place = node["flow"] ? node["flow"].place() : node.place();
  flow.id = node["flow"].text();
  if (node["label"]) flow.label = reader.texts.read(node["label"], "flows." + flow.id + ".label");
  flow.goal = node["goal"].text();
  flow.start_on = node["start_on"].texts();
  check_topics(node["start_on"], reader.known, reader.found);
  flow.message_is = read_message_field(reader, node["message_is"]);
  flow.start_when = read_when(reader, node["start_when"]);
  flow.expires_after = parse_duration(node["expires_after"].text()).value_or(flow.expires_after);
  flow.formerly = node["formerly"].texts();
}

void check_ids(const Flow& flow, Diagnostics& found) {
  for (auto item = flow.items.begin(); item != flow.items.end(); ++item) {
    const auto first = std::find_if(flow.items.begin(), item,
                                    [&](const Item& other) { return other.id == item->id; });
    if (first == item) continue;
    found.error(item->place, "duplicate_item",
                "two items are called '" + item->id + "' (the first at " + to_text(first->place) +
                    "); give this one an 'id' of its own");
  }
}

// `when` sees only what was asked before it: what is asked later does not count yet, and would open
// and close paths behind the visitor.
void check_order(const Flow& flow, const Item& item, const Dictionary& dictionary,
                 Diagnostics& found) {
  for (FieldIndex field : item.when.fields()) {
    if (!reads_too_early(flow, item, field)) continue;
    found.error(item.when.place(), "read_before_asked",
                "this reads '" + dictionary[field].id + "', which is asked only at " +
                    to_text(first_ask(flow, field)->place) + "; move this item below it");
  }
}

void check_flow(const FlowReader& reader, const Node& node) {
  const Flow& flow = reader.flow;
  if (node["items"].is_list() && node["items"].items().empty()) {
    reader.found.error(node["items"].place(), "empty_flow", "a flow needs at least one item");
  }
  check_ids(flow, reader.found);
  for (std::size_t i = 0; i < flow.items.size(); ++i) {
    const Item& item = flow.items[i];
    const ItemKindRow& row = row_of(item.kind);
    row.check({*reader.nodes[i], subject_of(*reader.nodes[i], row), reader.known, reader.found},
              flow, item);
    check_order(flow, item, reader.known.dictionary, reader.found);
  }
}

}  // namespace

ShapePtr flow_shape() {
  return object_shape(
      {{"flow", id_shape(), true, "The flow's id."},
       {"label", local_text_shape("What the flow is called where visitors see it."), false,
        "What visitors see."},
       {"goal", id_shape(), false, "What a visit that went well ends with."},
       {"start_on", one_or_list_shape(id_shape()), false, "Topics that start this flow."},
       {"message_is", id_shape(), false,
        "The message that starts this flow by its topic is the answer to this text field."},
       {"start_when", condition_shape(), false,
        "Takes over once this holds, gives way once it fails."},
       {"expires_after", duration_shape(), false,
        "A longer silence opens a new episode; 14d if left out."},
       {"formerly", one_or_list_shape(id_shape()), false, "Ids that this flow had before."},
       {"items", list_shape(item_shape()), true,
        "Top to bottom; the first whose answer is not known is asked."}},
      "A guided flow: one file, one flow.");
}

Flow read_flow(const Node& flow_yaml, const Known& known, LocalTextReader& texts,
               Diagnostics& found) {
  check(flow_yaml, *flow_shape(), found);
  FlowReader reader{known, texts, found, {}, {}};
  read_head(reader, flow_yaml);
  for (const Node& node : flow_yaml["items"].items()) {
    std::optional<Item> item = read_item(reader, node);
    if (!item) continue;
    reader.flow.items.push_back(std::move(*item));
    reader.nodes.push_back(&node);
  }
  check_flow(reader, flow_yaml);
  return std::move(reader.flow);
}

}  // namespace anteroom::flows
