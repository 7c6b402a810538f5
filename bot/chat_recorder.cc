#include "bot/chat_recorder.h"

#include <nlohmann/json.hpp>

namespace anteroom::bot {
namespace {

// A JSON string is a double-quoted YAML scalar.
std::string quoted(const std::string& text) { return nlohmann::json(text).dump(); }

std::string said(const Inbound& inbound) {
  if (const auto* text = std::get_if<Text>(&inbound.body)) return "says: " + quoted(text->text);
  if (const auto* chosen = std::get_if<Chosen>(&inbound.body)) return "chooses: " + quoted(chosen->choice);
  if (const auto* event = std::get_if<PageEvent>(&inbound.body)) {
    return "event: {name: " + quoted(event->name) + ", topic: " + quoted(event->topic) + "}";
  }
  return std::holds_alternative<Opened>(inbound.body) ? "open: {}" : "tick: {}";
}

std::string new_facts(const Case& before, const Case& after) {
  std::string list;
  for (const Fact& fact : after.facts) {
    const Fact* known = before.fact(fact.field);
    if (known && known->value == fact.value) continue;
    if (!list.empty()) list += ", ";
    list += fact.field + ": " + to_json(fact.value).dump();
  }
  return list;
}

}  // namespace

void ChatRecorder::add(const Inbound& inbound, const turn::Turn& turn) {
  const bool first = x_turns.empty();
  if (first) x_begin = inbound.at;
  x_turns += "  - " + said(inbound) + "\n";
  if (!first && inbound.at != x_before.last_inbound) x_turns += "    at: " + to_text(inbound.at) + "\n";
  const std::string facts = new_facts(x_before, turn.after);
  if (!facts.empty()) x_turns += "    known: {" + facts + "}\n";
  const std::string asked = turn::asks(turn.after);
  x_turns += "    asks: " + (asked.empty() ? std::string("none") : asked) + "\n";
  if (turn.reading.red_flag) x_turns += "    red_flag: " + turn.reading.red_flag_group + "\n";
  const auto& handoff = turn.after.episode.handoff;
  if (handoff && x_handoff != handoff->id) {
    x_handoff = handoff->id;
    x_turns += "    handoff: {queue: " + handoff->queue + ", tier: " + handoff->tier + "}\n";
  }
  x_before = turn.after;
}

std::string ChatRecorder::yaml() const {
  std::string text = "conversation: recorded\nabout: Recorded from a chat; say here what it is to show.\n";
  if (!x_language.empty()) text += "language: " + x_language + "\n";
  return text + "at: " + to_text(x_begin) + "\nturns:\n" + x_turns;
}

}  // namespace anteroom::bot
