// A practice with a field of every kind (clinic/*.yaml), and a reader for it.
#pragma once

#include <string>

#include "bot/understanding/understand.h"
#include "practice/read_practice.h"

namespace anteroom::testing {

std::string bytes_of(const std::string& path);  // a file of the project

struct Clinic {
  Clinic();
  LanguagePacks packs = LanguagePacks::shipped();
  Profile profile;
  Dictionary dictionary;
  std::unique_ptr<understanding::Reader> reader;
};
const Clinic& clinic();

// As if the field had been asked for, with its choices offered in order; "consent" stands for a
// consent.
struct Asked {
  explicit Asked(std::string_view field);
  understanding::Expectation expectation() const;
  Pending pending;
  const Field* field = nullptr;
};

// Monday, 2026-11-23, ten o'clock in California.
inline const Moment kMonday = *parse_moment("2026-11-23T18:00:00Z");

Reading read(std::string_view text, std::string_view pending = {});

// "imaging", [order, notes], yes, 34, "4 months", {from, to}: by the field's kind.
Value value_of(const Field& field, const Node& node);

}  // namespace anteroom::testing
