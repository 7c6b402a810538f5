#include "base/json_text.h"

#include <nlohmann/json.hpp>

namespace anteroom {
namespace {

// Counts brackets outside of texts; what is no JSON for other reasons is left to the parser.
bool nests_too_deep(std::string_view bytes) {
  int depth = 0;
  bool in_text = false;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const char c = bytes[at];
    if (in_text && c == '\\') {
      ++at;
    } else if (c == '"') {
      in_text = !in_text;
    } else if (!in_text && (c == '[' || c == '{')) {
      if (++depth > kDeepestJson) return true;
    } else if (!in_text && (c == ']' || c == '}')) {
      --depth;
    }
  }
  return false;
}

}  // namespace

nlohmann::json parse_json(std::string_view bytes) {
  const bool refused = bytes.find('\0') != std::string_view::npos || nests_too_deep(bytes);
  if (refused) return nlohmann::json(nlohmann::json::value_t::discarded);
  return nlohmann::json::parse(bytes, nullptr, false);
}

std::string dump_json(const nlohmann::json& value) {
  return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace anteroom
