#include "store/sqlite_turns.h"

namespace anteroom::store {

Result<Outcome> TurnTables::append(const Commit& commit) {
  const TurnRow& turn = commit.turn;
  const auto place = place_of(turn.case_id);
  if (!place) return tl::make_unexpected(place.error());
  if (turn.version != place->version + 1) return Outcome::conflict;
  const auto case_no = place->case_no == 0 ? open_case(turn.case_id) : place->case_no;
  if (!case_no) return tl::make_unexpected(case_no.error());
  auto kept = add_turn(*case_no, place->newest_turn, turn);
  if (kept) kept = add_look_ups(*case_no, commit.look_ups);
  if (kept && commit.handoff) kept = put_handoff(*commit.handoff);
  if (kept) kept = add_outbox(commit.outbox);
  if (!kept) return tl::make_unexpected(kept.error());
  return Outcome::committed;
}

// Asked of the table and not of a cache: another process may have written since.
Result<TurnTables::Place> TurnTables::place_of(const std::string& case_id) {
  Query query = x_connection.query(
      "SELECT case_no, version, newest_turn FROM cases WHERE case_id = ?", case_id);
  Place place;
  if (query.next())
    place = {query.number(0), static_cast<std::uint64_t>(query.number(1)), query.number(2)};
  if (auto ended = query.end(); !ended) return tl::make_unexpected(ended.error());
  return place;
}

Result<std::int64_t> TurnTables::open_case(const std::string& case_id) {
  auto added = x_connection.run("INSERT INTO cases (case_id) VALUES (?)", case_id);
  if (!added) return tl::make_unexpected(added.error());
  return x_connection.last_row();
}

// The hash of an inbound's body is sealed with the rest: a short body could be guessed from it. So
// is the conversation's name, which a channel may make from a phone number.
Result<void> TurnTables::add_turn(std::int64_t case_no, std::int64_t turn_before,
                                  const TurnRow& turn) {
  auto added = x_connection.run(
      "INSERT INTO turns (case_no, version, turn_before, at, inbound_id, inbound_hash, "
      "conversation, snapshot, difference, transcript)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      case_no, turn.version, turn_before, turn.at, turn.inbound_id,
      sealed(turn.inbound_hash, turn.case_id), sealed(turn.conversation, turn.case_id),
      turn.snapshot.empty() ? Blob{} : sealed(turn.snapshot, turn.case_id),
      sealed(turn.difference, turn.case_id), sealed(turn.transcript, turn.case_id));
  if (!added) return added;
  return x_connection.run("UPDATE cases SET version = ?, newest_turn = ? WHERE case_no = ?",
                          turn.version, x_connection.last_row(), case_no);
}

Result<void> TurnTables::add_look_ups(std::int64_t case_no, const std::vector<LookUp>& look_ups) {
  for (const LookUp& look_up : look_ups) {
    auto added =
        x_connection.run("INSERT OR IGNORE INTO look_ups (hash, kind, case_no) VALUES (?, ?, ?)",
                         Blob{x_key.hash(look_up)}, look_up.kind, case_no);
    if (!added) return added;
  }
  return {};
}

Result<void> TurnTables::put_handoff(const HandoffRow& row) {
  return x_connection.run(
      "INSERT OR REPLACE INTO handoffs (id, case_id, queue, tier, state, opened, due, summary) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      row.id, row.case_id, row.queue, row.tier, row.state, row.opened, row.due,
      sealed(row.summary, row.case_id));
}

Result<void> TurnTables::add_outbox(const std::vector<OutboxRow>& rows) {
  for (const OutboxRow& row : rows) {
    auto added = x_connection.run(
        "INSERT INTO outbox (key, kind, case_id, due, state, attempts, data) VALUES (?, ?, ?, ?, "
        "?, ?, ?) ON CONFLICT (key) DO NOTHING",
        row.key, row.kind, row.case_id, row.due, row.state, row.attempts,
        sealed(row.data, row.case_id));
    if (!added) return added;
  }
  return {};
}

Result<bool> TurnTables::change(const OutboxChange& change) {
  auto changed =
      x_connection.run("UPDATE outbox SET state = ?, attempts = ?, due = ? WHERE key = ?",
                       change.state, change.attempts, change.due, change.key);
  if (!changed) return tl::make_unexpected(changed.error());
  return x_connection.changes() == 1;
}

}  // namespace anteroom::store
