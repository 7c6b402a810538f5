#include <algorithm>
#include <set>

#include "bot/desk.h"
#include "tests/durability/checker.h"

namespace anteroom::durability {
namespace {

decltype(Inbound::body) body_said(const json& frame, const Bounds& bounds) {
  if (frame["type"] == "message") return turn::kept_text(frame["text"].get<std::string>(), bounds);
  if (frame["type"] == "choose") return Chosen{frame["choice"].get<std::string>()};
  return PageEvent{frame["name"].get<std::string>(), frame.value("topic", ""),
                   frame.value("page", "")};
}

json choices_json(const std::vector<OfferedChoice>& choices) {
  json list = json::array();
  for (const OfferedChoice& choice : choices)
    list.push_back({{"id", choice.id}, {"label", choice.label}});
  return list;
}

Seq seq_of(const StoredTurn& turn, std::size_t entry) {
  return static_cast<Seq>(bot::seq_of(turn.row.version, entry));
}

const StoredTurn* turn_of(const StoredCase& a_case, const std::string& id) {
  const auto found = std::find_if(a_case.turns.begin(), a_case.turns.end(),
                                  [&](const StoredTurn& turn) { return turn.inbound.id == id; });
  return found == a_case.turns.end() ? nullptr : &*found;
}

bool makes_entry(const StoredTurn& turn) {
  return std::holds_alternative<Text>(turn.inbound.body) ||
         std::holds_alternative<Chosen>(turn.inbound.body);
}

// The transcript as the panel must get it. The words of a visitor's entry are filled in for texts.
std::vector<Entry> history_of(const StoredCase& a_case) {
  std::vector<Entry> history;
  for (const StoredTurn& turn : a_case.turns) {
    if (makes_entry(turn)) {
      const auto* text = std::get_if<Text>(&turn.inbound.body);
      history.push_back(
          {seq_of(turn, 0), "visitor", turn.inbound.id, text ? text->text : "", json::array()});
    }
    for (Entry& entry : entries_of(turn)) {
      entry.choices = json::array();
      history.push_back(std::move(entry));
    }
  }
  if (a_case.state.pending && !history.empty() && history.back().from == "bot")
    history.back().choices = choices_json(a_case.state.pending->choices);
  return history;
}

}  // namespace

std::vector<Entry> entries_of(const StoredTurn& turn) {
  std::vector<Entry> entries;
  for (const Reply& reply : turn.replies)
    entries.push_back(
        {seq_of(turn, entries.size() + 1), "bot", "", reply.text, choices_json(reply.choices)});
  return entries;
}

void Checker::check_logs(const std::vector<const VisitorLog*>& logs) {
  for (const VisitorLog* log : logs) {
    for (const std::string& fault : log->faults) complain(log->name, fault);
    const StoredCase* a_case = case_of(*log);
    if (!a_case) continue;
    check_said(*log, *a_case);
    check_order(*log);
    check_answers(*log, *a_case);
    check_history(*log, *a_case);
    if (!log->shared) check_transcript(*log);
  }
  check_nothing_invented(logs);
}

const StoredCase* Checker::case_of(const VisitorLog& log) {
  if (log.resume.empty()) return nullptr;  // it never came in
  const auto found = x_case_of_conversation.find(log.conversation);
  if (found != x_case_of_conversation.end()) return &x_cases.at(found->second);
  complain(log.name, "its conversation is not in the store");
  return nullptr;
}

// What was acknowledged is there once, as it was said, at the seq that was told.
void Checker::check_said(const VisitorLog& log, const StoredCase& a_case) {
  for (const Said& said : log.said) {
    const StoredTurn* turn = turn_of(a_case, said.id);
    if (!turn) {
      if (said.accepted_at != 0) complain(log.name, said.id + " was accepted, and is lost");
      continue;
    }
    if (turn->inbound.body != body_said(said.frame, x_practice->profile.bounds))
      complain(log.name, said.id + " is stored with other content");
    if (said.makes_entry() && said.seq != 0 && said.seq != seq_of(*turn, 0))
      complain(log.name, said.id + " was accepted at seq " + std::to_string(said.seq) +
                             " and stands at " + std::to_string(seq_of(*turn, 0)));
  }
}

// What was said after something was accepted comes after it; of what was on its way together, what
// was said first comes first.
void Checker::check_order(const VisitorLog& log) {
  Seq last = 0;
  for (const Said& said : log.said) {
    if (said.seq == 0 || said.delayed || log.shared) continue;
    if (said.seq <= last) complain(log.name, said.id + " stands before what was said before it");
    last = said.seq;
  }
}

// Same id, same replies: all those of the turn where the answer came whole, else the first ones.
void Checker::check_answers(const VisitorLog& log, const StoredCase& a_case) {
  for (const Answer& answer : log.answers) {
    const StoredTurn* turn = turn_of(a_case, answer.id);
    if (!turn) continue;  // lost: said already
    const std::vector<Entry> stored = entries_of(*turn);
    const std::string about = answer.id + " was answered otherwise than is stored: ";
    if (answer.replies.size() > stored.size() ||
        (answer.whole && answer.replies.size() < stored.size())) {
      complain(log.name, about + std::to_string(answer.replies.size()) + " replies of " +
                             std::to_string(stored.size()));
      continue;
    }
    for (std::size_t i = 0; i < answer.replies.size(); ++i)
      if (answer.replies[i] != stored[i])
        complain(log.name,
                 about + to_text(answer.replies[i]) + ", and stored is " + to_text(stored[i]));
  }
}

void Checker::check_history(const VisitorLog& log, const StoredCase& a_case) {
  const std::vector<Entry> stored = history_of(a_case);
  if (log.history.size() != stored.size())
    complain(log.name, "its history has " + std::to_string(log.history.size()) + " entries, and " +
                           std::to_string(stored.size()) + " are stored");
  for (std::size_t i = 0; i < std::min(log.history.size(), stored.size()); ++i) {
    Entry shown = log.history[i];
    if (shown.from == "visitor" && stored[i].text.empty()) shown.text.clear();  // a button's label
    if (shown == stored[i]) continue;
    return complain(log.name, "its history says " + to_text(log.history[i]) + ", and stored is " +
                                  to_text(stored[i]));
  }
}

// What the panel showed all along is the whole history: nothing was missed in any break.
void Checker::check_transcript(const VisitorLog& log) {
  std::set<Seq> seqs;
  for (const Entry& entry : log.history) seqs.insert(entry.seq);
  for (const Entry& entry : log.history)
    if (!log.transcript.contains(entry.seq)) complain(log.name, "never saw " + to_text(entry));
  for (const auto& [seq, entry] : log.transcript)
    if (!seqs.contains(seq)) complain(log.name, "saw what is not stored: " + to_text(entry));
}

void Checker::check_nothing_invented(const std::vector<const VisitorLog*>& logs) {
  std::map<std::string, std::set<std::string>> said;  // ids by conversation
  for (const VisitorLog* log : logs)
    for (const Said& one : log->said) said[log->conversation].insert(one.id);
  for (const auto& [id, a_case] : x_cases) {
    for (const StoredTurn& turn : a_case.turns) {
      if (std::holds_alternative<Opened>(turn.inbound.body)) continue;
      if (!said[turn.row.conversation].contains(turn.inbound.id))
        complain("case " + id, turn.inbound.id + " was said by nobody");
    }
  }
}

}  // namespace anteroom::durability
