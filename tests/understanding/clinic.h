// A practice with a field of every kind (clinic/*.yaml), and a reader for it; another practice by
// its folder.
#pragma once

#include <string>

#include "bot/understanding/understand.h"
#include "practice/read_practice.h"
#include "tests/support/practice_data.h"

namespace anteroom::testing {

struct Clinic {
  explicit Clinic(const std::string& folder = "tests/understanding/clinic");
  LanguagePacks packs = LanguagePacks::shipped();
  Profile profile;
  Dictionary dictionary;
  std::unique_ptr<understanding::Reader> reader;
};
const Clinic& clinic();

// As if the field had been asked for, with its choices offered in order; "consent" stands for a
// consent.
struct Asked {
  explicit Asked(std::string_view field, const Clinic& practice = clinic());
  understanding::Expectation expectation() const;
  Pending pending;
  const Field* field = nullptr;
};

// Monday, 2026-11-23, ten o'clock in California.
inline const Moment kMonday = *parse_moment("2026-11-23T18:00:00Z");

Reading read(std::string_view text, std::string_view pending = {});

}  // namespace anteroom::testing
