// Counts the members of a plain struct while compiling, so that a table of base/stored.h with a row
// too few does not compile.
#pragma once

#include <cstddef>
#include <iterator>
#include <utility>

#include "base/stored.h"

namespace anteroom::stored {

// Can stand for any member when a struct is initialised; only ever named, never made.
struct AnyMember {
  template <class T>
  operator T&&() const;
};

template <class T, std::size_t... kIndex>
consteval bool takes_members(std::index_sequence<kIndex...>) {
  return requires { T{(static_cast<void>(kIndex), AnyMember{})...}; };
}

template <class T, std::size_t kCount = 0>
consteval std::size_t member_count() {
  if constexpr (takes_members<T>(std::make_index_sequence<kCount + 1>())) {
    return member_count<T, kCount + 1>();
  } else {
    return kCount;
  }
}

template <Tabled T>
inline constexpr bool has_row_for_each_member = std::size(Table<T>::kRows) == member_count<T>();

}  // namespace anteroom::stored
