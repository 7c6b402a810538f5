// The names of an enum's values, as they stand in JSON and YAML: one table gives both ways.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace anteroom {

// names[i] names the value i: the values of the enum begin at 0 and have no gaps.
template <class Enum, std::size_t kCount>
struct Names {
  std::array<std::string_view, kCount> names;

  constexpr std::string_view of(Enum value) const { return names[static_cast<std::size_t>(value)]; }

  constexpr std::optional<Enum> parse(std::string_view text) const {
    const auto found = std::find(names.begin(), names.end(), text);
    if (found == names.end()) return std::nullopt;
    return static_cast<Enum>(found - names.begin());
  }
};

}  // namespace anteroom
