// Files that mean harm, or that an editor has spoilt: each gets one clear complaint at its place,
// or is read as it is meant.
#include <algorithm>
#include <catch2/catch.hpp>

#include "base/document.h"
#include "base/text.h"

using namespace anteroom;

namespace {

std::vector<std::string> complaints(std::string_view yaml) {
  Diagnostics found;
  const Node root = parse_yaml("a.yaml", yaml, found);
  CHECK((root || found.has_errors()));
  std::vector<std::string> texts;
  for (const Diagnostic& d : found.sorted()) texts.push_back(to_text(d));
  return texts;
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string result;
  result.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

std::string numbered(std::string_view before, std::string_view after, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) (result += before).append(std::to_string(i)).append(after);
  return result;
}

// ASCII text with `width` bytes a letter, the highest first or last.
std::string widened(std::string_view text, std::size_t width, bool highest_first) {
  std::string bytes;
  for (const char c : text) {
    const std::string zeros(width - 1, '\0');
    bytes += highest_first ? zeros + c : c + zeros;
  }
  return bytes;
}

struct Row {
  const char* about;
  std::string yaml;
  const char* where;
  const char* part;
};

void expect_first_complaint(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    INFO(row.about);
    const std::vector<std::string> found = complaints(row.yaml);
    REQUIRE_FALSE(found.empty());
    CHECK_THAT(found.front(), Catch::StartsWith(row.where) && Catch::Contains(row.part));
    CHECK(found.front().size() < 600);
    CHECK(is_valid_utf8(found.front()));
  }
}

}  // namespace

TEST_CASE("an encoding other than UTF-8 is named") {
  const std::string text = "name: Lakeside\n";
  expect_first_complaint({
      {"UTF-16, low byte first", "\xFF\xFE" + widened(text, 2, false), "a.yaml:1:1: ", "UTF-16"},
      {"UTF-16, high byte first", "\xFE\xFF" + widened(text, 2, true), "a.yaml:1:1: ", "UTF-16"},
      {"UTF-16 without a mark", widened(text, 2, false), "a.yaml:1:1: ", "UTF-16"},
      {"likewise, high byte first", widened(text, 2, true), "a.yaml:1:1: ", "UTF-16"},
      {"UTF-32", widened(text, 4, false), "a.yaml:1:1: ", "UTF-32"},
      {"UTF-32, high byte first", widened(text, 4, true), "a.yaml:1:1: ", "UTF-32"},
      {"UTF-32 with a mark", std::string("\xFF\xFE\0\0", 4) + widened(text, 4, false),
       "a.yaml:1:1: ", "UTF-32"},
      {"likewise, high byte first", std::string("\0\0\xFE\xFF", 4) + widened(text, 4, true),
       "a.yaml:1:1: ", "UTF-32"},
      {"Latin-1", "name: a\nabout: Cl\xEDnica\n", "a.yaml:2:10: ", "Latin-1"},
      {"an overlong slash", "a: \xC0\xAF\n", "a.yaml:1:4: ", "not UTF-8"},
      {"an overlong zero", "a: \xE0\x80\x80\n", "a.yaml:1:4: ", "not UTF-8"},
      {"half of a surrogate pair", "a: \xED\xA0\xBD\n", "a.yaml:1:4: ", "not UTF-8"},
      {"beyond Unicode", "a: \xF4\x90\x80\x80\n", "a.yaml:1:4: ", "not UTF-8"},
      {"the file ends within a character", "a: \xE2\x82", "a.yaml:1:4: ", "not UTF-8"},
  });
  CHECK(complaints("\xEF\xBB\xBFname: Lakeside\n").empty());
}

TEST_CASE("characters that no text has are named") {
  expect_first_complaint({
      {"zero", std::string("a: b\0c\n", 7), "a.yaml:1:5: ", "zero byte"},
      {"escape", "a: \x1B[2J\n", "a.yaml:1:4: ", "control character"},
      {"delete", "a: \x7F\n", "a.yaml:1:4: ", "control character"},
      {"next line (C1)", "a: ñ\xC2\x85 b\n", "a.yaml:1:5: ", "control character"},
      {"carriage returns alone", "a: 1\rb: 2\r", "a.yaml:1:5: ", "carriage return"},
      {"tab", "a:\n\tb: 1\n", "a.yaml:2:1: ", "a tab; use blanks"},
      {"a mark in the middle",
       "a: 1\n\xEF\xBB\xBF"
       "b: 2\n",
       "a.yaml:2:1: ", "byte order mark"},
      {"two marks",
       "\xEF\xBB\xBF\xEF\xBB\xBF"
       "b: 2\n",
       "a.yaml:1:1: ", "byte order mark"},
      {"U+FFFE", "a: \xEF\xBF\xBE\n", "a.yaml:1:4: ", "no character"},
      {"U+FDD0", "a: \xEF\xB7\x90\n", "a.yaml:1:4: ", "no character"},
      {"U+10FFFF", "a: \xF4\x8F\xBF\xBF\n", "a.yaml:1:4: ", "no character"},
      {"U+1FFFE", "a: \xF0\x9F\xBF\xBE\n", "a.yaml:1:4: ", "no character"},
  });
  for (const char* fine : {"a: \xEF\xBF\xBD\n", "a: \xEF\xB7\xB0\n", "a: \xF0\x9F\x98\x80\n",
                           "a: \xF0\xAF\xBF\xBD\n", "a: \xC2\xA0\n", "a: b\r\n"}) {
    CAPTURE(fine);
    CHECK(complaints(fine).empty());
  }
}

TEST_CASE("what YAML can and a practice need not is refused at its place") {
  expect_first_complaint({
      {"a version", "%YAML 1.2\n---\na: 1\n", "a.yaml:1:1: ", "directives"},
      {"a version that is not yet", "# one\n\n%YAML 9.9\n---\na: 1\n",
       "a.yaml:3:1: ", "directives"},
      {"a tag's prefix", "%TAG ! tag:x,2026:\n---\na: 1\n", "a.yaml:1:1: ", "directives"},
      {"behind a document", "a: 1\n...\n# two\n%X y\n---\nb: 1\n", "a.yaml:4:1: ", "directives"},
      {"merging", "a: {b: 1}\nc:\n  <<: {d: 1}\n", "a.yaml:3:3: ", "merging (<<)"},
      {"an anchor in itself", "a: &a [*a]\n", "a.yaml:1:4: ", "anchors"},
      {"an anchor in its own map", "&a {b: *a}\n", "a.yaml:1:1: ", "anchors"},
      {"billion laughs",
       "a: &a [x, x]\n" + std::string("b: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\n"),
       "a.yaml:1:4: ", "anchors"},
      {"an alias without an anchor", "a: *nothing\n", "a.yaml:1:4: ", "aliases"},
      {"code", "a: !!python/object/apply:os.system [x]\n", "a.yaml:1:4: ", "tags"},
      {"bytes", "a: !!binary aGk=\n", "a.yaml:1:4: ", "tags"},
      {"two documents", "---\na: 1\n---\nb: 2\n", "a.yaml:4:1: ", "a second document"},
      {"twice the same key", "a: 1\n'a': 2\n", "a.yaml:2:1: ", "a second time"},
  });
  CHECK(complaints("a: '<<'\n'<<': 1\nb: 100%\nc: |\n  %YAML\n").empty());
}

TEST_CASE("what is too large, too deep or too much is refused, not read") {
  constexpr std::size_t most = 1 << 20;
  expect_first_complaint({
      {"large", repeated("#", kLargestYamlFile + 1), "a.yaml:1:1: ", "too large"},
      {"deep in brackets", repeated("[", 10'000), "a.yaml:1:", "nested too deeply"},
      {"deep in lists", repeated("- ", 10'000), "a.yaml:1:81: ", "nested too deeply"},
      {"deep in maps", repeated("{a: ", 10'000), "a.yaml:1:", "nested too deeply"},
      {"deep in keys", repeated("? ", 10'000), "a.yaml:1:81: ", "nested too deeply"},
      {"many keys", numbered("a", ": 1\n", 300'000), "a.yaml:1001:1: ", "too many entries here"},
      {"the same key", repeated("a: 1\n", most / 5), "a.yaml:1001:1: ", "too many entries here"},
      {"many items", repeated("- a\n", most / 4), "a.yaml:1001:3: ", "too many entries here"},
      {"many items in a line", "[" + repeated("a,", most / 2),
       "a.yaml:1:2002: ", "too many entries"},
      {"many lists of lists", repeated("- [" + repeated("a,", 999) + "a]\n", 200),
       "a.yaml:", "says too much"},
      {"many documents", repeated("---\n", most / 4), "a.yaml:", "a second document"},
      {"a quote that never ends", "a: \"" + repeated("b\n", most / 2),
       "a.yaml:1:4: ", "never closed"},
      {"likewise, apostrophes", "a: '" + repeated("''", most / 2), "a.yaml:1:", "close the quote"},
      {"a key of megabytes", repeated("x", most) + ": 1: 2\n", "a.yaml:1:", ""},
  });
}

TEST_CASE("what is only long is read") {
  for (const std::string& yaml :
       {"a: " + repeated("x", kLargestYamlFile - 3), "a: >\n" + repeated("  x\n", 200'000),
        "a: |\n" + repeated("\n", 500'000), "a: x\n" + repeated("  y\n", 200'000),
        repeated("#\n", 300'000), "a: \"" + repeated("b\n", 300'000) + "\"\n",
        "a: " + repeated(" ", 500'000) + "b\n"}) {
    INFO(yaml.substr(0, 20));
    CHECK(complaints(yaml).empty());
  }
}

TEST_CASE("complaints stay readable, whatever they speak of") {
  Diagnostics found;
  found.error({"a.yaml", 1, 1}, "r", "unknown key '" + repeated("ñ", 5000) + "'; known: b");
  found.error({"a.yaml", 2, 1}, "r", "unknown key '\x1B[2J\nb.yaml:1:1: all is well'");
  const auto told = found.sorted();
  CHECK(told[0].what.size() <= kLongestDiagnostic);
  CHECK(is_valid_utf8(told[0].what));
  CHECK_THAT(told[0].what, Catch::StartsWith("unknown key 'ññ") && Catch::Contains(" ... ñ") &&
                               Catch::EndsWith("ñ'; known: b"));
  CHECK(told[1].what == "unknown key ' [2J b.yaml:1:1: all is well'");
}

TEST_CASE("of very many mistakes the first are told, and that there are more") {
  Diagnostics found;
  for (int i = 0; i < 5000; ++i) found.warning({"a.yaml", i + 1, 1}, "r", "doubtful");
  CHECK_FALSE(found.has_errors());
  for (int i = 0; i < 5000; ++i) found.error({"b.yaml", i + 1, 1}, "r", "wrong");
  CHECK(found.has_errors());
  const auto told = found.sorted();
  REQUIRE(told.size() == 2 * kMostDiagnostics + 2);
  CHECK(told[kMostDiagnostics].rule == "too_many");
  CHECK(told.back().rule == "too_many");
  CHECK(told.back().level == Diagnostic::Level::error);
}
