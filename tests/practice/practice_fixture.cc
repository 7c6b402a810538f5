#include "practice_fixture.h"

#include <catch2/catch.hpp>

namespace anteroom::testing {

namespace {

SmallPractice read_small_practice() {
  Diagnostics found;
  const Node practice_yaml = read_yaml("tests/practice/small/practice.yaml", found);
  const Node fields_yaml = read_yaml("tests/practice/small/fields.yaml", found);
  SmallPractice practice;
  LocalTextReader texts(practice_yaml["languages"].texts(), found, text_arguments(fields_yaml));
  practice.profile = read_profile(practice_yaml, practice.packs, texts, found);
  practice.dictionary =
      read_dictionary(fields_yaml, practice.profile, practice.packs, texts, found);
  INFO(all_of(found));
  REQUIRE(found.sorted().empty());
  return practice;
}

}  // namespace

const SmallPractice& small_practice() {
  static const SmallPractice practice = read_small_practice();
  return practice;
}

}  // namespace anteroom::testing
