#include "practice_fixture.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

namespace anteroom::testing {

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file.good());
  std::stringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

std::string all_of(const Diagnostics& found) {
  std::string text;
  for (const Diagnostic& diagnostic : found.sorted()) text += to_text(diagnostic) + "\n";
  return text;
}

Node read_yaml(const std::string& path, Diagnostics& found) {
  return parse_yaml(path, bytes_of(path), found);
}

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

Age age_of(const std::string& text) {
  Age age;
  age.count = std::stoi(text);
  if (text.find("month") != std::string::npos) age.unit = Age::Unit::months;
  if (text.find("day") != std::string::npos) age.unit = Age::Unit::days;
  return age;
}

}  // namespace

const SmallPractice& small_practice() {
  static const SmallPractice practice = read_small_practice();
  return practice;
}

Value value_of(const Field& field, const Node& node) {
  switch (field.kind) {
    case FieldKind::choices:
      return node.texts();
    case FieldKind::yes_no:
      return node.text() == "yes";
    case FieldKind::number:
      return node.number();
    case FieldKind::age:
      return age_of(node.text());
    case FieldKind::timing:
      return Timing{*parse_date(node["from"].text()), *parse_date(node["to"].text())};
    default:
      return node.text();
  }
}

}  // namespace anteroom::testing
