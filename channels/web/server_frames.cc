#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "channels/web/frames.h"

namespace anteroom::web {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 9> kErrorCodes = {
    "bad_frame", "unknown_type", "bad_field", "too_large",       "id_reused",
    "not_ready", "too_fast",     "try_again", "no_conversation",
};
constexpr std::array<std::string_view, 3> kSpeakers = {"visitor", "bot", "agent"};
constexpr std::array<std::string_view, 3> kAgentStates = {"waiting", "joined", "left"};

template <std::size_t N, class Enum>
std::string_view name_of(const std::array<std::string_view, N>& names, Enum value) {
  return names.at(static_cast<std::size_t>(value));
}

// A template: OfferedChoice and Option are the same on the wire.
template <class Labelled>
json labelled(const std::vector<Labelled>& options) {
  json list = json::array();
  for (const auto& option : options) list.push_back({{"id", option.id}, {"label", option.label}});
  return list;
}

void put_said(json& object, const anteroom::Reply& said) {
  object["text"] = said.text;
  if (!said.choices.empty()) object["choices"] = labelled(said.choices);
  if (!said.input.empty()) object["input"] = said.input;
  if (said.progress)
    object["progress"] = {{"done", said.progress->done}, {"total", said.progress->total}};
  if (said.urgent) object["urgent"] = true;
}

json entry_json(const Entry& entry) {
  json object = {{"seq", entry.seq}, {"from", name_of(kSpeakers, entry.from)}};
  if (!entry.id.empty()) object["id"] = entry.id;
  object["at"] = anteroom::to_text(entry.at);
  put_said(object, entry.said);
  return object;
}

json agent_json(const Agent& agent) {
  json object = {{"state", name_of(kAgentStates, agent.state)}};
  if (!agent.name.empty()) object["name"] = agent.name;
  return object;
}

json practice_json(const PracticeCard& practice) {
  json labels = json::object();
  for (const auto& [name, text] : practice.labels) labels[name] = text;
  return {{"name", practice.name},
          {"disclosure", practice.disclosure},
          {"emergency_line", practice.emergency_line},
          {"labels", std::move(labels)}};
}

struct Write {
  json operator()(const Welcome& welcome) const {
    json history = json::array();
    for (const auto& entry : welcome.history) history.push_back(entry_json(entry));
    json object = {{"type", "welcome"},
                   {"conversation", welcome.conversation},
                   {"resume", welcome.resume},
                   {"after", welcome.after},
                   {"history", std::move(history)},
                   {"language", welcome.language},
                   {"languages", labelled(welcome.languages)},
                   {"practice", practice_json(welcome.practice)},
                   {"controls", labelled(welcome.controls)}};
    if (welcome.agent) object["agent"] = agent_json(*welcome.agent);
    return object;
  }
  json operator()(const Accepted& accepted) const {
    json object = {{"type", "accepted"}, {"id", accepted.id}};
    if (accepted.seq != 0) object["seq"] = accepted.seq;
    return object;
  }
  json operator()(const ReplyFrame& reply) const {
    json object = {{"type", "reply"}, {"seq", reply.seq}, {"from", name_of(kSpeakers, reply.from)}};
    if (!reply.in_reply_to.empty()) object["in_reply_to"] = reply.in_reply_to;
    if (reply.at) object["at"] = anteroom::to_text(*reply.at);
    put_said(object, reply.said);
    return object;
  }
  json operator()(const Typing&) const { return {{"type", "typing"}}; }
  json operator()(const Agent& agent) const {
    json object = agent_json(agent);
    object["type"] = "agent";
    return object;
  }
  json operator()(const ErrorFrame& error) const {
    json object = {{"type", "error"}, {"code", to_text(error.code)}, {"what", error.what}};
    if (!error.id.empty()) object["id"] = error.id;
    if (error.retry_after != 0) object["retry_after"] = error.retry_after;
    return object;
  }
};

}  // namespace

std::string_view to_text(ErrorCode code) { return name_of(kErrorCodes, code); }

ErrorFrame error_frame(ErrorCode code, std::string what, std::string id, int retry_after) {
  return {code, std::move(what), std::move(id), retry_after, false};
}

json to_json(const ServerFrame& frame) { return std::visit(Write{}, frame); }

std::string to_bytes(const ServerFrame& frame) {
  // A text that is not UTF-8 would be a bug elsewhere; it must not stop the server.
  return to_json(frame).dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace anteroom::web
