#include <catch2/catch.hpp>

#include "practice_fixture.h"

using namespace anteroom;
using namespace anteroom::testing;

TEST_CASE("the example practice reads without a mistake") {
  Diagnostics found;
  const Node practice_yaml = read_yaml("flows/practices/lakeside/practice.yaml", found);
  const Node fields_yaml = read_yaml("flows/practices/lakeside/fields.yaml", found);
  const LanguagePacks packs = LanguagePacks::shipped(found);
  LocalTextReader texts(practice_yaml["languages"].texts(), found, text_arguments(fields_yaml));
  const Profile profile = read_profile(practice_yaml, packs, texts, found);
  const Dictionary dictionary = read_dictionary(fields_yaml, profile, packs, texts, found);
  INFO(all_of(found));
  CHECK(found.sorted().empty());
  CHECK(profile.locations.size() == 4);
  CHECK(profile.services.size() == 9);
  CHECK(dictionary.find("service").has_value());
}
