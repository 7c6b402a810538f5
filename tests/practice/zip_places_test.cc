#include "practice/zip_places.h"

#include <catch2/catch.hpp>

using namespace anteroom;

TEST_CASE("ZIP codes are found, from the first row to the last") {
  CHECK(is_known_zip("00601"));
  CHECK(is_known_zip("94612"));
  CHECK(is_known_zip("99929"));
  CHECK_FALSE(is_known_zip("00000"));
  CHECK_FALSE(is_known_zip("99999"));
  CHECK_FALSE(is_known_zip("9461"));
  CHECK_FALSE(is_known_zip(""));
}

TEST_CASE("miles between ZIP codes are those of the map") {
  CHECK(*miles_between("94612", "94612") == Approx(0).margin(0.001));
  CHECK(*miles_between("94612", "94704") == Approx(4).margin(1.5));    // Oakland to Berkeley
  CHECK(*miles_between("94612", "94596") == Approx(13).margin(3));     // Oakland to Walnut Creek
  CHECK(*miles_between("94612", "10001") == Approx(2560).margin(40));  // Oakland to New York
  CHECK_FALSE(miles_between("94612", "00000"));
}
