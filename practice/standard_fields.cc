#include "practice/standard_fields.h"

#include <algorithm>
#include <string>
#include <vector>

#include "practice/wording.h"

namespace anteroom {

namespace {

struct StandardField {
  std::string_view id;
  std::vector<FieldKind> kinds;          // any of them
  std::string_view values_from;          // of practice.yaml; empty: its own
  std::vector<std::string_view> values;  // all that there are; empty: any
};

const std::vector<StandardField>& standard_fields() {
  using K = FieldKind;
  static const std::vector<StandardField> kRows = {
      {"service", {K::choice, K::choices}, "services", {}},
      {"location", {K::choice, K::choices}, "locations", {}},
      {"payer", {K::choice, K::choices}, "payers", {}},
      {"referral", {K::choice, K::choices}, "", {}},
      {"documents", {K::choices, K::choice}, "", {}},
      {"urgency", {K::urgency}, "", {}},
      {"timing", {K::timing}, "", {}},
      {"name", {K::name}, "", {}},
      {"phone", {K::phone}, "", {}},
      {"email", {K::email}, "", {}},
      {"zip", {K::zip}, "", {}},
      {"age", {K::age}, "", {}},
      {"for_whom", {K::choice}, "", {"self", "child", "parent", "partner", "patient", "other"}},
      {"preferred_channel", {K::choice}, "", {"text", "call", "email", "chat"}},
      {"preferred_time", {K::choice, K::choices, K::timing}, "", {}},
      {"decision_maker", {K::choice}, "", {"self", "other"}},
      {"visitor_kind", {K::choice}, "", {"patient", "family", "provider", "business"}},
  };
  return kRows;
}

std::string kinds_in_words(const std::vector<FieldKind>& kinds) {
  std::string text;
  for (FieldKind kind : kinds) text.append(text.empty() ? "" : " or ").append(to_text(kind));
  return text;
}

}  // namespace

void check_standard_field(const Field& field, const Place& kind, Diagnostics& found) {
  const auto& rows = standard_fields();
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const StandardField& standard) {
    return standard.id == field.id;
  });
  if (row == rows.end()) return;
  if (std::find(row->kinds.begin(), row->kinds.end(), field.kind) == row->kinds.end()) {
    return found.error(kind, "standard_field",
                       "'" + field.id + "' is a standard field and has kind " +
                           kinds_in_words(row->kinds) +
                           "; a field of another kind needs another id");
  }
  if (field.values_from != row->values_from) {
    const std::string right = row->values_from.empty()
                                  ? "has values of its own"
                                  : "takes values: " + std::string(row->values_from);
    found.error(field.place, "standard_field",
                "'" + field.id + "' is a standard field and " + right);
  }
  if (row->values.empty()) return;
  for (const FieldChoice& choice : field.choices) {
    if (std::find(row->values.begin(), row->values.end(), choice.id) != row->values.end()) continue;
    found.error(choice.place, "standard_field",
                "'" + choice.id + "' is not a value of the standard field '" + field.id + "'" +
                    suggestion(choice.id, row->values));
  }
}

}  // namespace anteroom
