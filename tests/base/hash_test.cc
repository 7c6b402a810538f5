#include "base/hash.h"

#include <catch2/catch.hpp>

using namespace anteroom;

TEST_CASE("content hashes are FNV-1a, as published") {
  CHECK(content_hash("") == "cbf29ce484222325");
  CHECK(content_hash("a") == "af63dc4c8601ec8c");
  CHECK(content_hash("foobar") == "85944171f73967e8");
}
