#include "store/sqlite_reads.h"

#include <algorithm>
#include <limits>

namespace anteroom::store {
namespace {

// Opens the sealed columns of one case's rows; the first failure is kept, and the caller asks for
// it at the end.
class Opener {
 public:
  explicit Opener(const Codec& codec) : x_codec(codec) {}

  std::string operator()(std::string_view sealed, std::string_view case_id) {
    auto opened = x_codec.open(sealed, case_id);
    if (opened) return std::move(*opened);
    if (x_result) x_result = tl::make_unexpected(std::move(opened.error()));
    return {};
  }
  const Result<void>& result() const { return x_result; }

 private:
  const Codec& x_codec;
  Result<void> x_result;
};

template <class Rows>
Result<Rows> finished(Query& query, const Opener& open, Rows rows) {
  if (auto ended = query.end(); !ended) return tl::make_unexpected(ended.error());
  if (!open.result()) return tl::make_unexpected(open.result().error());
  return rows;
}

std::int64_t as_limit(std::size_t limit) {
  return static_cast<std::int64_t>(
      std::min<std::size_t>(limit, std::numeric_limits<std::int64_t>::max()));
}

TurnRow turn_row(const Query& query, std::string_view case_id, Opener& open) {
  TurnRow row;
  row.case_id = case_id;
  row.version = static_cast<std::uint64_t>(query.number(0));
  row.at = query.moment(1);
  row.inbound_id = query.text(2);
  row.inbound_hash = open(query.bytes(3), case_id);
  row.conversation = open(query.bytes(4), case_id);
  if (!query.is_null(5)) row.snapshot = open(query.bytes(5), case_id);
  row.difference = open(query.bytes(6), case_id);
  row.transcript = open(query.bytes(7), case_id);
  return row;
}

std::vector<std::string> ids_of(Query& query) {
  std::vector<std::string> ids;
  while (query.next()) ids.push_back(query.text(0));
  return ids;
}

// The numbers of a case's turns (?1 is its id) from the newest one back to the first of which `end`
// holds. A link leads to an older row, so that a damaged one ends the chain, too.
std::string chain_until(std::string_view end) {
  return "WITH RECURSIVE chain (turn_no) AS ("
         " SELECT newest_turn FROM cases WHERE case_id = ?1 AND newest_turn > 0"
         " UNION ALL SELECT turn_before FROM chain JOIN turns USING (turn_no)"
         " WHERE turn_before BETWEEN 1 AND turn_no - 1 AND NOT (" +
         std::string(end) + ")) ";
}

// 0 where the turn is not there.
std::uint64_t version_at(const Query& query, int column) {
  return query.is_null(column) ? 0 : static_cast<std::uint64_t>(query.number(column));
}

tl::unexpected<Error> links_are_broken() {
  return failure("store", "turns of a case are missing: restore the database from a backup");
}

}  // namespace

Result<std::optional<Loaded>> SqliteReads::load(std::string_view case_id) {
  static const std::string sql = chain_until("snapshot IS NOT NULL") +
                                 "SELECT version, snapshot, difference FROM chain LEFT JOIN turns "
                                 "USING (turn_no) ORDER BY turn_no";
  const std::lock_guard lock(x_mutex);
  Query query = x_connection.query(sql, case_id);
  Opener open(x_codec);
  std::optional<Loaded> loaded;
  while (query.next()) {
    if (query.is_null(0) || query.is_null(1) != loaded.has_value()) return links_are_broken();
    if (!loaded) {
      loaded.emplace().snapshot = open(query.bytes(1), case_id);
    } else {
      loaded->differences.push_back(open(query.bytes(2), case_id));
    }
    loaded->version = static_cast<std::uint64_t>(query.number(0));
  }
  return finished(query, open, std::move(loaded));
}

Result<std::vector<TurnRow>> SqliteReads::turns(std::string_view case_id, std::uint64_t after,
                                                std::size_t limit) {
  static const std::string sql =
      chain_until("version <= ?2 + 1") +
      "SELECT version, at, inbound_id, inbound_hash, conversation, snapshot, difference, "
      "transcript "
      "FROM chain LEFT JOIN turns USING (turn_no)"
      " WHERE version IS NULL OR (version > ?2 AND version - ?2 <= ?3) ORDER BY turn_no";
  const std::lock_guard lock(x_mutex);
  Query query = x_connection.query(sql, case_id, after, as_limit(limit));
  Opener open(x_codec);
  std::vector<TurnRow> rows;
  while (query.next()) {
    if (version_at(query, 0) != after + 1 + rows.size()) return links_are_broken();
    rows.push_back(turn_row(query, case_id, open));
  }
  return finished(query, open, std::move(rows));
}

Result<std::vector<std::string>> SqliteReads::inbound_ids(std::string_view case_id) {
  static const std::string sql =
      chain_until("FALSE") +
      "SELECT inbound_id, version FROM chain LEFT JOIN turns USING (turn_no) ORDER BY turn_no";
  const std::lock_guard lock(x_mutex);
  Query query = x_connection.query(sql, case_id);
  std::vector<std::string> ids;
  for (std::uint64_t version = 1; query.next(); ++version) {
    if (version_at(query, 1) != version) return links_are_broken();
    if (std::string id = query.text(0); !id.empty()) ids.push_back(std::move(id));
  }
  return finished(query, Opener(x_codec), std::move(ids));
}

// Walks the case's turns, which are few: an index of random inbound ids would be the dearest part
// of every commit.
Result<std::optional<TurnRow>> SqliteReads::turn_of_inbound(std::string_view case_id,
                                                            std::string_view inbound_id) {
  if (inbound_id.empty()) return std::nullopt;
  static const std::string sql =
      chain_until("FALSE") +
      "SELECT version, at, inbound_id, inbound_hash, conversation, snapshot, difference, "
      "transcript "
      "FROM chain JOIN turns USING (turn_no) WHERE inbound_id = ?2 ORDER BY turn_no LIMIT 1";
  const std::lock_guard lock(x_mutex);
  Query query = x_connection.query(sql, case_id, inbound_id);
  Opener open(x_codec);
  std::optional<TurnRow> row;
  if (query.next()) row = turn_row(query, case_id, open);
  return finished(query, open, std::move(row));
}

Result<std::vector<std::string>> SqliteReads::find(const LookUp& look_up) {
  const std::lock_guard lock(x_mutex);
  Query query = x_connection.query(
      "SELECT case_id FROM look_ups JOIN cases USING (case_no) WHERE hash = ? AND kind = ? ORDER "
      "BY case_no",
      Blob{x_key.hash(look_up)}, look_up.kind);
  auto ids = ids_of(query);
  return finished(query, Opener(x_codec), std::move(ids));
}

Result<std::vector<std::string>> SqliteReads::cases(std::string_view after, std::size_t limit) {
  const std::lock_guard lock(x_mutex);
  Query query = x_connection.query(
      "SELECT case_id FROM cases WHERE case_no > CASE ?1 WHEN '' THEN 0 ELSE (SELECT case_no FROM "
      "cases WHERE case_id = ?1) END"
      " ORDER BY case_no LIMIT ?2",
      after, as_limit(limit));
  auto ids = ids_of(query);
  return finished(query, Opener(x_codec), std::move(ids));
}

Result<std::vector<HandoffRow>> SqliteReads::handoffs(bool only_open) {
  const std::lock_guard lock(x_mutex);
  Query query = x_connection.query(
      only_open ? "SELECT id, case_id, queue, tier, state, opened, due, summary FROM handoffs"
                  " WHERE state <> 'closed' ORDER BY due, id"
                : "SELECT id, case_id, queue, tier, state, opened, due, summary FROM handoffs"
                  " ORDER BY due, id");
  Opener open(x_codec);
  std::vector<HandoffRow> rows;
  while (query.next()) {
    rows.push_back({query.text(0), query.text(1), query.text(2), query.text(3), query.text(4),
                    query.moment(5), query.moment(6), open(query.bytes(7), query.text(1))});
  }
  return finished(query, open, std::move(rows));
}

Result<std::vector<OutboxRow>> SqliteReads::due_outbox(Moment now, std::size_t limit) {
  const std::lock_guard lock(x_mutex);
  Query query = x_connection.query(
      "SELECT key, kind, case_id, due, data, state, attempts FROM outbox WHERE state = 'waiting' "
      "AND due <= ? ORDER BY due, rowid LIMIT ?",
      now, as_limit(limit));
  Opener open(x_codec);
  std::vector<OutboxRow> rows;
  while (query.next()) {
    rows.push_back({query.text(0), query.text(1), query.text(2), query.moment(3),
                    open(query.bytes(4), query.text(2)), query.text(5),
                    static_cast<int>(query.number(6))});
  }
  return finished(query, open, std::move(rows));
}

}  // namespace anteroom::store
