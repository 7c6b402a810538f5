// One connection to a SQLite file, with its prepared statements kept for reuse. Used by one thread
// at a time. A failed step ends the query and is told once, by end(); nothing throws, and no error
// text holds a bound value.
#pragma once

#include <sqlite3.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>

#include "base/moment.h"
#include "base/result.h"

namespace anteroom::store {

struct Blob {  // bound as bytes, not as text; none: NULL
  std::optional<std::string> bytes;
};

// A statement while it runs: bound, stepped by next(), reset when it goes.
class Query {
 public:
  template <class... Values>
  explicit Query(Result<sqlite3_stmt*> statement, const Values&... values) {
    if (!statement) {
      x_error = std::move(statement.error());
      return;
    }
    x_statement = *statement;
    int place = 0;
    (bind(++place, values), ...);
  }
  ~Query();
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  bool next();         // true where there is a row
  Result<void> end();  // runs what is left; the error of any step so far

  bool is_null(int column) const;
  std::int64_t number(int column) const;
  std::string_view bytes(int column) const;  // valid until the next next()
  std::string text(int column) const { return std::string(bytes(column)); }
  Moment moment(int column) const { return Moment(Duration(number(column))); }

 private:
  template <class Value>
  void bind(int place, const Value& value) {
    if constexpr (std::is_same_v<Value, Moment>) {
      bind_number(place, value.time_since_epoch().count());
    } else if constexpr (std::is_integral_v<Value>) {
      bind_number(place, static_cast<std::int64_t>(value));
    } else if constexpr (std::is_same_v<Value, Blob>) {
      bind_blob(place, value);
    } else {
      bind_text(place, value);
    }
  }
  void bind_number(int place, std::int64_t number);
  void bind_blob(int place, const Blob& blob);
  void bind_text(int place, std::string_view text);
  void note(int code);

  sqlite3_stmt* x_statement = nullptr;
  std::optional<Error> x_error;
};

class Connection {
 public:
  static Result<Connection> open(const std::string& path, std::chrono::milliseconds busy_timeout,
                                 const std::string& vfs = {});

  // `sql` is one statement; it is prepared at its first use.
  template <class... Values>
  Query query(std::string_view sql, const Values&... values) {
    return Query(prepared(sql), values...);
  }
  template <class... Values>
  Result<void> run(std::string_view sql, const Values&... values) {
    return query(sql, values...).end();
  }
  Result<void> run_script(const char* statements);

  bool in_transaction() const { return sqlite3_get_autocommit(x_database.get()) == 0; }
  std::int64_t changes() const { return sqlite3_changes64(x_database.get()); }
  std::int64_t last_row() const { return sqlite3_last_insert_rowid(x_database.get()); }
  sqlite3* handle() const { return x_database.get(); }

 private:
  struct Close {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
  };
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };

  Result<sqlite3_stmt*> prepared(std::string_view sql);

  std::unique_ptr<sqlite3, Close> x_database;
  std::unordered_map<std::string_view, std::unique_ptr<sqlite3_stmt, Finalize>>
      x_statements;  // keys are literals
};

// What SQLite's code means for whoever runs the program, and what would be right.
Error error_of(sqlite3* database, int code);

}  // namespace anteroom::store
