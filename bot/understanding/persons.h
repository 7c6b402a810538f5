// Whom a noun for a person stands for: "my 4 year old", "for the baby" and "toddler has a rash" say
// for whom the visit is; "kid rock", "my mother in law recommended you" and "my husband's
// insurance" do not. Asked by the choices (choice.cc) for the field `for_whom`, where it is not
// the pending question. Never decides which of several persons is meant.
#pragma once

#include <optional>

#include "bot/understanding/found.h"

namespace anteroom::understanding {

bool is_for_whom(const Field& field);

// Whether the person of the hit is to be seen, as far as the words around it say.
bool is_meant(const Listening& listening, const Hit& person);

// "My son and daughter", but not "my son is ill, my husband works".
bool are_together(const Heard& heard, const Hit& one, const Hit& other);

// "My 4 year old", "4 yr old fell": a child without a word for one.
std::optional<Hit> child_by_age(const Heard& heard);

}  // namespace anteroom::understanding
