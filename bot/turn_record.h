// How a turn becomes a row of the store's log, and how a case and its replies come back from rows.
#pragma once

#include <string>
#include <vector>

#include "bot/turn/take_turn.h"
#include "store/store.h"

namespace anteroom::bot {

store::Commit record_turn(const Case& before, const turn::Turn& turn, const Inbound& inbound,
                          const std::vector<store::LookUp>& look_ups);

// The newest state of a case; a fresh case with this id if the store has none.
Result<Case> load_case(store::Store& store, const std::string& case_id);

std::vector<Reply> replies_of(const store::TurnRow& row);
Result<Inbound> inbound_of(const store::TurnRow& row);

}  // namespace anteroom::bot
