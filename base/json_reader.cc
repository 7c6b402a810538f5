#include "base/json_reader.h"

namespace anteroom {

using Json = nlohmann::json;

JsonReader::JsonReader(const Json& json, std::string_view what) : x_json(json), x_what(what) {
  if (!json.is_object()) x_error = Error{x_what, "expected an object"};
}

const Json* JsonReader::find(const char* key) const {
  if (!x_json.is_object()) return nullptr;
  const auto member = x_json.find(key);
  return member == x_json.end() || member->is_null() ? nullptr : &*member;
}

void JsonReader::fail(const char* key, std::string_view expected) {
  if (!x_error) x_error = Error{x_what + "." + key, "expected " + std::string(expected)};
}

std::optional<std::string> JsonReader::optional_text(const char* key) {
  const Json* member = find(key);
  if (!member) return std::nullopt;
  if (const auto* text = member->get_ptr<const std::string*>()) return *text;
  fail(key, "a text");
  return std::nullopt;
}

std::string JsonReader::text(const char* key, std::string fallback) {
  return optional_text(key).value_or(std::move(fallback));
}

std::optional<bool> JsonReader::optional_flag(const char* key) {
  const Json* member = find(key);
  if (!member) return std::nullopt;
  if (const auto* flag = member->get_ptr<const bool*>()) return *flag;
  fail(key, "true or false");
  return std::nullopt;
}

bool JsonReader::flag(const char* key, bool fallback) {
  return optional_flag(key).value_or(fallback);
}

double JsonReader::number(const char* key, double fallback) {
  const Json* member = find(key);
  if (!member) return fallback;
  if (member->is_number()) return member->get<double>();
  fail(key, "a number");
  return fallback;
}

Moment JsonReader::moment(const char* key) {
  const std::optional<std::string> written = optional_text(key);
  if (!written) return {};
  const std::optional<Moment> moment = parse_moment(*written);
  if (!moment) fail(key, "a time like 2026-11-21T09:00:00Z");
  return moment.value_or(Moment{});
}

std::vector<std::string> JsonReader::texts(const char* key) {
  const auto read = [&](const Json& item) -> Result<std::string> {
    if (item.is_string()) return item.get<std::string>();
    return failure(x_what + "." + key, "expected a list of texts");
  };
  return list<std::string>(key, read);
}

}  // namespace anteroom
