#include "store/sqlite_store.h"

#include <future>

#include "store/private_file.h"
#include "store/sqlite_schema.h"

namespace anteroom::store {
namespace {

// Another process that is just opening the same new file makes this change fail without SQLite's
// own waiting.
Result<void> use_write_ahead_log(Connection& connection, std::chrono::milliseconds patience) {
  constexpr std::chrono::milliseconds kPause{10};
  for (auto waited = std::chrono::milliseconds::zero();; waited += kPause) {
    const int code =
        sqlite3_exec(connection.handle(), "PRAGMA journal_mode = WAL", nullptr, nullptr, nullptr);
    if (code == SQLITE_OK) return {};
    if ((code & 0xff) != SQLITE_BUSY || waited >= patience)
      return tl::make_unexpected(error_of(connection.handle(), code));
    std::this_thread::sleep_for(kPause);
  }
}

Result<Connection> open_writing(const SqliteOptions& options) {
  if (auto made = make_private_file(options.path); !made) return tl::make_unexpected(made.error());
  auto connection = Connection::open(options.path, options.busy_timeout, options.vfs);
  if (!connection) return connection;
  auto ready = migrate(*connection, migrations());
  if (ready) ready = use_write_ahead_log(*connection, options.busy_timeout);
  if (ready)
    ready = connection->run_script(
        "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON");
  if (!ready) return tl::make_unexpected(ready.error());
  return connection;
}

Result<Connection> open_reading(const SqliteOptions& options) {
  auto connection = Connection::open(options.path, options.busy_timeout, options.vfs);
  if (!connection) return connection;
  if (auto ready = connection->run_script("PRAGMA query_only = ON; PRAGMA cell_size_check = ON");
      !ready)
    return tl::make_unexpected(ready.error());
  return connection;
}

// A connection that has not read yet does not know that there is a log.
Result<Connection> open_moving(const SqliteOptions& options) {
  auto connection = Connection::open(options.path, options.busy_timeout, options.vfs);
  if (!connection) return connection;
  if (auto ready = connection->run_script("PRAGMA synchronous = FULL; PRAGMA user_version"); !ready)
    return tl::make_unexpected(ready.error());
  return connection;
}

Result<std::string> stored_fingerprint(Connection& connection) {
  Query query = connection.query("SELECT value FROM meta WHERE name = 'look_up_key'");
  std::string value = query.next() ? query.text(0) : std::string();
  if (auto ended = query.end(); !ended) return tl::make_unexpected(ended.error());
  return value;
}

// A database remembers which key it was made with: with another one, everybody in it would be a
// stranger.
Result<LookUpKey> open_key(Connection& connection, const SqliteOptions& options) {
  const auto known = stored_fingerprint(connection);
  if (!known) return tl::make_unexpected(known.error());
  auto key = options.look_up_key.empty()
                 ? LookUpKey::from_file(options.path + ".key", known->empty())
                 : LookUpKey::from_hex(options.look_up_key);
  if (!key) return key;
  auto noted = connection.run("INSERT OR IGNORE INTO meta (name, value) VALUES ('look_up_key', ?)",
                              Blob{key->fingerprint()});
  if (!noted) return tl::make_unexpected(noted.error());
  const auto kept = stored_fingerprint(connection);
  if (!kept) return tl::make_unexpected(kept.error());
  if (*kept != key->fingerprint()) {
    return failure(
        options.path,
        "the look-up key is not the one that this database was made with: put the former key back");
  }
  return key;
}

}  // namespace

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(SqliteOptions options) {
  auto writing = open_writing(options);
  if (!writing) return tl::make_unexpected(writing.error());
  auto key = open_key(*writing, options);
  if (!key) return tl::make_unexpected(key.error());
  auto reading = open_reading(options);
  if (!reading) return tl::make_unexpected(reading.error());
  auto moving = open_moving(options);
  if (!moving) return tl::make_unexpected(moving.error());
  return std::unique_ptr<SqliteStore>(new SqliteStore(
      {std::move(*writing), std::move(*reading), std::move(*moving)}, *key, std::move(options)));
}

SqliteStore::SqliteStore(Connections connections, LookUpKey key, SqliteOptions options)
    : x_codec(std::move(options.codec)),
      x_key(key),
      x_reads(std::move(connections.reading), *x_codec, x_key),
      x_writer(std::move(connections.writing), std::move(connections.moving), options.log, *x_codec,
               x_key, std::move(options.before_group)) {}

Result<void> SqliteStore::set_outbox(std::string_view key, std::string_view state, int attempts,
                                     Moment due) {
  std::promise<CommitResult> promise;
  x_writer.add(OutboxChange{std::string(key), std::string(state), attempts, due},
               [&promise](CommitResult result) { promise.set_value(std::move(result)); });
  const CommitResult result = promise.get_future().get();
  if (result.outcome != Outcome::committed) return tl::make_unexpected(result.error);
  return {};
}

}  // namespace anteroom::store
