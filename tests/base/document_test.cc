#include "base/document.h"

#include <catch2/catch.hpp>

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

}  // namespace

TEST_CASE("a document is a tree whose nodes know their places") {
  const Node root =
      parsed("name: Lakeside\nservices:\n  imaging: {label: \"MRI\"}\nlanguages: [en, es]\n");
  REQUIRE(root.is_map());
  CHECK(root["name"].text() == "Lakeside");
  CHECK(root["name"].place() == Place{"a.yaml", 1, 7});
  CHECK(root["services"]["imaging"]["label"].quoted());
  CHECK(root["services"]["imaging"].place() == Place{"a.yaml", 3, 12});
  CHECK(root["languages"].texts() == std::vector<std::string>{"en", "es"});
  CHECK(root["name"].texts() == std::vector<std::string>{"Lakeside"});
  CHECK_FALSE(root["nothing"]["here"]);
  CHECK(root.entries()[1].first.place() == Place{"a.yaml", 2, 1});
}

TEST_CASE("what is wrong in a document is said at its place") {
  CHECK(complaints("a: 1\na: 2\n")
            .at(0)
            .starts_with("a.yaml:2:1: error: 'a' stands here a second time"));
}
