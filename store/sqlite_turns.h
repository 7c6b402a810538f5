// What a commit writes into the tables, inside a transaction that the writer has begun. Called on
// the writer's thread only. An error means that the whole transaction must go; a conflict has
// written nothing.
#pragma once

#include "store/codec.h"
#include "store/look_up_key.h"
#include "store/sqlite_connection.h"

namespace anteroom::store {

struct OutboxChange {
  std::string key;
  std::string state;
  int attempts = 0;
  Moment due{};
};

class TurnTables {
 public:
  TurnTables(Connection& connection, const Codec& codec, const LookUpKey& key)
      : x_connection(connection), x_codec(codec), x_key(key) {}

  Result<Outcome> append(const Commit& commit);
  Result<bool> change(const OutboxChange& change);  // false: there is no such row

 private:
  struct Place {
    std::int64_t case_no = 0;  // 0: no such case
    std::uint64_t version = 0;
    std::int64_t newest_turn = 0;
  };

  Result<Place> place_of(const std::string& case_id);
  Result<std::int64_t> open_case(const std::string& case_id);
  Result<void> add_turn(std::int64_t case_no, std::int64_t turn_before, const TurnRow& turn);
  Result<void> add_look_ups(std::int64_t case_no, const std::vector<LookUp>& look_ups);
  Result<void> put_handoff(const HandoffRow& row);
  Result<void> add_outbox(const std::vector<OutboxRow>& rows);
  Blob sealed(std::string_view content, std::string_view case_id) const {
    return {x_codec.seal(content, case_id)};
  }

  Connection& x_connection;
  const Codec& x_codec;
  const LookUpKey& x_key;
};

}  // namespace anteroom::store
