// Holds what visitors know against what the store has: nothing that was acknowledged is lost or
// there twice, nothing was said that is not stored, no effect is doubled, and every case is what
// its inbounds make of it when the turns are taken again from the first one. Reads the store by its
// own contract (store/store.h), as the program's commands do; changes nothing.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "bot/turn/take_turn.h"
#include "store/store.h"
#include "tests/durability/visitor_log.h"

namespace anteroom::durability {

struct StoredTurn {
  store::TurnRow row;
  Inbound inbound;
  std::vector<Reply> replies;
};

struct StoredCase {
  std::string id;
  std::vector<StoredTurn> turns;  // oldest first
  Case state;                     // as the store gives it
};

class Checker {
 public:
  // Reads everything.
  Checker(const std::string& store_address, std::shared_ptr<const turn::Practice> practice);

  void check_cases();  // each by itself, and that nothing of them is doubled
  void check_logs(const std::vector<const VisitorLog*>& logs);
  // Staff were told of every alert and handoff: `told` is what all servers said.
  void check_deliveries(const std::string& told);

  const std::vector<std::string>& complaints() const { return x_complaints; }
  std::size_t cases() const { return x_cases.size(); }
  std::size_t turns() const;
  std::size_t handoffs() const { return x_handoffs.size(); }

 private:
  void read(store::Store& store);
  void complain(const std::string& about, const std::string& what) {
    x_complaints.push_back(about + ": " + what);
  }

  void check_versions(const StoredCase& a_case);
  void check_replay(const StoredCase& a_case);
  void check_turn(const StoredCase& a_case, const StoredTurn& stored, const turn::Turn& retaken);
  void check_consents(const StoredCase& a_case);
  void check_effects();
  void check_handoffs();

  const StoredCase* case_of(const VisitorLog& log);
  void check_said(const VisitorLog& log, const StoredCase& a_case);
  void check_order(const VisitorLog& log);
  void check_answers(const VisitorLog& log, const StoredCase& a_case);
  void check_history(const VisitorLog& log, const StoredCase& a_case);
  void check_transcript(const VisitorLog& log);
  void check_nothing_invented(const std::vector<const VisitorLog*>& logs);

  std::shared_ptr<const turn::Practice> x_practice;
  std::map<std::string, StoredCase> x_cases;
  std::map<std::string, std::string> x_case_of_conversation;
  std::vector<store::HandoffRow> x_handoffs;
  std::vector<std::string> x_complaints;
};

// The replies of a turn as a panel gets them.
std::vector<Entry> entries_of(const StoredTurn& turn);

}  // namespace anteroom::durability
