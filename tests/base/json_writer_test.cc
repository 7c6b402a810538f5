// JSON written by appending reads back as what was written, whatever the texts hold.
#include "base/json_writer.h"

#include <catch2/catch.hpp>
#include <limits>
#include <nlohmann/json.hpp>
#include <random>

using namespace anteroom;
using nlohmann::json;

TEST_CASE("members, items and nesting get their commas") {
  JsonWriter out;
  out.open_object();
  out.member("text", "a");
  out.member("flag", true);
  out.key("list");
  out.open_array();
  out.value(1);
  out.open_object();
  out.close_object();
  out.open_array();
  out.close_array();
  out.null();
  out.raw("[2,3]");
  out.close_array();
  out.member("last", -7);
  out.close_object();
  CHECK(out.take() == R"({"text":"a","flag":true,"list":[1,{},[],null,[2,3]],"last":-7})");
}

TEST_CASE("numbers read back as themselves") {
  JsonWriter out;
  out.open_array();
  out.value(std::numeric_limits<std::int64_t>::min());
  out.value(std::numeric_limits<std::uint64_t>::max());
  out.value(0.1);
  out.value(1e300);
  out.value(std::numeric_limits<double>::quiet_NaN());
  out.value(std::numeric_limits<double>::infinity());
  out.close_array();
  const json read = json::parse(out.take());
  CHECK(read[0] == std::numeric_limits<std::int64_t>::min());
  CHECK(read[1] == std::numeric_limits<std::uint64_t>::max());
  CHECK(read[2] == 0.1);
  CHECK(read[3] == 1e300);
  CHECK(read[4].is_null());
  CHECK(read[5].is_null());
}

TEST_CASE("texts are escaped as the JSON library escapes them") {
  std::mt19937 random(7);
  const std::string parts[] = {"\"",   "\\",   "\n", "\r", "\t", "\b", "\f", std::string(1, '\0'),
                               "\x1f", "\x7f", "/",  "a",  "ñ",  "世", "🙏",  "</script>",
                               "{",    ":",    ","};
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (auto left = random() % 12; left > 0; --left) text += parts[random() % std::size(parts)];
    JsonWriter out;
    out.open_array();
    out.value(text);
    out.value("next");
    out.close_array();
    REQUIRE(out.text() == json{text, "next"}.dump());
  }
}

TEST_CASE("a text that is not UTF-8 is mended") {
  JsonWriter out;
  out.value(
      "a\xff"
      "b");
  CHECK(json::parse(out.text()) ==
        "a\xEF\xBF\xBD"
        "b");
}
