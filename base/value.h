// What a field can hold, whatever its kind, and its two JSON forms. Text-like kinds (choice, text,
// name, phone, email, zip, urgency, date) hold a string in their normal form: a practice's id,
// E.164, lower case, ISO day.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <variant>
#include <vector>

#include "base/moment.h"
#include "base/result.h"

namespace anteroom {

using Ids = std::vector<std::string>;  // a `choices` field: several ids, in the order given

struct Timing {  // days, both inclusive, from <= to
  Date from;
  Date to;
  bool operator==(const Timing&) const = default;
};

struct Age {
  enum class Unit : unsigned char { years, months, days };
  int count = 0;
  Unit unit = Unit::years;
  bool operator==(const Age&) const = default;
};

using Value = std::variant<std::string, Ids, double, bool, Timing, Age>;

// The form users meet: an age in years is a plain number, {"months": 4} for infants, a timing
// {"from","to"}.
nlohmann::json to_json(const Value& value);

// The form we store, from which the value comes back as it was (an age in years is {"years": 34}).
nlohmann::json to_stored_json(const Value& value);
Result<Value> value_from_stored_json(const nlohmann::json& json);

// Ages in years, rounded down, for comparison: 4 months is 0.33.
double in_years(const Age& age);

}  // namespace anteroom
