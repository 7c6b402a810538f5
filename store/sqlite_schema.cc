#include "store/sqlite_schema.h"

namespace anteroom::store {
namespace {

// A turn is one row, appended and never changed. Its small columns come first: the turns of a case
// are followed without reading the content, which for large rows lies on pages of its own. BLOB
// columns hold what the codec made.
constexpr Migration kMigrations[] = {
    {"cases, turns, look-ups, handoffs, outbox", R"(
      CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;

      CREATE TABLE cases (case_no INTEGER PRIMARY KEY, case_id TEXT NOT NULL UNIQUE);

      CREATE TABLE turns (
        case_no INTEGER NOT NULL REFERENCES cases,
        version INTEGER NOT NULL,
        at INTEGER NOT NULL,
        inbound_id TEXT NOT NULL,
        inbound_hash BLOB NOT NULL,
        conversation BLOB NOT NULL,
        snapshot BLOB,
        difference BLOB NOT NULL,
        transcript BLOB NOT NULL);
      CREATE UNIQUE INDEX turns_of_case ON turns (case_no, version);

      CREATE TABLE look_ups (
        hash BLOB NOT NULL,
        kind TEXT NOT NULL,
        case_no INTEGER NOT NULL REFERENCES cases,
        PRIMARY KEY (hash, kind, case_no)) WITHOUT ROWID;

      CREATE TABLE handoffs (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        queue TEXT NOT NULL,
        tier TEXT NOT NULL,
        state TEXT NOT NULL,
        opened INTEGER NOT NULL,
        due INTEGER NOT NULL,
        summary BLOB NOT NULL);
      CREATE INDEX handoffs_not_closed ON handoffs (due) WHERE state <> 'closed';

      CREATE TABLE outbox (
        key TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        case_id TEXT NOT NULL,
        due INTEGER NOT NULL,
        state TEXT NOT NULL,
        attempts INTEGER NOT NULL,
        data BLOB NOT NULL);
      CREATE INDEX outbox_waiting ON outbox (due) WHERE state = 'waiting';
    )"},
    // An index over all turns costs a page of its own with every turn of another case, more than
    // all the rest of a commit. A case knows its newest turn instead, and each turn the one before.
    {"the turns of a case are linked", R"(
      ALTER TABLE cases ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE cases ADD COLUMN newest_turn INTEGER NOT NULL DEFAULT 0;

      ALTER TABLE turns RENAME TO indexed_turns;
      CREATE TABLE turns (
        turn_no INTEGER PRIMARY KEY,
        case_no INTEGER NOT NULL REFERENCES cases,
        version INTEGER NOT NULL,
        turn_before INTEGER NOT NULL,
        at INTEGER NOT NULL,
        inbound_id TEXT NOT NULL,
        inbound_hash BLOB NOT NULL,
        conversation BLOB NOT NULL,
        snapshot BLOB,
        difference BLOB NOT NULL,
        transcript BLOB NOT NULL);
      INSERT INTO turns
        SELECT rowid, case_no, version, lag(rowid, 1, 0) OVER (PARTITION BY case_no ORDER BY version),
               at, inbound_id, inbound_hash, conversation, snapshot, difference, transcript
        FROM indexed_turns ORDER BY rowid;
      UPDATE cases SET (version, newest_turn) =
        (SELECT version, rowid FROM indexed_turns WHERE indexed_turns.case_no = cases.case_no
         ORDER BY version DESC LIMIT 1);
      DROP TABLE indexed_turns;
    )"},
};

Result<std::int64_t> number_of(Connection& connection, std::string_view sql) {
  Query query = connection.query(sql);
  const std::int64_t number = query.next() ? query.number(0) : 0;
  if (auto ended = query.end(); !ended) return tl::make_unexpected(ended.error());
  return number;
}

// 0 for an empty file; an error for tables that are not ours.
Result<std::int64_t> version_of(Connection& connection) {
  const auto tables = number_of(connection, "SELECT count(*) FROM sqlite_master");
  if (!tables || *tables == 0) return tables;
  const auto ours = number_of(connection,
                              "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN "
                              "('versions', 'cases', 'turns')");
  if (!ours) return ours;
  if (*ours < 3)
    return failure(sqlite3_db_filename(connection.handle(), "main"),
                   "the file is the database of another program: name another file");
  return number_of(connection, "SELECT max(version) FROM versions");
}

Result<void> apply(Connection& connection, const Migration& migration, std::int64_t version) {
  if (auto made = connection.run_script(
          "CREATE TABLE IF NOT EXISTS versions (version INTEGER PRIMARY KEY, name TEXT NOT NULL)");
      !made)
    return made;
  if (auto made = connection.run_script(migration.statements); !made) return made;
  return connection.run("INSERT INTO versions (version, name) VALUES (?, ?)", version,
                        std::string_view(migration.name));
}

// One migration, inside a transaction that is already begun; false where none is left.
Result<bool> migrate_once(Connection& connection, std::span<const Migration> list) {
  const auto version = version_of(connection);
  if (!version) return tl::make_unexpected(version.error());
  const auto known = static_cast<std::int64_t>(list.size());
  if (*version > known) {
    return failure(sqlite3_db_filename(connection.handle(), "main"),
                   "the database has schema " + std::to_string(*version) +
                       ", and this program knows schemas up to " + std::to_string(known) +
                       ": use the newer program that made it");
  }
  if (*version == known) return false;
  auto applied = apply(connection, list[static_cast<std::size_t>(*version)], *version + 1);
  if (!applied) return tl::make_unexpected(applied.error());
  return true;
}

}  // namespace

std::span<const Migration> migrations() { return kMigrations; }

Result<void> migrate(Connection& connection, std::span<const Migration> list) {
  for (;;) {
    if (auto begun = connection.run("BEGIN IMMEDIATE"); !begun) return begun;
    const auto more = migrate_once(connection, list);
    const auto ended = more ? connection.run("COMMIT") : Result<void>{};
    if (connection.in_transaction()) connection.run_script("ROLLBACK");
    if (!more) return tl::make_unexpected(more.error());
    if (!ended || !*more) return ended;
  }
}

}  // namespace anteroom::store
