#include "bot/cold_case.h"

#include <algorithm>
#include <functional>

#include "base/hash.h"
#include "bot/turn_record.h"

namespace anteroom::bot {
std::uint64_t TakenIds::mark_of(std::string_view inbound_id) {
  return std::hash<std::string_view>()(inbound_id);
}

bool TakenIds::may_hold(std::string_view inbound_id) const {
  return std::find(x_marks.begin(), x_marks.end(), mark_of(inbound_id)) != x_marks.end();
}

Result<ColdCase> read_cold_case(store::Store& store, const std::string& case_id) {
  auto state = load_case(store, case_id);
  if (!state) return tl::make_unexpected(state.error());
  ColdCase cold;
  if (state->version > 0) {
    // After the state: ids of turns that came in between do no harm, missing ones would.
    const auto ids = store.inbound_ids(case_id);
    if (!ids) return tl::make_unexpected(ids.error());
    for (const std::string& id : *ids) cold.taken.add(id);
    cold.taken.shrink();
  }
  cold.state = std::make_shared<const Case>(std::move(*state));
  return cold;
}

Result<std::optional<EarlierTurn>> find_earlier_turn(store::Store& store,
                                                     const std::string& case_id,
                                                     const Inbound& inbound) {
  const auto row = store.turn_of_inbound(case_id, inbound.id);
  if (!row) return tl::make_unexpected(row.error());
  if (!*row) return std::nullopt;
  EarlierTurn earlier;
  earlier.version = (*row)->version;
  earlier.at = (*row)->at;
  earlier.same_body = (*row)->inbound_hash == content_hash(body_of(inbound));
  if (earlier.same_body) earlier.replies = replies_of(**row);
  return earlier;
}

}  // namespace anteroom::bot
