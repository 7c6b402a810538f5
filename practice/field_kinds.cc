#include "practice/field_kinds.h"

#include <algorithm>

namespace anteroom {

const std::vector<FieldKindRow>& field_kinds() {
  // kind, name, values, bounds, length, fixed choices; in the order of the enumeration
  static const std::vector<FieldKindRow> kRows = {
      {FieldKind::choice, "choice", true, false, false, {}},
      {FieldKind::choices, "choices", true, false, false, {}},
      {FieldKind::yes_no,
       "yes_no",
       false,
       false,
       false,
       {{"yes", "button_yes"}, {"no", "button_no"}}},
      {FieldKind::text, "text", false, false, true, {}},
      {FieldKind::name, "name", false, false, true, {}},
      {FieldKind::phone, "phone", false, false, false, {}},
      {FieldKind::email, "email", false, false, false, {}},
      {FieldKind::zip, "zip", false, false, false, {}},
      {FieldKind::date, "date", false, true, false, {}},
      {FieldKind::timing, "timing", false, true, false, {}},
      {FieldKind::age, "age", false, true, false, {}},
      {FieldKind::urgency,
       "urgency",
       false,
       false,
       false,
       {{"emergency", "urgency_emergency"},
        {"today", "urgency_today"},
        {"this_week", "urgency_this_week"},
        {"this_month", "urgency_this_month"},
        {"flexible", "urgency_flexible"}}},
      {FieldKind::number, "number", false, true, false, {}},
  };
  return kRows;
}

const FieldKindRow& row_of(FieldKind kind) { return field_kinds()[static_cast<std::size_t>(kind)]; }

std::string_view to_text(FieldKind kind) { return row_of(kind).name; }

std::optional<FieldKind> parse_field_kind(std::string_view text) {
  const auto& rows = field_kinds();
  const auto found = std::find_if(rows.begin(), rows.end(),
                                  [&](const FieldKindRow& row) { return row.name == text; });
  if (found == rows.end()) return std::nullopt;
  return found->kind;
}

}  // namespace anteroom
