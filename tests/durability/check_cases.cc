#include <set>

#include "base/case_json.h"
#include "bot/turn_record.h"
#include "tests/durability/checker.h"

namespace anteroom::durability {
namespace {

constexpr std::size_t kPage = 500;

// The effects of a turn as its transcript names them.
std::vector<std::pair<std::string, std::string>> effects_of(const store::TurnRow& row) {
  std::vector<std::pair<std::string, std::string>> effects;
  const json transcript = json::parse(row.transcript);
  for (const json& effect : transcript["effects"])
    effects.emplace_back(effect["kind"].get<std::string>(), effect["key"].get<std::string>());
  return effects;
}

std::vector<store::TurnRow> all_turns(store::Store& store, const std::string& case_id) {
  std::vector<store::TurnRow> all;
  for (;;) {
    auto page = store.turns(case_id, all.empty() ? 0 : all.back().version, kPage);
    if (!page || page->empty()) return all;
    all.insert(all.end(), page->begin(), page->end());
  }
}

std::string turn_name(const StoredCase& a_case, const store::TurnRow& row) {
  return "case " + a_case.id + ", turn " + std::to_string(row.version);
}

}  // namespace

Checker::Checker(const std::string& store_address, std::shared_ptr<const turn::Practice> practice)
    : x_practice(std::move(practice)) {
  auto store = store::open_store(store_address);
  if (store)
    read(**store);
  else
    complain("store", to_text(store.error()));
}

void Checker::read(store::Store& store) {
  std::vector<std::string> ids;
  for (;;) {
    const auto page = store.cases(ids.empty() ? "" : ids.back(), kPage);
    if (!page || page->empty()) break;
    ids.insert(ids.end(), page->begin(), page->end());
  }
  for (const std::string& id : ids) {
    StoredCase& a_case = x_cases[id];
    a_case.id = id;
    for (store::TurnRow& row : all_turns(store, id)) {
      auto inbound = bot::inbound_of(row);
      if (!inbound) complain(turn_name(a_case, row), to_text(inbound.error()));
      x_case_of_conversation[row.conversation] = id;
      auto replies = bot::replies_of(row);
      a_case.turns.push_back(
          {std::move(row), inbound ? std::move(*inbound) : Inbound{}, std::move(replies)});
    }
    auto state = bot::load_case(store, id);
    if (!state) complain("case " + id, to_text(state.error()));
    if (state) a_case.state = std::move(*state);
  }
  auto handoffs = store.handoffs(false);
  if (!handoffs) return complain("handoffs", to_text(handoffs.error()));
  x_handoffs = std::move(*handoffs);
}

std::size_t Checker::turns() const {
  std::size_t count = 0;
  for (const auto& [id, a_case] : x_cases) count += a_case.turns.size();
  return count;
}

void Checker::check_cases() {
  for (const auto& [id, a_case] : x_cases) {
    check_versions(a_case);
    check_replay(a_case);
    check_consents(a_case);
  }
  check_effects();
  check_handoffs();
}

void Checker::check_versions(const StoredCase& a_case) {
  std::set<std::string> ids;
  for (std::size_t i = 0; i < a_case.turns.size(); ++i) {
    const store::TurnRow& row = a_case.turns[i].row;
    if (row.version != i + 1)
      complain("case " + a_case.id, "turn " + std::to_string(i + 1) + " is missing");
    if (!ids.insert(row.inbound_id).second)
      complain(turn_name(a_case, row), row.inbound_id + " is stored twice");
  }
  if (a_case.state.version != a_case.turns.size())
    complain("case " + a_case.id, "its state is not that of its last turn");
}

// The turn is pure: taken again from the first inbound, it must come to the same state.
void Checker::check_replay(const StoredCase& a_case) {
  Case state;
  state.id = a_case.id;
  for (const StoredTurn& stored : a_case.turns) {
    turn::Turn retaken = turn::take_turn(*x_practice, state, stored.inbound);
    check_turn(a_case, stored, retaken);
    state = std::move(retaken.after);
  }
  if (state == a_case.state) return;
  complain("case " + a_case.id,
           "is not what its inbounds make of it: " + difference(state, a_case.state).dump());
}

void Checker::check_turn(const StoredCase& a_case, const StoredTurn& stored,
                         const turn::Turn& retaken) {
  const std::string name = turn_name(a_case, stored.row);
  if (stored.replies != retaken.replies)
    complain(name, "its replies are others when it is retaken");
  const std::string& snapshot = stored.row.snapshot;
  if (!snapshot.empty() && json::parse(snapshot) != to_stored_json(retaken.after))
    complain(name, "the case stored with it is another");
  const auto effects = effects_of(stored.row);
  bool same = effects.size() == retaken.effects.size();
  for (std::size_t i = 0; same && i < effects.size(); ++i)
    same = effects[i].second == retaken.effects[i].key;
  if (!same) complain(name, "its effects are others when it is retaken");
}

void Checker::check_consents(const StoredCase& a_case) {
  std::set<std::pair<std::string, std::string>> seen;
  for (const ConsentEntry& entry : a_case.state.consents) {
    if (!seen.emplace(entry.consent, entry.inbound).second)
      complain("case " + a_case.id, entry.inbound + " is in the ledger twice");
  }
}

void Checker::check_effects() {
  std::set<std::string> keys;
  for (const auto& [id, a_case] : x_cases) {
    for (const StoredTurn& stored : a_case.turns) {
      for (const auto& [kind, key] : effects_of(stored.row))
        if (!keys.insert(key).second)
          complain(turn_name(a_case, stored.row), key + " is there twice");
    }
  }
}

// One handoff per case and episode, made by one turn.
void Checker::check_handoffs() {
  std::map<std::string, int> handoffs_of;
  for (const auto& [id, a_case] : x_cases) {
    for (const StoredTurn& stored : a_case.turns)
      for (const auto& [kind, key] : effects_of(stored.row))
        if (kind == to_text(EffectKind::hand_off)) ++handoffs_of[id];
  }
  std::set<std::string> ids;
  for (const store::HandoffRow& row : x_handoffs) {
    --handoffs_of[row.case_id];
    if (!ids.insert(row.id).second) complain("handoff " + row.id, "is there twice");
  }
  for (const auto& [id, more] : handoffs_of)
    if (more != 0) complain("case " + id, "has another number of handoffs than its turns made");
}

void Checker::check_deliveries(const std::string& told) {
  std::map<std::string, std::set<std::string>> kinds_told;  // by case
  std::size_t start = 0;
  for (std::size_t end; (end = told.find('\n', start)) != std::string::npos; start = end + 1) {
    const std::string_view line(told.data() + start, end - start);
    const std::size_t at = line.find("case=");
    if (at == std::string_view::npos) continue;
    const std::string id(line.substr(at + 5, line.find(' ', at) - at - 5));
    for (const char* kind : {"alert", "hand_off"})
      if (line.find(kind) != std::string_view::npos) kinds_told[id].insert(kind);
  }
  for (const auto& [id, a_case] : x_cases) {
    for (const StoredTurn& stored : a_case.turns)
      for (const auto& [kind, key] : effects_of(stored.row))
        if ((kind == "alert" || kind == "hand_off") && !kinds_told[id].contains(kind))
          complain("case " + id, "nobody was told of " + key);
  }
}

}  // namespace anteroom::durability
