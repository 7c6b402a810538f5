// One input is one YAML file, read as a tree.
#include "base/document.h"

#include "base/text.h"
#include "tests/fuzz/document_checks.h"
#include "tests/fuzz/fuzz.h"

namespace anteroom::fuzz {
namespace {

void check_values(const Node& node) {
  if (node.is_scalar()) {
    expect(is_valid_utf8(node.text()), "a text is UTF-8");
    expect(!node.is_integer() || node.is_number(), "a whole number is a number");
  }
  for (const Node& item : node.items()) check_values(item);
  for (const auto& [key, value] : node.entries()) {
    expect(key.is_scalar(), "a key is a text");
    check_values(value);
  }
}

void read(std::string_view bytes) {
  Diagnostics found;
  const Node root = parse_yaml("a.yaml", bytes, found);
  expect(root || found.has_errors(), "what is not read is complained about");
  check_places(found, "a.yaml", bytes);
  check_places(root, bytes);
  check_values(root);
  Diagnostics found_in_all;
  for (const Node& document : parse_yaml_documents("a.yaml", bytes, found_in_all))
    check_places(document, bytes);
  check_places(found_in_all, "a.yaml", bytes);
}

}  // namespace
}  // namespace anteroom::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  anteroom::fuzz::read(anteroom::fuzz::as_text(data, size));
  return 0;
}
