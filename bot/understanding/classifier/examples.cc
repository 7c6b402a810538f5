#include "bot/understanding/classifier/examples.h"

#include <nlohmann/json.hpp>

#include "base/json_text.h"
#include "base/text.h"

namespace anteroom::classifier {
namespace {

constexpr const char* kRule = "bad_example";
constexpr const char* kRight = R"(; each line is {"text":"...","label":"..."})";

// What is wrong with a row; empty: nothing.
std::string mistake_in(const nlohmann::json& row) {
  if (!row.is_object()) return "this line is no JSON object";
  for (const char* member : {"text", "label"}) {
    const auto found = row.find(member);
    if (found == row.end()) return std::string("there is no \"") + member + '"';
    if (!found->is_string()) return std::string("\"") + member + "\" is not text";
  }
  if (trimmed(row["label"].get_ref<const std::string&>()).empty()) return "the label is empty";
  return {};
}

}  // namespace

std::vector<PlacedExample> read_examples(const std::string& file, std::string_view bytes,
                                         Diagnostics& found) {
  std::vector<PlacedExample> examples;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  for (int line = 1; !bytes.empty(); ++line) {
    const std::string_view row = bytes.substr(0, bytes.find('\n'));
    bytes.remove_prefix(std::min(bytes.size(), row.size() + 1));
    if (trimmed(row).empty()) continue;
    const nlohmann::json json = parse_json(trimmed(row));
    if (const std::string mistake = mistake_in(json); !mistake.empty()) {
      found.error({file, line, 1}, kRule, mistake + kRight);
      continue;
    }
    const auto& text = json["text"].get_ref<const std::string&>();
    examples.push_back({{std::string(cut_utf8(text, kLongestExample)),
                         std::string(trimmed(json["label"].get_ref<const std::string&>()))},
                        line});
  }
  return examples;
}

}  // namespace anteroom::classifier
