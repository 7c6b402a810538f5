// How each kind of field is heard, as one table: as the answer to its question, and unasked in a
// text. A kind is one row and one file; tests/understanding/kinds has a data file for each.
#pragma once

#include <vector>

#include "bot/understanding/found.h"

namespace anteroom::understanding {

struct HearingRow {
  FieldKind kind;
  Answer (*answer)(const Listening& listening);           // the field is asked for
  std::vector<Slot> (*find)(const Listening& listening);  // null: never heard unasked
  bool every_field =
      false;  // unasked, every field of the kind listens; else only the practice's first
};

const HearingRow& hearing_of(FieldKind kind);
const std::vector<HearingRow>& hearing_rows();

// The rows' functions, a file each: choice.cc, yes_no.cc, free_text.cc, name.cc, phone.cc, ...
Answer answer_choice(const Listening&);
Answer answer_choices(const Listening&);
std::vector<Slot> find_choice(const Listening&);
std::vector<Slot> find_choices(const Listening&);
Answer answer_yes_no(const Listening&);
Answer answer_text(const Listening&);
Answer answer_name(const Listening&);
std::vector<Slot> find_name(const Listening&);
Answer answer_phone(const Listening&);
std::vector<Slot> find_phone(const Listening&);
Answer answer_email(const Listening&);
std::vector<Slot> find_email(const Listening&);
Answer answer_zip(const Listening&);
std::vector<Slot> find_zip(const Listening&);
Answer answer_date(const Listening&);
std::vector<Slot> find_date(const Listening&);
Answer answer_timing(const Listening&);
std::vector<Slot> find_timing(const Listening&);
Answer answer_age(const Listening&);
std::vector<Slot> find_age(const Listening&);
Answer answer_urgency(const Listening&);
std::vector<Slot> find_urgency(const Listening&);
Answer answer_number(const Listening&);

}  // namespace anteroom::understanding
