#include "flows/default_value.h"

#include <algorithm>

#include "practice/wording.h"

namespace anteroom::flows {
namespace {

tl::unexpected<Error> impossible(const Node& node, std::string what) {
  return failure(to_text(node.place()), std::move(what));
}

tl::unexpected<Error> no_such_choice(const Node& node, const std::string& id, const Field& field) {
  return impossible(node, "'" + id + "' is not a value of field '" + field.id + "'" +
                              suggestion(id, ids_of(field.choices)));
}

Result<Value> choice_default(const Node& node, const Field& field) {
  const FieldChoice* choice = field.choice(node.text());
  if (!choice) return no_such_choice(node, node.text(), field);
  return choice->id;
}

Result<Value> urgency_default(const Node& node, const Field& field) {
  if (node.text() != "emergency") return choice_default(node, field);
  return impossible(node, "an emergency is found, never assumed; take another value");
}

Result<Value> choices_default(const Node& node, const Field& field) {
  Ids ids;
  for (const std::string& id : node.texts()) {
    const FieldChoice* choice = field.choice(id);
    if (!choice) return no_such_choice(node, id, field);
    ids.push_back(choice->id);
  }
  if (ids.empty()) return impossible(node, "field '" + field.id + "' takes a value or a list");
  return ids;
}

Result<Value> yes_no_default(const Node& node, const Field& field) {
  const std::string& text = node.text();
  if (text == "yes" || text == "true") return true;
  if (text == "no" || text == "false") return false;
  return impossible(node, "field '" + field.id + "' is 'yes' or 'no'");
}

bool in_bounds(double value, const Field& field) {
  return (!field.least || value >= *field.least) && (!field.most || value <= *field.most);
}

std::string bounds_in_words(const Field& field) {
  std::string words = "a number";
  if (field.least) words += " from " + number_text(*field.least);
  if (field.most) words += " up to " + number_text(*field.most);
  return words;
}

Result<Value> number_default(const Node& node, const Field& field) {
  if (node.is_scalar() && node.is_number() && in_bounds(node.number(), field)) return node.number();
  return impossible(node, "field '" + field.id + "' takes " + bounds_in_words(field));
}

Result<Value> age_default(const Node& node, const Field& field) {
  const int years = node.is_scalar() ? node.integer(-1) : -1;
  if (years >= 0 && in_bounds(years, field)) return Age{years, Age::Unit::years};
  return impossible(node,
                    "field '" + field.id + "' takes an age in years, " + bounds_in_words(field));
}

Result<Value> text_default(const Node& node, const Field& field) {
  if (node.is_scalar() && !node.text().empty() && node.text().size() <= field.longest)
    return node.text();
  return impossible(node, "field '" + field.id + "' takes a text of at most " +
                              std::to_string(field.longest) + " characters");
}

Result<Value> no_default(const Node& node, const Field& field) {
  return impossible(node, "field '" + field.id + "' is a " + std::string(to_text(field.kind)) +
                              ", which has no default; use 'skip' or 'offer_person'");
}

struct Row {
  FieldKind kind;
  Result<Value> (*read)(const Node&, const Field&);
};

constexpr Row kRows[] = {
    {FieldKind::choice, choice_default},   {FieldKind::choices, choices_default},
    {FieldKind::urgency, urgency_default}, {FieldKind::yes_no, yes_no_default},
    {FieldKind::number, number_default},   {FieldKind::age, age_default},
    {FieldKind::text, text_default},       {FieldKind::name, no_default},
    {FieldKind::phone, no_default},        {FieldKind::email, no_default},
    {FieldKind::zip, no_default},          {FieldKind::date, no_default},
    {FieldKind::timing, no_default},
};

}  // namespace

Result<Value> read_default(const Node& node, const Field& field) {
  const Row* row = std::find_if(std::begin(kRows), std::end(kRows),
                                [&](const Row& candidate) { return candidate.kind == field.kind; });
  return row->read(node, field);
}

}  // namespace anteroom::flows
