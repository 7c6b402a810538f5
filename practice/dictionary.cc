#include "practice/dictionary.h"

#include <algorithm>

namespace anteroom {

namespace {

bool has(const std::vector<std::string>& ids, std::string_view id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

std::string in_words(std::string id) {
  std::replace(id.begin(), id.end(), '_', ' ');
  return id;
}

std::string choice_label(const Field& field, std::string_view id, std::string_view language) {
  const FieldChoice* choice = field.choice(id);
  if (choice && !choice->label.empty()) return choice->label.format(language);
  return in_words(std::string(id));
}

// +15105550142 is (510) 555-0142 here; other countries' numbers stay as they are.
std::string phone_text(const std::string& number) {
  if (number.size() != 12 || number.compare(0, 2, "+1") != 0) return number;
  return "(" + number.substr(2, 3) + ") " + number.substr(5, 3) + "-" + number.substr(8);
}

struct Speaker {
  const Field& field;
  std::string_view language;

  std::string operator()(const std::string& text) const {
    if (!field.choices.empty()) return choice_label(field, text, language);
    if (field.kind == FieldKind::phone) return phone_text(text);
    if (field.kind == FieldKind::date) {
      if (const auto date = parse_date(text)) return format_date(*date, DateStyle::full, language);
    }
    return text;
  }

  std::string operator()(const Ids& ids) const {
    std::vector<std::string> labels;
    for (const std::string& id : ids) labels.push_back(choice_label(field, id, language));
    return join_list(labels, ListKind::all, language);
  }

  std::string operator()(double number) const { return number_text(number); }

  std::string operator()(bool yes) const {
    if (!field.choices.empty()) return choice_label(field, yes ? "yes" : "no", language);
    return field.language_packs().say(yes ? "button_yes" : "button_no", language);
  }

  std::string operator()(const Timing& timing) const {
    const std::string from = format_date(timing.from, DateStyle::short_with_weekday, language);
    if (timing.from == timing.to) return from;
    const std::string to = format_date(timing.to, DateStyle::short_with_weekday, language);
    return field.language_packs().say("from_to", language, {{"from", from}, {"to", to}});
  }

  std::string operator()(const Age& age) const {
    const std::string_view phrase = age.unit == Age::Unit::years    ? "age_years"
                                    : age.unit == Age::Unit::months ? "age_months"
                                                                    : "age_days";
    return field.language_packs().say(phrase, language,
                                      {{"count", static_cast<double>(age.count)}});
  }
};

}  // namespace

const FieldChoice* Field::choice(std::string_view choice_id) const {
  for (const FieldChoice& choice : choices) {
    if (choice.id == choice_id) return &choice;
  }
  for (const FieldChoice& choice : choices) {
    if (has(choice.formerly, choice_id)) return &choice;
  }
  return nullptr;
}

std::string Field::name(std::string_view language) const {
  return staff_label.empty() ? in_words(id) : staff_label.format(language);
}

FieldIndex Dictionary::add(Field field) {
  const auto index = static_cast<FieldIndex>(x_fields.size());
  x_by_id[field.id] = index;  // a current id wins over a former one
  for (const std::string& former : field.formerly) x_by_id.emplace(former, index);
  x_fields.push_back(std::move(field));
  return index;
}

std::optional<FieldIndex> Dictionary::find(std::string_view id) const {
  const auto found = x_by_id.find(id);
  if (found == x_by_id.end()) return std::nullopt;
  return found->second;
}

std::vector<std::string_view> Dictionary::ids() const {
  std::vector<std::string_view> ids;
  for (const Field& field : x_fields) ids.push_back(field.id);
  return ids;
}

std::string spoken(const Field& field, const Value& value, std::string_view language) {
  return std::visit(Speaker{field, language}, value);
}

}  // namespace anteroom
