// What a known phrase means: an entry of a word list of the language packs, or a choice of a field.
// The lexicon gives phrases their meanings; every part of the reader looks only at the meanings it
// knows.
#pragma once

#include <cstdint>

namespace anteroom::understanding {

enum class Means : std::uint8_t {
  yes,
  no,
  not_sure,
  back,
  start_over,
  skip,
  help,
  repeat,
  person,
  are_you_a_bot,
  go_on,
  opt_out,
  opt_out_phrase,
  correction,
  question,
  filler,
  polite,
  function_word,
  joiner,
  no_slip,  // looks like another word misspelt, and is none
  option,
  language_name,  // a: index of the pack
  language_request,
  today,
  tonight,
  tomorrow,
  day_after_tomorrow,
  yesterday,
  this_week,
  next_week,
  this_month,
  next_month,
  this_fortnight,
  next_fortnight,
  weekend,
  asap,
  flexible,
  emergency,
  weekday,  // a: 0 = Sunday
  month,    // a: 1..12
  holiday,  // a: 1 = Christmas, 2 = New Year, 3 = Thanksgiving
  unit_day,
  unit_week,
  unit_fortnight,
  unit_month,
  unit_year,
  within,
  at_most,
  from_now,
  past,
  next,
  that,
  early_in,
  middle_of,
  late_in,
  week_of,
  on_day,
  until,
  after,
  before,
  article_one,
  age_years,
  age_months,
  age_weeks,
  age_days,
  age_intro,
  age_claim,
  age_bound,  // "and up": the number before it is nobody's age
  newborn,
  sex,
  own,           // "my"
  on_behalf_of,  // "for a"
  describes,     // may stand between "my" and a noun for a person
  little_one,    // a child that is meant where "the" stands before it
  does,          // said of the person that a sentence begins with
  mentions,      // after a person who is only mentioned: "recommended you"
  mentioned_as,  // before one: "recommended by"
  belongings,    // "my husband's insurance" is not for the husband
  thing,         // has an age, and is no person
  unborn,        // may be a child not yet born
  expecting,
  name_intro,
  other_name_intro,  // of somebody else's name
  sign_off,
  negation,
  all_of_them,
  number,
  vague_number,
  ordinal,  // a: the number
  choice,   // a: index of the field, b: index of the choice
  answer,   // a: index of the practice's answer, b: beside what it counts
  greeting,
  thanks,
  abuse,
};

// How a phrase stands for a choice: it names it; it points to it where none is named (a symptom);
// or it does as a noun for a person, if that person is meant ("my son", not "kid rock").
enum class How : std::uint8_t { names, points, noun };

struct Meaning {
  Means means = Means::filler;
  std::uint16_t a = 0;
  std::uint16_t b = 0;
  float confidence = 1.0f;
  bool only_when_asked = false;  // too common to be heard unasked: the id of a choice, "yes"
  std::uint8_t language = 0;     // index of the pack
  How how = How::names;
};

}  // namespace anteroom::understanding
