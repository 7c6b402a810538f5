// A case as it comes from the store: its newest state, and marks of the ids of all inbounds that it
// has ever taken, so that a hot case need not ask the store about each new one. Everything here
// blocks: the desk calls it away from its own thread.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/case.h"
#include "base/inbound.h"
#include "store/store.h"

namespace anteroom::bot {

// May say yes to an id that was not taken (two ids of one mark), never no to one that was.
class TakenIds {
 public:
  void add(std::string_view inbound_id) { x_marks.push_back(mark_of(inbound_id)); }
  bool may_hold(std::string_view inbound_id) const;
  void shrink() { x_marks.shrink_to_fit(); }

 private:
  static std::uint64_t mark_of(std::string_view inbound_id);
  std::vector<std::uint64_t> x_marks;
};

struct ColdCase {
  std::shared_ptr<const Case> state;  // version 0 if the store has none
  TakenIds taken;
};
Result<ColdCase> read_cold_case(store::Store& store, const std::string& case_id);

// The row of the turn that took an inbound of this id; nullopt: none did.
struct EarlierTurn {
  std::uint64_t version = 0;
  Moment at{};
  bool same_body = false;
  std::vector<Reply> replies;  // where the body is the same
};
Result<std::optional<EarlierTurn>> find_earlier_turn(store::Store& store,
                                                     const std::string& case_id,
                                                     const Inbound& inbound);

}  // namespace anteroom::bot
