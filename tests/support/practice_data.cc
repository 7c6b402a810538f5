#include "tests/support/practice_data.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace anteroom::testing {
namespace {

Age age_of(const std::string& text) {
  Age age;
  age.count = std::stoi(text);
  if (text.find("month") != std::string::npos) age.unit = Age::Unit::months;
  if (text.find("day") != std::string::npos) age.unit = Age::Unit::days;
  return age;
}

}  // namespace

std::string bytes_of(const std::string& path) {
  INFO(path);
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file.good());
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> files_in(const std::string& folder) {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.path().extension() == ".yaml") files.push_back(entry.path().string());
  std::sort(files.begin(), files.end());
  return files;
}

std::string all_of(const Diagnostics& found) {
  std::string text;
  for (const Diagnostic& diagnostic : found.sorted()) text += to_text(diagnostic) + "\n";
  return text;
}

Node read_yaml(const std::string& path, Diagnostics& found) {
  return parse_yaml(path, bytes_of(path), found);
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
