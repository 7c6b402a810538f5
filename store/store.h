// The one contract of all stores: a log of turns per case, appended only if the case is still at
// the version that the turn started from, with look-ups, handoffs and outbox rows in the same
// transaction. Plain blocking code on the store's own threads; it never names Asio and knows
// neither flows nor scores: visitor content arrives as sealed bytes' plain text and passes one
// codec (store/codec.h) on the way to disk. memory, sqlite and later postgres pass one contract
// suite (tests/store/contract.h).
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/moment.h"
#include "base/result.h"

namespace anteroom::store {

struct TurnRow {
  std::string case_id;
  std::uint64_t version = 0;  // the case's version after this turn, from 1
  std::string inbound_id;     // empty for a turn without one
  std::string inbound_hash;   // of the inbound's body, for id_reused
  std::string conversation;
  Moment at{};
  std::string transcript;  // JSON: the inbound, the reading, the replies, the effects
  std::string difference;  // JSON: what changed (base/case_json.h); empty where `snapshot` is set
  std::string snapshot;    // JSON: the whole case, every few turns and at version 1
};

struct LookUp {      // "phone", "+15105550142": kept only as a keyed hash
  std::string kind;  // phone, email, name, conversation
  std::string value;
};

struct HandoffRow {  // one per case and episode; replaced by a later turn
  std::string id;
  std::string case_id;
  std::string queue;
  std::string tier;
  std::string state;  // open, claimed, closed
  Moment opened{};
  Moment due{};
  std::string summary;  // JSON; sealed
};

struct OutboxRow {
  std::string key;  // unique for ever
  std::string kind;
  std::string case_id;
  Moment due{};
  std::string data;               // JSON; sealed
  std::string state = "waiting";  // waiting, done, failed
  int attempts = 0;
};

struct Commit {
  TurnRow turn;
  std::vector<LookUp> look_ups;
  std::optional<HandoffRow> handoff;
  std::vector<OutboxRow> outbox;  // a key that is there already is left as it is
};

enum class Outcome : std::uint8_t {
  committed,
  conflict,  // the case is at another version: reload and take the turn again
  // Nothing of it is to be seen; `error` says why (disk full, I/O, read-only). If the disk failed
  // at the very end, a power cut right then may bring the turn back, whole: taken again it is a
  // conflict, and its inbound id is found.
  failed,
};

struct CommitResult {
  Outcome outcome = Outcome::committed;
  Error error;
};

struct Loaded {                          // a case's newest state
  std::string snapshot;                  // JSON
  std::vector<std::string> differences;  // since, oldest first
  std::uint64_t version = 0;
};

class Store {
 public:
  virtual ~Store() = default;

  // Queues a commit; `done` is called once, after it is durable (or not). Commits that wait
  // together share one transaction; a conflict drops only its own turn. Never blocks. After
  // close(), and while too many wait already, every commit fails. sqlite calls back on its own
  // thread; memory, and a store that refuses at once, before commit() returns. `done` may commit
  // and read, but not call set_outbox or close; it must not throw.
  virtual void commit(Commit commit, std::function<void(CommitResult)> done) = 0;

  // Blocking, callable from any thread. nullopt: no such case.
  virtual Result<std::optional<Loaded>> load(std::string_view case_id) = 0;
  // The turns of a case after a version, oldest first, at most `limit`.
  virtual Result<std::vector<TurnRow>> turns(std::string_view case_id, std::uint64_t after,
                                             std::size_t limit) = 0;
  // Of all the inbounds that a case has taken, in the order of its turns.
  virtual Result<std::vector<std::string>> inbound_ids(std::string_view case_id) = 0;
  virtual Result<std::optional<TurnRow>> turn_of_inbound(std::string_view case_id,
                                                         std::string_view inbound_id) = 0;
  virtual Result<std::vector<std::string>> find(
      const LookUp& look_up) = 0;  // case ids, oldest first
  // Ids, in the order of opening; from the first where `after` is empty, none where it is no case.
  virtual Result<std::vector<std::string>> cases(std::string_view after, std::size_t limit) = 0;
  virtual Result<std::vector<HandoffRow>> handoffs(
      bool only_open) = 0;  // by due; `only_open`: all but the closed
  // Waiting rows whose `due` has come, by due, of one moment in the order of their commits.
  virtual Result<std::vector<OutboxRow>> due_outbox(Moment now, std::size_t limit) = 0;
  virtual Result<void> set_outbox(std::string_view key, std::string_view state, int attempts,
                                  Moment due) = 0;

  // Whether a commit would be kept now, as far as the last write tells; the error says why not.
  // Never waits for the disk: after a failure the store itself tries again, and then tells.
  virtual Result<void> ready() = 0;

  // Waits for queued commits, then stops the store's thread. Called by the destructor.
  virtual void close() = 0;
};

// Commits and waits.
CommitResult commit_now(Store& store, Commit commit);

// What no store can keep, whatever its state: a turn without a case, a version 0, a first turn
// without a snapshot.
Result<void> check(const Commit& commit);

// "memory:", "sqlite:PATH". The error says which forms there are. `look_up_key` is 64 hex digits
// ($ANTEROOM_STORE_KEY, which the caller reads); empty: the key file PATH.key, made with the
// database.
Result<std::unique_ptr<Store>> open_store(std::string_view address,
                                          std::string_view look_up_key = {});

}  // namespace anteroom::store
