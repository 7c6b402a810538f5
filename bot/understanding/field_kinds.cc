#include "bot/understanding/field_kinds.h"

namespace anteroom::understanding {

const std::vector<HearingRow>& hearing_rows() {
  // kind, as an answer, unasked, by every field of the kind; in the order of the enumeration
  static const std::vector<HearingRow> kRows = {
      {FieldKind::choice, answer_choice, find_choice, true},
      {FieldKind::choices, answer_choices, find_choices, true},
      {FieldKind::yes_no, answer_yes_no, nullptr},
      {FieldKind::text, answer_text, nullptr},
      {FieldKind::name, answer_name, find_name},
      {FieldKind::phone, answer_phone, find_phone},
      {FieldKind::email, answer_email, find_email},
      {FieldKind::zip, answer_zip, find_zip},
      {FieldKind::date, answer_date, find_date},
      {FieldKind::timing, answer_timing, find_timing},
      {FieldKind::age, answer_age, find_age},
      {FieldKind::urgency, answer_urgency, find_urgency},
      {FieldKind::number, answer_number, nullptr},
  };
  return kRows;
}

const HearingRow& hearing_of(FieldKind kind) {
  return hearing_rows()[static_cast<std::size_t>(kind)];
}

}  // namespace anteroom::understanding
