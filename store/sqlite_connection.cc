#include "store/sqlite_connection.h"

namespace anteroom::store {

Query::~Query() {
  if (!x_statement) return;
  sqlite3_reset(x_statement);
  sqlite3_clear_bindings(x_statement);
}

void Query::note(int code) {
  if (code != SQLITE_OK && !x_error) x_error = error_of(sqlite3_db_handle(x_statement), code);
}

bool Query::next() {
  if (x_error) return false;
  const int code = sqlite3_step(x_statement);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) note(code);
  return false;
}

Result<void> Query::end() {
  while (next()) {
  }
  if (x_error) return tl::make_unexpected(*x_error);
  return {};
}

bool Query::is_null(int column) const {
  return sqlite3_column_type(x_statement, column) == SQLITE_NULL;
}

std::int64_t Query::number(int column) const { return sqlite3_column_int64(x_statement, column); }

std::string_view Query::bytes(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(x_statement, column));
  return data ? std::string_view(
                    data, static_cast<std::size_t>(sqlite3_column_bytes(x_statement, column)))
              : std::string_view();
}

void Query::bind_number(int place, std::int64_t number) {
  note(sqlite3_bind_int64(x_statement, place, number));
}

// Bound values are copied: a query may outlive them.
void Query::bind_text(int place, std::string_view text) {
  // A null pointer would bind NULL, not the empty text.
  const char* data = text.data() ? text.data() : "";
  note(sqlite3_bind_text64(x_statement, place, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Query::bind_blob(int place, const Blob& blob) {
  note(blob.bytes ? sqlite3_bind_blob64(x_statement, place, blob.bytes->data(), blob.bytes->size(),
                                        SQLITE_TRANSIENT)
                  : sqlite3_bind_null(x_statement, place));
}

Result<Connection> Connection::open(const std::string& path, std::chrono::milliseconds busy_timeout,
                                    const std::string& vfs) {
  Connection connection;
  sqlite3* database = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &database,
                                   SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
                                   vfs.empty() ? nullptr : vfs.c_str());
  connection.x_database.reset(database);
  // A connection that did not open knows no name of its own.
  if (code != SQLITE_OK) return failure(path, error_of(database, code).what);
  sqlite3_extended_result_codes(database, 1);
  sqlite3_busy_timeout(database, static_cast<int>(busy_timeout.count()));
  return connection;
}

Result<void> Connection::run_script(const char* statements) {
  const int code = sqlite3_exec(x_database.get(), statements, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return tl::make_unexpected(error_of(x_database.get(), code));
  return {};
}

Result<sqlite3_stmt*> Connection::prepared(std::string_view sql) {
  if (const auto known = x_statements.find(sql); known != x_statements.end())
    return known->second.get();
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(x_database.get(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK) return tl::make_unexpected(error_of(x_database.get(), code));
  x_statements[sql].reset(statement);
  return statement;
}

namespace {

struct Meaning {
  int code;
  const char* what;
};

constexpr Meaning kMeanings[] = {
    {SQLITE_FULL, "the disk is full: free some space; nothing of this commit was kept"},
    {SQLITE_READONLY,
     "the database may not be written: correct the mode of the file and of its folder"},
    {SQLITE_IOERR, "the disk reported an error"},
    {SQLITE_BUSY, "another process kept the database locked for too long"},
    {SQLITE_PROTOCOL, "other processes kept the database's log locked for too long"},
    {SQLITE_LOCKED, "another connection kept the database locked"},
    {SQLITE_NOTADB, "the file is not a SQLite database: name another file"},
    {SQLITE_CORRUPT, "the database is damaged: restore it from a backup"},
    {SQLITE_CANTOPEN,
     "the database cannot be opened: its folder must be there, and this user must be able to write "
     "in it"},
    {SQLITE_TOOBIG, "a value is too large for the database"},
    {SQLITE_NOMEM, "there is no memory left"},
};

}  // namespace

Error error_of(sqlite3* database, int code) {
  const char* file = database ? sqlite3_db_filename(database, "main") : nullptr;
  Error error{file && *file ? file : "sqlite", sqlite3_errstr(code)};
  for (const Meaning& meaning : kMeanings) {
    if (meaning.code == (code & 0xff))
      error.what = std::string(meaning.what) + " (" + sqlite3_errstr(code) + ")";
  }
  // SQLite's own words name tables and columns, which helps with a mistake in a statement.
  if ((code & 0xff) == SQLITE_ERROR || (code & 0xff) == SQLITE_CONSTRAINT)
    error.what = sqlite3_errmsg(database);
  return error;
}

}  // namespace anteroom::store
