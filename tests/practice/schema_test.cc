#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "practice_fixture.h"

using namespace anteroom;
using namespace anteroom::testing;

TEST_CASE("editors are told every phrase, word list and kind of field") {
  const nlohmann::json language = json_schema(*language_shape(), "language");
  CHECK(language["properties"]["phrases"]["properties"].size() == phrase_slots().size());
  CHECK(language["properties"]["words"]["properties"].size() == word_lists().size());
  CHECK(language["properties"]["phrases"]["properties"]["noted"].dump().find("taken down") !=
        std::string::npos);

  const nlohmann::json fields = json_schema(*fields_shape(), "fields");
  for (const char* kind : {"choice", "timing", "number"})
    CHECK(fields.dump().find('"' + std::string(kind) + '"') != std::string::npos);

  const nlohmann::json practice = json_schema(*practice_shape(), "practice");
  CHECK(practice["required"].dump().find("disclosure") != std::string::npos);
}
