// The tables of a SQLite store, as a list of migrations: version n of the schema is what the first
// n made of an empty file. Called when a store is opened. A file of a newer version, or of another
// program, is refused and left as it is.
#pragma once

#include <span>

#include "store/sqlite_connection.h"

namespace anteroom::store {

struct Migration {
  const char* name;
  const char* statements;
};

// Never change a migration that was released: add one.
std::span<const Migration> migrations();

// Each migration in its own transaction; several processes may do this at once.
Result<void> migrate(Connection& connection, std::span<const Migration> list);

}  // namespace anteroom::store
