// The names of the server's limits: what an operator may set with `serve --limit NAME=VALUE`, and
// what docs/operations.md lists. The defaults are those of settings.h. Pure.
#pragma once

#include <chrono>
#include <cstddef>
#include <span>
#include <string_view>
#include <variant>

#include "base/result.h"
#include "channels/web/settings.h"

namespace anteroom::web {

struct Limit {
  using Count = std::size_t& (*)(ServerSettings&);  // a whole number
  using Rate = double& (*)(ServerSettings&);
  using Time = Milliseconds& (*)(ServerSettings&);  // given in seconds

  std::string_view name;
  std::string_view bounds;  // what it bounds
  std::string_view unit;
  double least;
  double most;
  std::variant<Count, Rate, Time> field;
};

std::span<const Limit> limits();

// In the unit of the limit.
double value_of(const Limit& limit, const ServerSettings& settings);

// "name=value"; fails on a name that is none and on a value out of the limit's range.
Result<void> set_limit(ServerSettings& settings, std::string_view assignment);

}  // namespace anteroom::web
