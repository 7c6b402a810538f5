// JSON from outside: what is one value is read, what is not is discarded, and nothing throws.
#include "base/json_text.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace anteroom;
using nlohmann::json;

namespace {

std::string nested(int depth, const std::string& open, const std::string& close) {
  std::string text;
  for (int i = 0; i < depth; ++i) text += open;
  for (int i = 0; i < depth; ++i) text += close;
  return text;
}

}  // namespace

TEST_CASE("one JSON value is read") {
  CHECK(parse_json(R"({"a":[1,"\u00f1 ñ",null]})") == json{{"a", {1, "ñ ñ", nullptr}}});
  CHECK(parse_json(" 7 \r\n") == json(7));
  CHECK(parse_json(R"("\\\"[[{")") == json("\\\"[[{"));
  CHECK(parse_json(nested(kDeepestJson, "[", "]")).is_array());
  CHECK(parse_json("\"" + std::string(500, '[') + "\"").is_string());
}

TEST_CASE("what is not one JSON value is discarded") {
  const std::string zero(1, '\0');
  const std::string rows[] = {
      "",
      " ",
      "{",
      "{} {}",
      "[1,]",
      "{'a':1}",
      "{a:1}",
      "// a\n1",
      "nan",
      "1e999",
      "01",
      "\"\t\"",
      "\"\\ud800\"",
      "\"never closed",
      "\"\xff\"",
      "\"\xc0\x80\"",
      "\"\xed\xa0\x80\"",
      "\"\xf4\x90\x80\x80\"",
      "\xff\xfe{\0}\0",
      "{}" + zero,
      "{}" + zero + "and more",
      "{\"a\":1}" + zero + "\x80",
      "\"a" + zero + "b\"",
      nested(kDeepestJson + 1, "[", "]"),
      nested(40, R"({"a":[)", "]}"),
      nested(kDeepestJson + 1, R"({"a":)", "}"),
      std::string(1'000'000, '['),
      std::string(1'000'000, '"'),
  };
  for (const std::string& row : rows) {
    CAPTURE(row.substr(0, 80));
    CHECK(parse_json(row).is_discarded());
  }
}

TEST_CASE("JSON is written in one line, and what is not UTF-8 is replaced") {
  CHECK(dump_json(json{{"a", {1, "ñ", nullptr}}}) == R"({"a":[1,"ñ",null]})");
  CHECK(dump_json("a\xff\nb") == "\"a\xef\xbf\xbd\\nb\"");
}
