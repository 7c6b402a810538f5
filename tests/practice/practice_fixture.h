// A small practice for the tests of this room (small/*.yaml).
#pragma once

#include <string>

#include "practice/condition.h"
#include "practice/read_practice.h"
#include "tests/support/practice_data.h"

namespace anteroom::testing {

struct SmallPractice {
  LanguagePacks packs = LanguagePacks::shipped();
  Profile profile;
  Dictionary dictionary;
};
const SmallPractice& small_practice();

}  // namespace anteroom::testing
