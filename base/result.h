// How expected failure travels: a value or an Error. Every room returns these; nobody throws across
// a room's edge (exceptions of libraries are caught in the one file that wraps the library). Odd
// input of a visitor is never an Error but a Reading; a bug is an assertion.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace anteroom {

// `where` is file:line:column, a route, a table or a flag; `what` says what is wrong and what would
// be right. Neither ever holds a visitor's words.
struct Error {
  std::string where;
  std::string what;

  bool operator==(const Error&) const = default;
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(std::string where, std::string what) {
  return tl::make_unexpected(Error{std::move(where), std::move(what)});
}

inline std::string to_text(const Error& error) {
  return error.where.empty() ? error.what : error.where + ": " + error.what;
}

}  // namespace anteroom
