// The shapes of practice.yaml, fields.yaml and languages/*.yaml, for the check of a file and for
// the editors' schemas.
#include "practice/field_kinds.h"
#include "practice/read_practice.h"

namespace anteroom {

namespace {

constexpr const char* kPhonePattern = "\\+[1-9][0-9]{7,14}";
constexpr const char* kPhoneExample = "\"+15105550100\"";
constexpr const char* kZipPattern = "[0-9]{5}";

ShapePtr formerly_shape() { return list_shape(id_shape(), "Ids that this had before."); }

ShapePtr synonyms_shape() {
  return local_text_shape("Other words that people use for it, a list in each language.");
}

ShapePtr said_shape() { return local_text_shape("Said when somebody asks."); }

ShapePtr phone_shape() { return matching_shape(kPhonePattern, kPhoneExample); }

ShapePtr service_shape() {
  return object_shape({{"label", local_text_shape("What people see."), true, "What people see."},
                       {"synonyms", synonyms_shape(), false, "Other words that people use."},
                       {"reasons", local_text_shape("Why people come, a list in each language."),
                        false, "Symptoms, parts of the body: heard where no service is named."},
                       {"price", said_shape(), false, "Said when its price is asked."},
                       {"preparation", said_shape(), false, "Said when asked how to prepare."},
                       {"bring", said_shape(), false, "Said when asked what to bring."},
                       {"formerly", formerly_shape(), false, "Ids that this service had before."}});
}

ShapePtr location_shape() {
  return object_shape(
      {{"label", local_text_shape("What people see."), true, "What people see."},
       {"synonyms", synonyms_shape(), false, "Other words that people use, landmarks too."},
       {"address", text_shape(), true, "Street, city, state and ZIP code."},
       {"zip", matching_shape(kZipPattern, "\"94606\""), true, "For the nearest location."},
       {"phone", phone_shape(), true, "With +1 in front."},
       {"hours", hours_shape(), true, "When it is open; closed on days that are not named."},
       {"services", list_shape(id_shape()), true, "The services offered here."},
       {"not_accepting", list_shape(id_shape()), false, "Offered here, but no new patients now."},
       {"directions", said_shape(), false, "How to get there: bus, train, entrance."},
       {"parking", said_shape(), false, "Where to park."},
       {"landmarks", said_shape(), false, "What it is near, said with the address."},
       {"formerly", formerly_shape(), false, "Ids that this location had before."}});
}

ShapePtr payer_shape() {
  return object_shape(
      {{"label", local_text_shape("What people see."), true, "What people see."},
       {"synonyms", synonyms_shape(), false, "Other words that people use."},
       {"accepted", boolean_shape(), false, "Whether the practice takes it (true if not said)."},
       {"answer", said_shape(), false, "Instead of a plain yes or no when somebody asks."},
       {"formerly", formerly_shape(), false, "Ids that this payer had before."}});
}

ShapePtr consent_shape() {
  return object_shape(
      {{"purpose", one_of_shape({"scheduling", "marketing"}), true, "What the consent is for."},
       {"channel", one_of_shape({"sms", "web"}), true, "Where messages would go."},
       {"version", text_shape(), true, "Of the wording; changed words need a new one."},
       {"wording", local_text_shape("The question, answered by yes or no."), true,
        "The question, answered by yes or no."}});
}

ShapePtr emergency_shape() {
  return object_shape({{"line", local_text_shape("Always visible above the chat."), true,
                        "Always visible above the chat."},
                       {"texts", map_shape(local_text_shape("Instead of the shipped text.")), false,
                        "By group of signs, instead of the shipped text."},
                       {"patterns", map_shape(list_shape(text_shape())), false,
                        "More signs to look for, by group: regular expressions on lower-case text "
                        "without accents."}});
}

ShapePtr bounds_shape() {
  return object_shape(
      {{"items_per_turn", integer_shape(1, 500), false, "Items of a flow that one turn may pass."},
       {"turns_per_episode", integer_shape(10, 10000), false, "Turns until a person takes over."},
       {"message_bytes", integer_shape(200, 100000), false, "Of a message; the rest is cut."},
       {"nesting", integer_shape(1, 30), false, "How deep conditions may be nested."}});
}

ShapePtr own_values_shape() {
  return map_shape(
      object_shape({{"label", local_text_shape("What people see."), true, "What people see."},
                    {"synonyms", synonyms_shape(), false, "Other words that people use."},
                    {"formerly", formerly_shape(), false, "Ids that this value had before."}}));
}

ShapePtr kind_shape() {
  std::vector<std::string> names;
  for (const FieldKindRow& row : field_kinds()) names.emplace_back(row.name);
  return one_of_shape(std::move(names));
}

ShapePtr field_shape() {
  return object_shape(
      {{"kind", kind_shape(), true, "What the field holds."},
       {"values",
        either_shape({one_of_shape({"services", "locations", "payers"}), own_values_shape()}),
        false, "services, locations or payers of practice.yaml, or its own: id, then label."},
       {"staff_label", local_text_shape("What staff call the field."), false,
        "What staff call the field, in summaries."},
       {"scope", one_of_shape({"request", "person"}), false,
        "request: asked anew for each request; person: carries over."},
       {"fresh_for", duration_shape(), false, "Older than this, it is confirmed in passing."},
       {"question", local_text_shape("Asked first, and in other words when asked again."), false,
        "Asked first, and in other words when asked again."},
       {"help", local_text_shape("What is accepted."), false, "What is accepted."},
       {"noted", local_text_shape("Said in passing; {value} is the value."), false,
        "Said in passing when we are not quite sure."},
       {"sensitivity", one_of_shape({"none", "contact", "health", "protected"}), false,
        "How careful we are with it."},
       {"scoring", one_of_shape({"allowed", "never"}), false,
        "Whether scoring may use it; protected fields: never, unless said."},
       {"skippable", boolean_shape(), false, "Whether a visitor may skip it (true if not said)."},
       {"least", number_shape(0, 0), false,
        "Of a number, an age (years), a date or timing (days from today)."},
       {"most", number_shape(0, 0), false,
        "Of a number, an age (years), a date or timing (days from today)."},
       {"longest", integer_shape(1, 4000), false, "Of a text or name, in characters."},
       {"formerly", formerly_shape(), false, "Ids that this field had before."},
       {"fhir", text_shape(), false, "Its name in FHIR."},
       {"crm", text_shape(), false, "Its name in the CRM."}});
}

template <class Rows>
ShapePtr phrases_shape(const Rows& rows, const ShapePtr& item) {
  std::vector<Member> members;
  for (const auto& row : rows)
    members.push_back({std::string(row.id), item, false, std::string(row.about)});
  return object_shape(std::move(members));
}

}  // namespace

ShapePtr practice_shape() {
  return object_shape(
      {{"practice", id_shape(), true, "The practice's id."},
       {"name", text_shape(), true, "As people know it."},
       {"time_zone", text_shape(), true, "As in America/Los_Angeles."},
       {"languages", list_shape(matching_shape("[a-z]{2,3}", "en")), true,
        "The first is the default."},
       {"phone", phone_shape(), true, "With +1 in front."},
       {"default_flow", id_shape(), true, "The flow of visitors of whom nothing is known."},
       {"disclosure", local_text_shape("That this is an automated assistant."), true,
        "Said first in every conversation."},
       {"emergency", emergency_shape(), true, "What is shown and looked for in emergencies."},
       {"services", map_shape(service_shape()), true, "What the practice offers."},
       {"locations", map_shape(location_shape()), true, "Where it offers it."},
       {"payers", map_shape(payer_shape()), false, "Insurance plans and other payers."},
       {"consents", map_shape(consent_shape()), false, "What people are asked to agree to."},
       {"texts", map_shape(local_text_shape("A text for `say`.")), false,
        "Texts of the flows, by id."},
       {"bounds", bounds_shape(), false, "Limits of one turn and one episode."}});
}

ShapePtr fields_shape() {
  return object_shape({{"fields", map_shape(field_shape()), true, "Every field once, by id."}});
}

ShapePtr language_shape() {
  const ShapePtr wordings = one_or_list_shape(text_shape());
  const ShapePtr paths = map_shape(wordings, "", "[a-z][a-z0-9_]*([.][a-z0-9_]+)+");
  return object_shape(
      {{"language", matching_shape("[a-z]{2,3}", "es"), false,
        "The language of this file, as in its name."},
       {"phrases", phrases_shape(phrase_slots(), wordings), false,
        "What the program itself says, by id."},
       {"words", phrases_shape(word_lists(), list_shape(text_shape())), false,
        "What the program listens for, by list."},
       {"texts", paths, false, "Texts of the other files, by path: fields.service.question."}});
}

}  // namespace anteroom
