// A fixed walk through a SQLite store for tests that make it fail somewhere: commits alone and in
// groups, conflicts, handoffs, outbox changes, reads, a checkpoint. What the store acknowledges
// goes into a memory store, too, which then tells what must be there.
#pragma once

#include <atomic>
#include <optional>
#include <vector>

#include "store/memory_store.h"
#include "store/sqlite_store.h"

namespace anteroom::store {

// Stands in everything that a visitor says, and must stand in no error.
inline constexpr const char* kPlanted = "plantedword";
// A key file would be written past the disk that is under test.
inline const std::string kWalkKey(64, '7');

class StoreWalk {
 public:
  explicit StoreWalk(std::string path, std::string vfs = {});

  Result<void> open();
  void steps();
  void close() { x_store.reset(); }

  // What failed, done again: now it must succeed. False where the memory store has another opinion.
  bool repeat_what_failed();

  Store& store() { return *x_store; }
  MemoryStore& acknowledged() { return x_acknowledged; }
  const std::vector<Error>& errors() const { return x_errors; }
  // Reads that told something else than the memory store.
  int wrong_reads() const { return x_wrong_reads; }

  // What was acknowledged when: asked on the writer's thread before anybody else hears of it.
  std::function<std::size_t()> clock = nullptr;
  struct State {
    std::size_t since;
    std::string picture;
  };
  const std::vector<State>& states() const { return x_states; }  // with a clock; from open() on

  // The first alone, and those behind it as one group.
  void together(const std::vector<Commit>& commits);
  const std::vector<Commit>& failed() const { return x_failed; }

  std::string pragma = {};  // run before each group
  LogBounds log = {};

 private:
  struct OutboxStep {
    std::string key;
    std::string state;
    int attempts;
  };

  struct Answer {
    CommitResult result;
    std::size_t when = 0;
  };
  void check(const Commit& commit, const Answer& answer);
  void note_state(std::size_t since);
  bool set_outbox(const OutboxStep& step);
  void reads();
  void checkpoint_before_next_group() { x_checkpoint = true; }
  void before_group(Connection& connection);
  std::function<void(CommitResult)> keeps(Answer& answer);
  template <class T>
  void compare(const Result<T>& told, const Result<T>& expected);

  std::string x_path, x_vfs;
  MemoryStore x_acknowledged;
  std::vector<Commit> x_failed;
  std::vector<OutboxStep> x_failed_outbox;
  std::vector<State> x_states;
  std::vector<Error> x_errors;
  int x_wrong_reads = 0;
  std::atomic<bool> x_checkpoint = false, x_held = false, x_entered = false;
  std::atomic<int> x_answered = 0;
  std::unique_ptr<SqliteStore> x_store;
};

// A case's turn whose content holds the planted word.
Commit planted_turn(const std::string& case_id, std::uint64_t version, std::size_t padding = 0);

}  // namespace anteroom::store
