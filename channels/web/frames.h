// The frames of the chat protocol anteroom.v1 as types: what a client may say, what the server
// says. docs/wire_protocol.md is their description, and its examples are their tests. Reading is
// strict about the fields it knows and ignores the others; it never throws, and its errors never
// hold a visitor's words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <variant>
#include <vector>

#include "base/moment.h"
#include "base/reply.h"

namespace anteroom::web {

inline constexpr std::string_view kSubprotocol = "anteroom.v1";
inline constexpr std::size_t kTextBytes = 16 * 1024;

using Seq = std::int64_t;

// What a client may say. An id is the client's, and used once in a conversation.
struct Page {
  std::string path;  // without query and fragment
  std::string topic;
  std::string title;
  bool operator==(const Page&) const = default;
};
struct Hello {
  std::string resume;  // the secret token of an earlier welcome; empty: a new conversation
  std::string language;
  Page page;
  Seq seen = 0;  // the highest seq that the client still holds
  bool operator==(const Hello&) const = default;
};
struct Message {
  std::string id;
  std::string text;
  bool operator==(const Message&) const = default;
};
struct Choose {
  std::string id;
  std::string choice;
  bool operator==(const Choose&) const = default;
};
struct Event {
  std::string id;
  std::string name;
  std::string page;  // without query and fragment
  std::string topic;
  bool operator==(const Event&) const = default;
};
struct Typing {  // of either side
  bool operator==(const Typing&) const = default;
};
struct Ack {
  Seq seq = 0;
  bool operator==(const Ack&) const = default;
};
using ClientFrame = std::variant<Hello, Message, Choose, Event, Typing, Ack>;

enum class ErrorCode : unsigned char {
  bad_frame,
  unknown_type,
  bad_field,
  too_large,
  id_reused,
  not_ready,
  too_fast,
  try_again,
  no_conversation,
};
std::string_view to_text(ErrorCode code);

// What the server says.
struct ErrorFrame {
  ErrorCode code = ErrorCode::bad_frame;
  std::string what;       // for developers
  std::string id;         // of the frame it speaks of; may be empty
  int retry_after = 0;    // seconds; 0: not to be tried again by itself
  bool hopeless = false;  // not JSON, or not an object: such a client is closed. Not written
  bool operator==(const ErrorFrame&) const = default;
};

ErrorFrame error_frame(ErrorCode code, std::string what, std::string id = {}, int retry_after = 0);

enum class Speaker : unsigned char { visitor, bot, agent };
enum class AgentState : unsigned char { waiting, joined, left };

struct Entry {  // one line of the transcript
  Seq seq = 0;
  Speaker from = Speaker::bot;
  std::string id;  // of the client's frame, for a visitor's entry; may be empty
  Moment at{};
  // Choices, input and progress only on the last entry, and only if its question is still open.
  anteroom::Reply said;
  bool operator==(const Entry&) const = default;
};
struct Option {  // a language, a control
  std::string id;
  std::string label;
  bool operator==(const Option&) const = default;
};
struct PracticeCard {  // what the panel shows of the practice, in the conversation's language
  std::string name;
  std::string disclosure;
  std::string emergency_line;
  std::map<std::string, std::string> labels;
  bool operator==(const PracticeCard&) const = default;
};
struct Agent {
  AgentState state = AgentState::left;
  std::string name;
  bool operator==(const Agent&) const = default;
};
struct Welcome {
  std::string conversation;
  std::string resume;
  Seq after = 0;  // history holds the entries behind this one
  std::vector<Entry> history;
  std::string language;
  std::vector<Option> languages;
  PracticeCard practice;
  std::vector<Option> controls;
  std::optional<Agent> agent;
  bool operator==(const Welcome&) const = default;
};
struct Accepted {
  std::string id;
  Seq seq = 0;  // of the visitor's own entry; 0: it makes none
  bool operator==(const Accepted&) const = default;
};
struct ReplyFrame {
  Seq seq = 0;
  std::string in_reply_to;  // a client's id; may be empty
  Speaker from = Speaker::bot;
  std::optional<Moment> at;
  anteroom::Reply said;
  bool operator==(const ReplyFrame&) const = default;
};
using ServerFrame = std::variant<Welcome, Accepted, ReplyFrame, Typing, Agent, ErrorFrame>;

// One client frame from its bytes (valid UTF-8), or the error frame that answers it.
tl::expected<ClientFrame, ErrorFrame> parse_client_frame(std::string_view bytes);

std::string to_bytes(const ServerFrame& frame);  // its JSON, on one line

}  // namespace anteroom::web
