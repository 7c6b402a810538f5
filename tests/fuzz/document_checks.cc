#include "tests/fuzz/document_checks.h"

#include <algorithm>

#include "base/text.h"
#include "tests/fuzz/fuzz.h"

namespace anteroom::fuzz {
namespace {

// The column behind the last character counts: there the file ends too early.
void check_place(const Place& place, std::string_view bytes) {
  expect(place.line >= 1 && place.column >= 1, "lines and columns count from 1");
  std::string_view rest = bytes;
  for (int line = 1; line < place.line; ++line) {
    expect(rest.find('\n') != std::string_view::npos, "a place's line is in the file");
    take_until(rest, '\n');
  }
  const std::string_view line = take_until(rest, '\n');
  expect(static_cast<std::size_t>(place.column) <= line.size() + 1,
         "a place's column is in its line");
}

}  // namespace

void check_places(const Diagnostics& found, std::string_view file, std::string_view bytes) {
  for (const Diagnostic& one : found.sorted()) {
    expect(!one.what.empty() && !one.rule.empty(), "a diagnostic says what is wrong");
    expect(is_valid_utf8(one.what), "a diagnostic is UTF-8");
    if (one.place.file == file) check_place(one.place, bytes);
  }
}

void check_places(const Node& node, std::string_view bytes) {
  if (!node) return;
  check_place(node.place(), bytes);
  for (const Node& item : node.items()) check_places(item, bytes);
  for (const auto& [key, value] : node.entries()) {
    check_places(key, bytes);
    check_places(value, bytes);
  }
}

}  // namespace anteroom::fuzz
