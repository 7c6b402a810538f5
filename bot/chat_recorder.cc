#include "bot/chat_recorder.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "bot/conversation_test.h"

namespace anteroom::bot {
namespace {

// JSON is YAML, once DEL is written out: YAML takes it for a control character.
std::string in_yaml(const nlohmann::json& value) {
  std::string yaml = value.dump();
  for (std::size_t at = 0; (at = yaml.find('\x7F', at)) != std::string::npos;)
    yaml.replace(at, 1, "\\u007f");
  return yaml;
}

std::string said(const Inbound& inbound) {
  if (const auto* text = std::get_if<Text>(&inbound.body)) return "says: " + in_yaml(text->text);
  if (const auto* chosen = std::get_if<Chosen>(&inbound.body))
    return "chooses: " + in_yaml(chosen->choice);
  if (const auto* event = std::get_if<PageEvent>(&inbound.body)) {
    return "event: {name: " + in_yaml(event->name) + ", topic: " + in_yaml(event->topic) + "}";
  }
  return std::holds_alternative<Opened>(inbound.body) ? "open: {}" : "tick: {}";
}

// What a test can expect to be known: neither in doubt nor parked.
std::string new_facts(const Case& before, const turn::Turn& turn) {
  std::string list;
  for (const Fact& fact : turn.after.facts) {
    const Fact* known = before.fact(fact.field);
    if (known && known->value == fact.value) continue;
    if (fact.doubtful() ||
        std::find(turn.parked.begin(), turn.parked.end(), fact.field) != turn.parked.end())
      continue;
    if (!list.empty()) list += ", ";
    list += fact.field + ": " + in_yaml(to_json(fact.value));
  }
  return list;
}

}  // namespace

void ChatRecorder::add(const Inbound& inbound, const turn::Turn& turn) {
  const bool first = x_turns.empty();
  const Moment at = std::chrono::floor<std::chrono::seconds>(inbound.at);
  if (first) x_begin = at;
  x_turns += "  - " + said(inbound) + "\n";
  if (!first && at != x_played + kBetweenTurns) x_turns += "    at: " + to_text(at) + "\n";
  x_played = at;
  const std::string facts = new_facts(x_before, turn);
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
  std::string text =
      "conversation: recorded\nabout: Recorded from a chat; say here what it is to show.\n";
  if (!x_language.empty()) text += "language: " + x_language + "\n";
  return text + "at: " + to_text(x_begin) + "\nturns:\n" + x_turns;
}

}  // namespace anteroom::bot
