#include "store/store.h"

#include <future>

namespace anteroom::store {

CommitResult commit_now(Store& store, Commit commit) {
  std::promise<CommitResult> promise;
  store.commit(std::move(commit),
               [&promise](CommitResult result) { promise.set_value(std::move(result)); });
  return promise.get_future().get();
}

Result<void> check(const Commit& commit) {
  const TurnRow& turn = commit.turn;
  if (turn.case_id.empty()) return failure("store", "a turn names its case");
  if (turn.version == 0) return failure("store", "a case's versions start at 1");
  if (turn.version == 1 && turn.snapshot.empty())
    return failure("store", "a case's first turn has a snapshot");
  return {};
}

}  // namespace anteroom::store
