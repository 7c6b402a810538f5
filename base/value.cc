#include "base/value.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "base/json_reader.h"
#include "base/names.h"

namespace anteroom {
namespace {

using Json = nlohmann::json;

constexpr Names<Age::Unit, 3> kAgeUnits{{"years", "months", "days"}};

struct ToJson {
  Json operator()(const std::string& text) const { return text; }
  Json operator()(const Ids& ids) const { return ids; }
  Json operator()(bool flag) const { return flag; }
  Json operator()(const Timing& timing) const {
    return {{"from", to_text(timing.from)}, {"to", to_text(timing.to)}};
  }
  Json operator()(const Age& age) const {
    if (age.unit == Age::Unit::years) return age.count;
    return {{kAgeUnits.of(age.unit), age.count}};
  }
  Json operator()(double number) const {
    constexpr double kExact = 9007199254740992.0;  // 2^53
    const bool whole = std::trunc(number) == number && std::abs(number) < kExact;
    if (whole) return static_cast<std::int64_t>(number);
    return number;
  }
};

Error bad_value() {
  return {"value", "expected a text, a list of ids, a number, true or false, a timing or an age"};
}

Result<Value> object_from(const Json& json) {
  if (json.contains("from")) {
    JsonReader reader(json, "timing");
    const auto from = parse_date(reader.text("from")), to = parse_date(reader.text("to"));
    if (!from || !to) return failure("timing", "expected {from, to}, both a day like 2026-12-01");
    return reader.finish<Value>(Timing{*from, *to});
  }
  for (const std::string_view unit : kAgeUnits.names) {
    const auto count = json.find(unit);
    if (count == json.end() || !count->is_number_integer()) continue;
    return Age{count->get<int>(), *kAgeUnits.parse(unit)};
  }
  return tl::make_unexpected(bad_value());
}

Result<Value> ids_from(const Json& json) {
  Ids ids;
  for (const Json& id : json) {
    if (!id.is_string()) return tl::make_unexpected(bad_value());
    ids.push_back(id.get<std::string>());
  }
  return ids;
}

}  // namespace

Json to_json(const Value& value) { return std::visit(ToJson{}, value); }

Json to_stored_json(const Value& value) {
  if (const auto* age = std::get_if<Age>(&value)) return {{kAgeUnits.of(age->unit), age->count}};
  return to_json(value);
}

Result<Value> value_from_stored_json(const Json& json) {
  if (json.is_string()) return json.get<std::string>();
  if (json.is_boolean()) return json.get<bool>();
  if (json.is_number()) return json.get<double>();
  if (json.is_array()) return ids_from(json);
  if (json.is_object()) return object_from(json);
  return tl::make_unexpected(bad_value());
}

double in_years(const Age& age) {
  constexpr double kDaysInYear = 365.2425;
  switch (age.unit) {
    case Age::Unit::years:
      return age.count;
    case Age::Unit::months:
      return std::floor(age.count / 12.0 * 100.0) / 100.0;
    case Age::Unit::days:
      return std::floor(age.count / kDaysInYear * 100.0) / 100.0;
  }
  return 0.0;
}

}  // namespace anteroom
