// The data dictionary (fields.yaml): every field named once, with its kind, values, question,
// sensitivity and use. Everybody else refers to fields by index, resolved when a practice is
// loaded. Immutable after load, shared between threads.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/document.h"
#include "base/value.h"
#include "practice/language_pack.h"
#include "practice/message.h"

namespace anteroom {

enum class FieldKind : std::uint8_t {
  choice,
  choices,
  yes_no,
  text,
  name,
  phone,
  email,
  zip,
  date,
  timing,
  age,
  urgency,
  number
};

std::string_view to_text(FieldKind kind);
std::optional<FieldKind> parse_field_kind(std::string_view text);

enum class Scope : std::uint8_t { person, request };
enum class Sensitivity : std::uint8_t { none, contact, health, protected_trait };
enum class ScoringUse : std::uint8_t { allowed, never };

struct FieldChoice {
  std::string id;
  LocalText label;
  LocalText synonyms;                 // several per language: other words that people use
  LocalText reasons;                  // what points to it where no other choice is named
  std::vector<std::string> formerly;  // ids that this value had before
  Place place;
};

struct Field {
  std::string id;
  FieldKind kind = FieldKind::text;
  std::vector<FieldChoice> choices;  // choice, choices, urgency, yes_no: in the order shown
  std::string
      values_from;  // "services", "locations", "payers": where the choices came from; may be empty
  Scope scope = Scope::request;
  std::optional<Duration> fresh_for;
  LocalText staff_label;  // what staff call the field, in summaries; may be empty
  LocalText question;     // wordings after the first are for asking again
  LocalText help;         // what is accepted, for a re-prompt and for "help"
  LocalText noted;        // said in passing when taken with low confidence: "I put down {value}."
  Sensitivity sensitivity = Sensitivity::none;
  ScoringUse scoring = ScoringUse::allowed;
  bool skippable = true;
  std::optional<double> least,
      most;                   // number: bounds; age: in years; date, timing: days from today
  std::size_t longest = 500;  // text, name: characters kept
  std::vector<std::string> formerly;
  std::string fhir, crm;  // names in other systems
  Place place;
  std::shared_ptr<const LanguagePacks> packs;  // how its values are said; null: the shipped ones

  const FieldChoice* choice(std::string_view choice_id) const;  // also by a former id
  std::string name(std::string_view language) const;  // for staff: staff_label, or its id in words
  const LanguagePacks& language_packs() const { return packs ? *packs : LanguagePacks::shipped(); }
};

using FieldIndex = std::uint16_t;

class Dictionary {
 public:
  FieldIndex add(Field field);
  std::optional<FieldIndex> find(std::string_view id) const;  // also by a former id
  const Field& operator[](FieldIndex index) const { return x_fields[index]; }
  const std::vector<Field>& fields() const { return x_fields; }
  std::size_t size() const { return x_fields.size(); }
  std::vector<std::string_view> ids() const;

 private:
  std::vector<Field> x_fields;
  struct IdHash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, FieldIndex, IdHash, std::equal_to<>> x_by_id;
};

// A value as a person would say it, in a language: the label of a choice, (510) 555-0142, "this
// week", "4 months". A choice that the field no longer has is said by its id.
std::string spoken(const Field& field, const Value& value, std::string_view language);

}  // namespace anteroom
