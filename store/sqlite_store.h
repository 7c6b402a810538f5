// The embedded store: one SQLite file with a write-ahead log and full synchronisation, one writer
// thread with group commit; reads, and the moving of the log, beside it. Several processes may
// share the file; each sees the others' commits, as conflicts where they meet. Opened by
// open_store, or directly by tests that need a shorter wait or a fault.
#pragma once

#include <chrono>

#include "store/sqlite_reads.h"
#include "store/sqlite_writer.h"

namespace anteroom::store {

struct SqliteOptions {
  std::string path;
  std::string look_up_key = {};  // 64 hex digits; empty: the file PATH.key
  std::chrono::milliseconds busy_timeout{5000};
  std::shared_ptr<const Codec> codec = plain_codec();
  LogBounds log = {};
  // Runs on the writer's thread and connection before each group, and before the writer tries
  // whether writing works again; the fault tests use it to take space or rights away.
  std::function<void(Connection&)> before_group = {};
  std::string vfs = {};  // SQLite's name of what files go through; empty: the system's own
};

class SqliteStore final : public Store {
 public:
  static Result<std::unique_ptr<SqliteStore>> open(SqliteOptions options);

  void commit(Commit commit, std::function<void(CommitResult)> done) override {
    x_writer.add(std::move(commit), std::move(done));
  }
  Result<std::optional<Loaded>> load(std::string_view case_id) override {
    return x_reads.load(case_id);
  }
  Result<std::vector<TurnRow>> turns(std::string_view case_id, std::uint64_t after,
                                     std::size_t limit) override {
    return x_reads.turns(case_id, after, limit);
  }
  Result<std::vector<std::string>> inbound_ids(std::string_view case_id) override {
    return x_reads.inbound_ids(case_id);
  }
  Result<std::optional<TurnRow>> turn_of_inbound(std::string_view case_id,
                                                 std::string_view inbound_id) override {
    return x_reads.turn_of_inbound(case_id, inbound_id);
  }
  Result<std::vector<std::string>> find(const LookUp& look_up) override {
    return x_reads.find(look_up);
  }
  Result<std::vector<std::string>> cases(std::string_view after, std::size_t limit) override {
    return x_reads.cases(after, limit);
  }
  Result<std::vector<HandoffRow>> handoffs(bool only_open) override {
    return x_reads.handoffs(only_open);
  }
  Result<std::vector<OutboxRow>> due_outbox(Moment now, std::size_t limit) override {
    return x_reads.due_outbox(now, limit);
  }
  Result<void> set_outbox(std::string_view key, std::string_view state, int attempts,
                          Moment due) override;
  Result<void> ready() override { return x_writer.ready(); }
  void close() override { x_writer.close(); }

 private:
  struct Connections {
    Connection writing, reading, moving;
  };
  SqliteStore(Connections connections, LookUpKey key, SqliteOptions options);

  std::shared_ptr<const Codec> x_codec;
  LookUpKey x_key;
  SqliteReads x_reads;
  SqliteWriter x_writer;  // last: its thread ends before what it uses
};

}  // namespace anteroom::store
