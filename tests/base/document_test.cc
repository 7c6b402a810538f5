#include "base/document.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

using namespace anteroom;

namespace {

std::vector<std::string> complaints(std::string_view yaml) {
  Diagnostics found;
  parse_yaml("a.yaml", yaml, found);
  std::vector<std::string> texts;
  for (const Diagnostic& d : found.sorted()) texts.push_back(to_text(d));
  return texts;
}

Node parsed(std::string_view yaml) {
  Diagnostics found;
  Node node = parse_yaml("a.yaml", yaml, found);
  for (const Diagnostic& d : found.sorted()) FAIL_CHECK(to_text(d));
  return node;
}

std::string repeated(std::string_view text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

}  // namespace

TEST_CASE("a document is a tree whose nodes know their places") {
  const Node root =
      parsed("name: Lakeside\nservices:\n  imaging: {label: \"MRI\"}\nlanguages: [en, es]\n");
  REQUIRE(root.is_map());
  CHECK(root["name"].text() == "Lakeside");
  CHECK(root["name"].place() == Place{"a.yaml", 1, 7});
  CHECK_FALSE(root["name"].quoted());
  CHECK(root["services"]["imaging"]["label"].quoted());
  CHECK(root["services"]["imaging"].place() == Place{"a.yaml", 3, 12});
  CHECK(root["languages"].texts() == std::vector<std::string>{"en", "es"});
  CHECK(root["name"].texts() == std::vector<std::string>{"Lakeside"});
  CHECK(root["services"].texts().empty());
  CHECK_FALSE(root["nothing"]["here"]);
  CHECK(root["nothing"].items().empty());
  CHECK(root.entries()[1].first.place() == Place{"a.yaml", 2, 1});
}

TEST_CASE("columns count characters, with and without a byte order mark and carriage returns") {
  CHECK(parsed("año: ñandú\n")["año"].place() == Place{"a.yaml", 1, 6});
  CHECK(parsed("\xEF\xBB\xBF"
               "a: b\r\nc: d\r\n")["c"]
            .place() == Place{"a.yaml", 2, 4});
  CHECK(parsed("{ñ: {ñ: x}, b: y}\n")["b"].place() == Place{"a.yaml", 1, 16});
}

TEST_CASE("empty values are null, and their place is their key's") {
  const Node root = parsed("a:\nb: ~\nc: null\nd: \"\"\ne: 'null'\nf:\n");
  for (const char* key : {"a", "b", "c", "f"}) {
    CAPTURE(key);
    CHECK(root[key].kind() == Node::Kind::null);
  }
  CHECK(root["a"].place() == Place{"a.yaml", 1, 1});
  CHECK(root["b"].place() == Place{"a.yaml", 2, 4});
  CHECK(root["f"].place() == Place{"a.yaml", 6, 1});
  CHECK(root["d"].is_scalar());
  CHECK(root["e"].text() == "null");
  CHECK(parsed("").kind() == Node::Kind::null);
  CHECK(parsed("# only a comment\n").place() == Place{"a.yaml", 1, 1});
}

TEST_CASE("texts of several lines, quotes and escapes are read") {
  const Node root = parsed(
      "a: |\n  one\n  two\nb: >\n  one\n  two\nc: 'it''s'\nd: \"tab\\tñ \\u00f1\"\ne: one\n  "
      "two\n");
  CHECK(root["a"].text() == "one\ntwo\n");
  CHECK(root["b"].text() == "one two\n");
  CHECK(root["c"].text() == "it's");
  CHECK(root["d"].text() == "tab\tñ ñ");
  CHECK(root["e"].text() == "one two");
}

TEST_CASE("scalars are numbers and booleans by YAML 1.2, never in quotes") {
  const auto scalar = [](const char* text) { return Node::scalar({}, text, false); };
  CHECK(scalar("42").integer() == 42);
  CHECK(scalar("+42").integer() == 42);
  CHECK(scalar("-7").integer() == -7);
  CHECK(scalar("0x1F").integer() == 31);
  CHECK(scalar("0o17").integer() == 15);
  CHECK(scalar("010").integer() == 10);
  for (const char* text :
       {"", "4.0", "4x", " 4", "--4", "+-4", "-+4", "0x", "0x-1", "+0x1", "99999999999", "yes"}) {
    CAPTURE(text);
    CHECK_FALSE(scalar(text).is_integer());
    CHECK(scalar(text).integer(-1) == -1);
  }
  CHECK(scalar("0.25").number() == 0.25);
  CHECK(scalar("+.5").number() == 0.5);
  CHECK(scalar("5.").number() == 5.0);
  CHECK(scalar("-1e3").number() == -1000.0);
  CHECK(scalar("12").number() == 12.0);
  for (const char* text :
       {"", ".", "+", "-.", "e5", "1e", "1.2.3", "0x1.8", ".inf", ".nan", "inf", "nan", "1e999"}) {
    CAPTURE(text);
    CHECK_FALSE(scalar(text).is_number());
  }
  CHECK(scalar("true").boolean());
  CHECK(scalar("TRUE").boolean());
  CHECK_FALSE(scalar("False").boolean(true));
  CHECK(scalar("yes").boolean(true));
  CHECK_FALSE(scalar("yes").is_boolean());
  const Node quoted = Node::scalar({}, "42", true);
  CHECK_FALSE(quoted.is_integer());
  CHECK_FALSE(quoted.is_number());
  CHECK(Node::scalar({}, "true", true).boolean(false) == false);
  CHECK(Node::null({}).integer(3) == 3);
}

TEST_CASE("what is wrong in a document is said at its place, in plain words") {
  const struct {
    const char* yaml;
    const char* where;
    const char* part;
  } rows[] = {
      {"a: 1\na: 2\n", "a.yaml:2:1: error: ", "'a' stands here a second time, first in line 1"},
      {"x: {a: 1, b: 2, a: 3}\n", "a.yaml:1:17: error: ", "'a' stands here a second time"},
      {"question:What is it?\nhelp: none\n",
       "a.yaml:1:9: error: ", "a blank is missing after this ':'"},
      {"a: b: c\n", "a.yaml:1:5: error: ", "in quotes"},
      {"a: 1\n  b: 2\n", "a.yaml:2:4: error: ", "indentation"},
      {"a:\n    x: 1\n  y: 2\n", "a.yaml:3:3: error: ", "same column"},
      {"a: \"never closed\nb: 1\n", "a.yaml:1:4: error: ", "this quote is never closed"},
      {"a: 'it''s\nb: 1\n", "a.yaml:1:4: error: ", "this quote is never closed"},
      {"a: \"closed\\\"\nb: 1\n", "a.yaml:1:4: error: ", "this quote is never closed"},
      {"a: \"foo\nb: \"bar\"\n", "a.yaml:2:5: error: ", "quotes and brackets"},
      {"a: 'it's'\n", "a.yaml:1:8: error: ", "an apostrophe within '...' is written twice"},
      {"a: 1\nb: [1, 2\nc: 3\n", "a.yaml:2:4: error: ", "this '[' is not closed"},
      {"b: {x: 1\nc: 3\n", "a.yaml:1:4: error: ", "this '{' is not closed"},
      {"a: 1\n]\n", "a.yaml:2:1: error: ", "closes nothing"},
      {"a: @home\n", "a.yaml:1:4: error: ", "put it in quotes"},
      {"a: \"\\q\"\n", "a.yaml:1:7: error: ", "backslash"},
      {"a: - b\n", "a.yaml:1:4: error: ", "list on a line of its own"},
      {"a: |x\n  b\n", "a.yaml:1:5: error: ", "begins on the next line"},
      {"- a\nb: 1\n", "a.yaml:2:1: error: ", "does not belong"},
      {"[1, 2] rest\n", "a.yaml:1:8: error: ", "does not belong"},
      {"a: 1\n---\nb: 1\n", "a.yaml:3:1: error: ", "a second document"},
      {"a: &x 1\n", "a.yaml:1:4: error: ", "anchors"},
      {"a: &x [1]\nb: &y {c: 1}\n", "a.yaml:1:4: error: ", "anchors"},
      {"a: *x\n", "a.yaml:1:4: error: ", "aliases"},
      {"a: !!str 1\n", "a.yaml:1:4: error: ", "tags"},
      {"a: !money {b: 1}\n", "a.yaml:1:4: error: ", "tags"},
      {"? [a, b]\n: 1\n", "a.yaml:1:3: error: ", "a key must be"},
      {"? {a: b}\n: 1\n", "a.yaml:1:3: error: ", "a key must be"},
      {"~: 1\n", "a.yaml:1:1: error: ", "a key must be"},
      {"a: 1\n\tb: 2\n", "a.yaml:2:1: error: ", "a tab"},
      {"a: ñ\tx\n", "a.yaml:1:5: error: ", "a tab"},
      {"a: 1\x04\nb: 2\n", "a.yaml:1:5: error: ", "control character"},
      {"a: 1\rb: 2\n", "a.yaml:1:5: error: ", "carriage return"},
      {"a: 1\nb: \xC3(\n", "a.yaml:2:4: error: ", "not UTF-8"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.yaml);
    const std::vector<std::string> found = complaints(row.yaml);
    REQUIRE_FALSE(found.empty());
    CHECK_THAT(found.front(), Catch::StartsWith(row.where) && Catch::Contains(row.part));
  }
}

TEST_CASE("several mistakes are found in one run") {
  CHECK(complaints("a: &x 1\nb: *x\na: !t 2\nc:\n  d: 1\n  d: 2\n").size() == 5);
  CHECK(complaints("\ta: 1\n\tb: 1\n").size() == 2);
}

TEST_CASE("a doubled key keeps its first value, and an alias stands for nothing") {
  Diagnostics found;
  const Node root = parse_yaml("a.yaml", "a: 1\nb: &x 2\na: 3\nc: *x\nd: 4\n", found);
  CHECK(root["a"].text() == "1");
  CHECK(root.entries().size() == 4);
  CHECK_FALSE(root["c"]);
  CHECK(root["d"].text() == "4");
}

TEST_CASE("size and depth are bounded") {
  CHECK(parsed(repeated("[", kDeepestYaml) + repeated("]", kDeepestYaml)).is_list());
  for (const char* opening : {"[", "{a: ", "- ", "? ", "[{a: "}) {
    CAPTURE(opening);
    const std::vector<std::string> found = complaints(repeated(opening, 100000));
    REQUIRE(found.size() == 1);
    CHECK_THAT(found[0], Catch::Contains("nested too deeply"));
  }
  CHECK_THAT(complaints(std::string(kLargestYamlFile + 1, '#')).at(0),
             Catch::Contains("too large"));
  CHECK(parsed("a: " + std::string(kLargestYamlFile - 3, 'x'))["a"].text().size() ==
        kLargestYamlFile - 3);
}

TEST_CASE("several documents of one file") {
  Diagnostics found;
  const std::vector<Node> documents =
      parse_yaml_documents("a.yaml", "---\na: 1\n---\na: 2\n---\n- 3\n", found);
  REQUIRE(documents.size() == 3);
  CHECK(documents[1]["a"].text() == "2");
  CHECK(documents[2].items().at(0).place() == Place{"a.yaml", 6, 3});
  CHECK_FALSE(found.has_errors());
  CHECK(parse_yaml_documents("a.yaml", "", found).empty());
  CHECK_FALSE(found.has_errors());
}

TEST_CASE("diagnostics are sorted by place, and doubles are removed") {
  Diagnostics found;
  found.warning({"b", 1, 1}, "r", "last");
  CHECK_FALSE(found.has_errors());
  found.error({"a", 10, 1}, "r", "third");
  found.error({"a", 9, 2}, "r", "second");
  found.error({"a", 9, 1}, "r", "first");
  found.error({"a", 9, 2}, "r", "second");
  CHECK(found.has_errors());
  std::vector<std::string> whats;
  for (const Diagnostic& d : found.sorted()) whats.push_back(d.what);
  CHECK(whats == std::vector<std::string>{"first", "second", "third", "last"});
  CHECK(to_text(found.sorted().back()) == "b:1:1: warning: last");
}

namespace {

constexpr std::string_view kSeed = R"(---
flow: new_visit   # a comment
label: {en: "New visit", es: 'Cita ''nueva'''}
items:
  - say: welcome
  - ask: service
    retries: 2
    then: {default: [a, b]}
  - answer_open_question
  - ask: "zip"
    help: |
      Five digits,
       like 94606
    when: {any: [{known: phone}, {not: {age: {at_least: 18}}}]}
)";

std::string mutated(std::string text, std::mt19937& random) {
  static constexpr std::string_view kPieces[] = {
      "[",   "]", "{",   "}",  ": ",   ":",     "- ",    "? ",   "\n",           "  ",
      "\"",  "'", "&a ", "*a", "!!t ", "---\n", "...\n", "|",    ">-\n",         "%",
      "@",   "#", ",",   "\t", "\\",   "~",     "\r\n",  "\xC3", "\xE2\x80\x8B", "%YAML 1.2\n",
      "<<: "};
  const auto below = [&](std::size_t size) { return random() % size; };
  for (unsigned changes = 1 + random() % 6; changes > 0; --changes) {
    const std::size_t at = below(text.size() + 1);
    switch (below(4)) {
      case 0:
        text.insert(at, kPieces[below(std::size(kPieces))]);
        break;
      case 1:
        text.erase(at, below(12));
        break;
      case 2:
        text.insert(at, text.substr(below(text.size() + 1), below(40)));
        break;
      default:
        if (at < text.size()) text[at] = static_cast<char>(random());
    }
  }
  return text;
}

std::size_t size_of(const Node& node) {
  std::size_t size = 1;
  for (const Node& item : node.items()) size += size_of(item);
  for (const auto& [key, value] : node.entries()) size += size_of(key) + size_of(value);
  return size;
}

}  // namespace

TEST_CASE("20,000 broken files never crash, and whatever is not read is complained about") {
  std::mt19937 random(5);
  std::string text(kSeed);
  std::size_t read = 0;
  for (int round = 0; round < 20000; ++round) {
    text = mutated(random() % 3 == 0 ? std::string(kSeed) : text.substr(0, 2000), random);
    Diagnostics found;
    const Node root = parse_yaml("a.yaml", text, found);
    read += size_of(root);
    if (!root && !found.has_errors()) FAIL_CHECK("silently not read:\n" << text);
    for (const Diagnostic& d : found.sorted()) {
      const auto lines = std::count(text.begin(), text.end(), '\n') + 1;
      if (d.place.line < 1 || d.place.line > lines || d.place.column < 1 || d.what.empty())
        FAIL_CHECK(to_text(d));
    }
  }
  CHECK(read > 20000);
}
