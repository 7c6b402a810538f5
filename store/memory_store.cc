#include "store/memory_store.h"

#include <algorithm>
#include <tuple>

namespace anteroom::store {

void MemoryStore::commit(Commit commit, std::function<void(CommitResult)> done) {
  CommitResult result;
  {
    const std::lock_guard lock(x_mutex);
    result = keep(std::move(commit));
  }
  done(std::move(result));
}

CommitResult MemoryStore::keep(Commit&& commit) {
  if (x_closed) return {Outcome::failed, {"store", "the store is closed"}};
  if (auto fine = check(commit); !fine) return {Outcome::failed, fine.error()};
  const CaseLog* known = log_of(commit.turn.case_id);
  if (commit.turn.version != (known ? known->turns.size() : 0) + 1) return {Outcome::conflict, {}};

  auto [place, is_new] = x_cases.try_emplace(commit.turn.case_id);
  CaseLog& log = place->second;
  if (is_new) {
    log.number = x_order.size();
    x_order.push_back(commit.turn.case_id);
  }
  for (LookUp& look_up : commit.look_ups) {
    x_look_ups[{std::move(look_up.kind), std::move(look_up.value)}].insert(log.number);
  }
  if (commit.handoff) x_handoffs[commit.handoff->id] = *commit.handoff;
  for (OutboxRow& row : commit.outbox) x_outbox.try_emplace(row.key, Waiting{row, x_outbox.size()});
  log.turns.push_back(std::move(commit.turn));
  return {};
}

const MemoryStore::CaseLog* MemoryStore::log_of(std::string_view case_id) const {
  const auto found = x_cases.find(std::string(case_id));
  return found == x_cases.end() ? nullptr : &found->second;
}

Result<std::optional<Loaded>> MemoryStore::load(std::string_view case_id) {
  const std::lock_guard lock(x_mutex);
  const CaseLog* log = log_of(case_id);
  if (!log) return std::nullopt;
  Loaded loaded;
  auto turn = std::find_if(log->turns.rbegin(), log->turns.rend(),
                           [](const TurnRow& row) { return !row.snapshot.empty(); });
  loaded.snapshot = turn->snapshot;
  for (auto next = turn.base(); next != log->turns.end(); ++next)
    loaded.differences.push_back(next->difference);
  loaded.version = log->turns.size();
  return loaded;
}

Result<std::vector<TurnRow>> MemoryStore::turns(std::string_view case_id, std::uint64_t after,
                                                std::size_t limit) {
  const std::lock_guard lock(x_mutex);
  std::vector<TurnRow> rows;
  const CaseLog* log = log_of(case_id);
  for (std::size_t i = after; log && i < log->turns.size() && rows.size() < limit; ++i)
    rows.push_back(log->turns[i]);
  return rows;
}

Result<std::vector<std::string>> MemoryStore::inbound_ids(std::string_view case_id) {
  const std::lock_guard lock(x_mutex);
  std::vector<std::string> ids;
  const CaseLog* log = log_of(case_id);
  if (!log) return ids;
  for (const TurnRow& turn : log->turns)
    if (!turn.inbound_id.empty()) ids.push_back(turn.inbound_id);
  return ids;
}

Result<std::optional<TurnRow>> MemoryStore::turn_of_inbound(std::string_view case_id,
                                                            std::string_view inbound_id) {
  const std::lock_guard lock(x_mutex);
  const CaseLog* log = log_of(case_id);
  if (!log || inbound_id.empty()) return std::nullopt;
  const auto row = std::find_if(log->turns.begin(), log->turns.end(),
                                [&](const TurnRow& turn) { return turn.inbound_id == inbound_id; });
  if (row == log->turns.end()) return std::nullopt;
  return *row;
}

Result<std::vector<std::string>> MemoryStore::find(const LookUp& look_up) {
  const std::lock_guard lock(x_mutex);
  std::vector<std::string> ids;
  const auto found = x_look_ups.find({look_up.kind, look_up.value});
  if (found == x_look_ups.end()) return ids;
  for (const std::size_t number : found->second) ids.push_back(x_order[number]);
  return ids;
}

Result<std::vector<std::string>> MemoryStore::cases(std::string_view after, std::size_t limit) {
  const std::lock_guard lock(x_mutex);
  std::vector<std::string> ids;
  const CaseLog* log = log_of(after);
  if (!log && !after.empty()) return ids;
  for (std::size_t i = log ? log->number + 1 : 0; i < x_order.size() && ids.size() < limit; ++i)
    ids.push_back(x_order[i]);
  return ids;
}

Result<std::vector<HandoffRow>> MemoryStore::handoffs(bool only_open) {
  const std::lock_guard lock(x_mutex);
  std::vector<HandoffRow> rows;
  for (const auto& [id, row] : x_handoffs) {
    if (!only_open || row.state != "closed") rows.push_back(row);
  }
  std::stable_sort(rows.begin(), rows.end(),  // by id they are already
                   [](const HandoffRow& a, const HandoffRow& b) { return a.due < b.due; });
  return rows;
}

Result<std::vector<OutboxRow>> MemoryStore::due_outbox(Moment now, std::size_t limit) {
  const std::lock_guard lock(x_mutex);
  std::vector<const Waiting*> due;
  for (const auto& [key, waiting] : x_outbox) {
    if (waiting.row.state == "waiting" && waiting.row.due <= now) due.push_back(&waiting);
  }
  std::sort(due.begin(), due.end(), [](const Waiting* a, const Waiting* b) {
    return std::tie(a->row.due, a->place) < std::tie(b->row.due, b->place);
  });
  std::vector<OutboxRow> rows;
  for (std::size_t i = 0; i < std::min(limit, due.size()); ++i) rows.push_back(due[i]->row);
  return rows;
}

Result<void> MemoryStore::set_outbox(std::string_view key, std::string_view state, int attempts,
                                     Moment due) {
  const std::lock_guard lock(x_mutex);
  if (x_closed) return failure("store", "the store is closed");
  const auto row = x_outbox.find(key);
  if (row == x_outbox.end()) return failure("outbox", "there is no such row");
  row->second.row.state = state;
  row->second.row.attempts = attempts;
  row->second.row.due = due;
  return {};
}

Result<void> MemoryStore::ready() {
  const std::lock_guard lock(x_mutex);
  if (x_closed) return failure("store", "the store is closed");
  return {};
}

void MemoryStore::close() {
  const std::lock_guard lock(x_mutex);
  x_closed = true;
}

}  // namespace anteroom::store
