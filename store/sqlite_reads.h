// The reading half of a SQLite store, on a connection of its own: with the write-ahead log, readers
// see the newest commit and never hold the writer up. Each read is one statement, so it sees one
// moment of the database. Callable from any thread; one at a time.
#pragma once

#include <mutex>

#include "store/codec.h"
#include "store/look_up_key.h"
#include "store/sqlite_connection.h"

namespace anteroom::store {

class SqliteReads {
 public:
  SqliteReads(Connection connection, const Codec& codec, const LookUpKey& key)
      : x_connection(std::move(connection)), x_codec(codec), x_key(key) {}

  Result<std::optional<Loaded>> load(std::string_view case_id);
  Result<std::vector<TurnRow>> turns(std::string_view case_id, std::uint64_t after,
                                     std::size_t limit);
  Result<std::vector<std::string>> inbound_ids(std::string_view case_id);
  Result<std::optional<TurnRow>> turn_of_inbound(std::string_view case_id,
                                                 std::string_view inbound_id);
  Result<std::vector<std::string>> find(const LookUp& look_up);
  Result<std::vector<std::string>> cases(std::string_view after, std::size_t limit);
  Result<std::vector<HandoffRow>> handoffs(bool only_open);
  Result<std::vector<OutboxRow>> due_outbox(Moment now, std::size_t limit);

 private:
  std::mutex x_mutex;
  Connection x_connection;
  const Codec& x_codec;
  const LookUpKey& x_key;
};

}  // namespace anteroom::store
