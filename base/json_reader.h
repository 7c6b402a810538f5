// Reads the members of one JSON object that we wrote earlier: a missing member takes its fallback
// (so older records load), an unknown one is passed over, one of the wrong kind makes the whole
// reading fail. Used wherever stored JSON comes back; what users send to us is checked by their own
// readers.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/moment.h"
#include "base/result.h"

namespace anteroom {

class JsonReader {
 public:
  // `what` names the object in errors, e.g. "inbound".
  JsonReader(const nlohmann::json& json, std::string_view what);

  std::string text(const char* key, std::string fallback = "");
  bool flag(const char* key, bool fallback = false);
  std::optional<bool> optional_flag(const char* key);
  std::optional<std::string> optional_text(const char* key);
  double number(const char* key, double fallback = 0.0);
  Moment moment(const char* key);
  std::vector<std::string> texts(const char* key);

  template <class Integer = int>
  Integer integer(const char* key, Integer fallback = 0) {
    const nlohmann::json* member = find(key);
    if (!member) return fallback;
    if (member->is_number_integer()) return member->get<Integer>();
    fail(key, "a whole number");
    return fallback;
  }

  // A value of a table of names (base/names.h).
  template <class Parse, class Enum>
  Enum name(const char* key, const Parse& parse, Enum fallback) {
    const nlohmann::json* member = find(key);
    if (!member) return fallback;
    const auto* word = member->get_ptr<const std::string*>();
    const std::optional<Enum> value = word ? parse(*word) : std::nullopt;
    if (!value) fail(key, "a name that is known");
    return value.value_or(fallback);
  }

  // What `read` makes of the member, which gives a Result.
  template <class Value, class Read>
  std::optional<Value> nested(const char* key, const Read& read) {
    const nlohmann::json* member = find(key);
    if (!member) return std::nullopt;
    return keep<Value>(read(*member));
  }

  template <class Value, class Read>
  std::vector<Value> list(const char* key, const Read& read) {
    std::vector<Value> values;
    const nlohmann::json* member = find(key);
    if (!member) return values;
    if (!member->is_array()) fail(key, "a list");
    for (const nlohmann::json& item : *member) {
      if (std::optional<Value> value = keep<Value>(read(item))) values.push_back(std::move(*value));
    }
    return values;
  }

  // The member; null where there is none or it is null.
  const nlohmann::json* find(const char* key) const;
  void fail(const char* key, std::string_view expected);

  // The value, or what was wrong first.
  template <class Value>
  Result<Value> finish(Value value) {
    if (x_error) return tl::make_unexpected(std::move(*x_error));
    return value;
  }

 private:
  template <class Value>
  std::optional<Value> keep(Result<Value> result) {
    if (result) return std::move(*result);
    if (!x_error) x_error = std::move(result.error());
    return std::nullopt;
  }

  const nlohmann::json& x_json;
  std::string x_what;
  std::optional<Error> x_error;
};

}  // namespace anteroom
