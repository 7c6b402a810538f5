#include <array>
#include <utility>

#include "base/json_writer.h"
#include "channels/web/frames.h"

namespace anteroom::web {
namespace {

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
void put_options(JsonWriter& out, std::string_view name, const std::vector<Labelled>& options) {
  out.key(name);
  out.open_array();
  for (const auto& option : options) {
    out.open_object();
    out.member("id", option.id);
    out.member("label", option.label);
    out.close_object();
  }
  out.close_array();
}

void put_progress(JsonWriter& out, const ProgressBar& progress) {
  out.key("progress");
  out.open_object();
  out.member("done", progress.done);
  out.member("total", progress.total);
  out.close_object();
}

void put_said(JsonWriter& out, const anteroom::Reply& said) {
  out.member("text", said.text);
  if (!said.choices.empty()) put_options(out, "choices", said.choices);
  if (!said.input.empty()) out.member("input", said.input);
  if (said.progress) put_progress(out, *said.progress);
  if (said.urgent) out.member("urgent", true);
}

void put_entry(JsonWriter& out, const Entry& entry) {
  out.open_object();
  out.member("seq", entry.seq);
  out.member("from", name_of(kSpeakers, entry.from));
  if (!entry.id.empty()) out.member("id", entry.id);
  out.member("at", anteroom::to_text(entry.at));
  put_said(out, entry.said);
  out.close_object();
}

void put_agent(JsonWriter& out, const Agent& agent) {
  out.member("state", name_of(kAgentStates, agent.state));
  if (!agent.name.empty()) out.member("name", agent.name);
}

void put_practice(JsonWriter& out, const PracticeCard& practice) {
  out.key("practice");
  out.open_object();
  out.member("name", practice.name);
  out.member("disclosure", practice.disclosure);
  out.member("emergency_line", practice.emergency_line);
  out.key("labels");
  out.open_object();
  for (const auto& [name, text] : practice.labels) out.member(name, text);
  out.close_object();
  out.close_object();
}

// The members of a frame.
struct PutFrame {
  JsonWriter& out;

  void operator()(const Welcome& welcome) const {
    out.member("type", "welcome");
    out.member("conversation", welcome.conversation);
    out.member("resume", welcome.resume);
    out.member("after", welcome.after);
    out.key("history");
    out.open_array();
    for (const auto& entry : welcome.history) put_entry(out, entry);
    out.close_array();
    out.member("language", welcome.language);
    put_options(out, "languages", welcome.languages);
    put_practice(out, welcome.practice);
    put_options(out, "controls", welcome.controls);
    if (!welcome.agent) return;
    out.key("agent");
    out.open_object();
    put_agent(out, *welcome.agent);
    out.close_object();
  }
  void operator()(const Accepted& accepted) const {
    out.member("type", "accepted");
    out.member("id", accepted.id);
    if (accepted.seq != 0) out.member("seq", accepted.seq);
  }
  void operator()(const ReplyFrame& reply) const {
    out.member("type", "reply");
    out.member("seq", reply.seq);
    out.member("from", name_of(kSpeakers, reply.from));
    if (!reply.in_reply_to.empty()) out.member("in_reply_to", reply.in_reply_to);
    if (reply.at) out.member("at", anteroom::to_text(*reply.at));
    put_said(out, reply.said);
  }
  void operator()(const Typing&) const { out.member("type", "typing"); }
  void operator()(const Agent& agent) const {
    out.member("type", "agent");
    put_agent(out, agent);
  }
  void operator()(const ErrorFrame& error) const {
    out.member("type", "error");
    out.member("code", to_text(error.code));
    out.member("what", error.what);
    if (!error.id.empty()) out.member("id", error.id);
    if (error.retry_after != 0) out.member("retry_after", error.retry_after);
  }
};

}  // namespace

std::string_view to_text(ErrorCode code) { return name_of(kErrorCodes, code); }

ErrorFrame error_frame(ErrorCode code, std::string what, std::string id, int retry_after) {
  return {code, std::move(what), std::move(id), retry_after, false};
}

std::string to_bytes(const ServerFrame& frame) {
  JsonWriter out;
  out.open_object();
  std::visit(PutFrame{out}, frame);
  out.close_object();
  return out.take();
}

}  // namespace anteroom::web
