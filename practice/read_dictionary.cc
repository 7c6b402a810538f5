#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "practice/condition.h"
#include "practice/field_kinds.h"
#include "practice/read_practice.h"
#include "practice/standard_fields.h"
#include "practice/wording.h"

namespace anteroom {

namespace {

// What every text may name besides the fields.
constexpr std::string_view kTextArguments[] = {"practice", "practice_phone"};

bool is_reserved(std::string_view id) {
  return is_condition_word(id) || std::find(std::begin(kTextArguments), std::end(kTextArguments),
                                            id) != std::end(kTextArguments);
}

class FieldReader {
 public:
  FieldReader(const Profile& profile, std::shared_ptr<const LanguagePacks> packs,
              LocalTextReader& texts, Diagnostics& found)
      : x_profile(profile), x_packs(std::move(packs)), x_texts(texts), x_found(found) {}

  Field read(const Node& key, const Node& yaml) {
    Field field;
    field.id = key.text();
    field.place = key.place();
    field.packs = x_packs;
    field.kind = parse_field_kind(yaml["kind"].text()).value_or(FieldKind::text);
    if (is_reserved(field.id)) {
      x_found.error(
          key.place(), "reserved_word",
          "'" + field.id +
              "' has a meaning of its own in conditions or texts; give the field another id");
    }
    read_texts(yaml, field);
    read_values(yaml["values"], field);
    read_traits(yaml, field);
    read_bounds(yaml, field);
    if (parse_field_kind(yaml["kind"].text()))
      check_standard_field(field, yaml["kind"].place(), x_found);
    check_words(field);
    return field;
  }

 private:
  void read_texts(const Node& yaml, Field& field) {
    const std::string path = "fields." + field.id;
    field.staff_label = x_texts.read(yaml["staff_label"], path + ".staff_label", {}, false);
    field.question = x_texts.read(yaml["question"], path + ".question");
    field.help = x_texts.read(yaml["help"], path + ".help");
    field.noted = x_texts.read(yaml["noted"], path + ".noted", {"value"});
  }

  void read_traits(const Node& yaml, Field& field) {
    field.scope = yaml["scope"].text() == "person" ? Scope::person : Scope::request;
    field.fresh_for = parse_duration(yaml["fresh_for"].text());
    const std::string& sensitivity = yaml["sensitivity"].text();
    if (sensitivity == "contact") field.sensitivity = Sensitivity::contact;
    if (sensitivity == "health") field.sensitivity = Sensitivity::health;
    if (sensitivity == "protected") field.sensitivity = Sensitivity::protected_trait;
    const bool never = field.sensitivity == Sensitivity::protected_trait
                           ? yaml["scoring"].text() != "allowed"
                           : yaml["scoring"].text() == "never";
    field.scoring = never ? ScoringUse::never : ScoringUse::allowed;
    field.skippable = yaml["skippable"].boolean(true);
    field.formerly = yaml["formerly"].texts();
    field.fhir = yaml["fhir"].text();
    field.crm = yaml["crm"].text();
  }

  // Whether a setting may stand in a field of this kind.
  bool fits(const Node& node, bool allowed, const char* setting, const Field& field) {
    if (!node) return false;
    if (allowed) return true;
    x_found.error(
        node.place(), "wrong_setting",
        "a field of kind " + std::string(to_text(field.kind)) + " has no '" + setting + "'");
    return false;
  }

  void read_bounds(const Node& yaml, Field& field) {
    const FieldKindRow& row = row_of(field.kind);
    if (fits(yaml["least"], row.bounds, "least", field)) field.least = yaml["least"].number();
    if (fits(yaml["most"], row.bounds, "most", field)) field.most = yaml["most"].number();
    if (fits(yaml["longest"], row.length, "longest", field))
      field.longest = static_cast<std::size_t>(std::max(1, yaml["longest"].integer(500)));
    if (field.least && field.most && *field.least > *field.most) {
      x_found.error(yaml["least"].place(), "empty_range",
                    "'least' is more than 'most': no answer would do");
    }
  }

  void read_values(const Node& values, Field& field) {
    const FieldKindRow& row = row_of(field.kind);
    for (const FixedChoice& choice : row.choices) field.choices.push_back(fixed_choice(choice));
    const bool given = fits(values, row.values, "values", field);
    if (!row.values) return;
    if (given && values.is_scalar()) read_values_from(values.text(), field);
    if (given && values.is_map()) read_own_values(values, field);
    if (!field.choices.empty() || (given && values.is_scalar())) return;
    x_found.error(
        given ? values.place() : field.place, "no_values",
        "'" + field.id +
            "' is a choice without values; list them under 'values', or write values: services");
  }

  FieldChoice fixed_choice(const FixedChoice& fixed) const {
    FieldChoice choice;
    choice.id = fixed.id;
    for (const std::string& language : x_texts.languages()) {
      const LanguagePack* pack = x_packs->pack(language);
      if (!pack) continue;
      const auto wordings = pack->phrases.find(fixed.phrase);
      if (wordings != pack->phrases.end() && !wordings->second.empty())
        choice.label.add(language, wordings->second.front());
    }
    return choice;
  }

  void read_values_from(const std::string& list, Field& field) {
    field.values_from = list;
    const auto copy = [&](const auto& things) {
      for (const auto& thing : things) {
        field.choices.push_back(
            {thing.id, thing.label, thing.synonyms, {}, thing.formerly, thing.place});
        if constexpr (requires { thing.reasons; }) field.choices.back().reasons = thing.reasons;
      }
    };
    if (list == "services") copy(x_profile.services);
    if (list == "locations") copy(x_profile.locations);
    if (list == "payers") copy(x_profile.payers);
    if (list == "payers" && x_profile.payers.empty()) {
      x_found.error(
          field.place, "no_values",
          "'" + field.id + "' takes its values from payers of practice.yaml, and there are none");
    }
  }

  void read_own_values(const Node& values, Field& field) {
    for (const auto& [key, node] : values.entries()) {
      FieldChoice choice;
      choice.id = key.text();
      choice.place = key.place();
      const std::string path = "fields." + field.id + ".values." + choice.id;
      choice.label = x_texts.read(node["label"], path + ".label");
      choice.synonyms = x_texts.read(node["synonyms"], path + ".synonyms", {}, false);
      choice.formerly = node["formerly"].texts();
      field.choices.push_back(std::move(choice));
    }
  }

  // Words that mean two values of one field: a visitor who writes them is understood by chance.
  void check_words(const Field& field) {
    for (const std::string& language : x_texts.languages()) {
      std::map<std::string, const FieldChoice*> meaning;
      for (const FieldChoice& choice : field.choices) {
        std::vector<std::string> words = choice.label.patterns(language);
        const std::vector<std::string> synonyms = choice.synonyms.patterns(language);
        words.insert(words.end(), synonyms.begin(), synonyms.end());
        const std::vector<std::string> reasons = choice.reasons.patterns(language);
        words.insert(words.end(), reasons.begin(), reasons.end());
        for (const std::string& word : words) {
          const auto [other, fresh] = meaning.emplace(folded(word), &choice);
          if (fresh || other->second == &choice) continue;
          x_found.warning(choice.place, "ambiguous_word",
                          "'" + word + "' (" + language + ") means both '" + other->second->id +
                              "' and '" + choice.id + "' of '" + field.id + "'; keep it in one");
        }
      }
    }
  }

  const Profile& x_profile;
  std::shared_ptr<const LanguagePacks> x_packs;
  LocalTextReader& x_texts;
  Diagnostics& x_found;
};

void check_formerly(const Dictionary& dictionary, Diagnostics& found) {
  std::set<std::string_view> taken;
  for (const Field& field : dictionary.fields()) taken.insert(field.id);
  for (const Field& field : dictionary.fields()) {
    for (const std::string& former : field.formerly) {
      if (taken.insert(former).second) continue;
      found.error(
          field.place, "former_id_taken",
          "'" + former + "' cannot be a former id of '" + field.id + "': another field has it");
    }
  }
}

}  // namespace

std::vector<std::string> text_arguments(const Node& fields_yaml) {
  std::vector<std::string> names(std::begin(kTextArguments), std::end(kTextArguments));
  for (const auto& [key, field] : fields_yaml["fields"].entries()) names.push_back(key.text());
  return names;
}

Dictionary read_dictionary(const Node& fields_yaml, const Profile& profile,
                           const LanguagePacks& packs, LocalTextReader& texts, Diagnostics& found) {
  check(fields_yaml, *fields_shape(), found);
  FieldReader reader(profile, std::make_shared<const LanguagePacks>(packs), texts, found);
  Dictionary dictionary;
  for (const auto& [key, field] : fields_yaml["fields"].entries())
    dictionary.add(reader.read(key, field));
  check_formerly(dictionary, found);
  return dictionary;
}

}  // namespace anteroom
