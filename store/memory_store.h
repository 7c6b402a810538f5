// Everything in this process, gone with it: for chat in a terminal, for conversations under test,
// and as the oracle that the other stores are compared with. Commits are kept at once and `done` is
// called before commit() returns.
#pragma once

#include <map>
#include <mutex>
#include <set>
#include <unordered_map>

#include "store/store.h"

namespace anteroom::store {

class MemoryStore final : public Store {
 public:
  void commit(Commit commit, std::function<void(CommitResult)> done) override;
  Result<std::optional<Loaded>> load(std::string_view case_id) override;
  Result<std::vector<TurnRow>> turns(std::string_view case_id, std::uint64_t after,
                                     std::size_t limit) override;
  Result<std::vector<std::string>> inbound_ids(std::string_view case_id) override;
  Result<std::optional<TurnRow>> turn_of_inbound(std::string_view case_id,
                                                 std::string_view inbound_id) override;
  Result<std::vector<std::string>> find(const LookUp& look_up) override;
  Result<std::vector<std::string>> cases(std::string_view after, std::size_t limit) override;
  Result<std::vector<HandoffRow>> handoffs(bool only_open) override;
  Result<std::vector<OutboxRow>> due_outbox(Moment now, std::size_t limit) override;
  Result<void> set_outbox(std::string_view key, std::string_view state, int attempts,
                          Moment due) override;
  Result<void> ready() override;
  void close() override;

 private:
  struct CaseLog {
    std::size_t number = 0;      // place in x_order
    std::vector<TurnRow> turns;  // version n at n - 1
  };

  CommitResult keep(Commit&& commit);
  const CaseLog* log_of(std::string_view case_id) const;

  std::mutex x_mutex;
  bool x_closed = false;
  std::unordered_map<std::string, CaseLog> x_cases;
  std::vector<std::string> x_order;
  std::map<std::pair<std::string, std::string>, std::set<std::size_t>> x_look_ups;
  std::map<std::string, HandoffRow, std::less<>> x_handoffs;
  struct Waiting {
    OutboxRow row;
    std::size_t place = 0;  // in the order of the commits
  };
  std::map<std::string, Waiting, std::less<>> x_outbox;
};

}  // namespace anteroom::store
