// An inbound: one thing that happened to a case. Everything goes through a turn as one of these: a
// text, a button, a page event, the passing of time. The id is the sender's; the same id twice has
// one effect.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/moment.h"
#include "base/result.h"

namespace anteroom {

enum class Channel : unsigned char { web, sms };

std::string_view to_text(Channel channel);
std::optional<Channel> parse_channel(std::string_view text);

class JsonWriter;

struct Opened {          // the visitor opened the chat
  std::string language;  // as the page or the browser says; may be empty or unknown to the practice
  std::string page_topic;  // of the page they came from; may be empty
  bool operator==(const Opened&) const = default;
};
struct Text {
  std::string text;  // UTF-8, at most the practice's bound; the rest was cut by the channel
  bool cut = false;
  bool operator==(const Text&) const = default;
};
struct Chosen {  // a button
  std::string choice;
  bool operator==(const Chosen&) const = default;
};
struct PageEvent {
  std::string name;  // page_view, cta_click, ...
  std::string topic;
  std::string page;
  bool operator==(const PageEvent&) const = default;
};
struct Tick {  // time passed; timers fire
  bool operator==(const Tick&) const = default;
};

struct Inbound {
  std::string id;
  Moment at{};               // when we received it; stays on a retake
  std::string conversation;  // the transcript it belongs to
  Channel channel = Channel::web;
  std::variant<Opened, Text, Chosen, PageEvent, Tick> body;

  bool operator==(const Inbound&) const = default;
};

void write(JsonWriter& out, const Inbound& inbound);
nlohmann::json to_json(const Inbound& inbound);  // the same, to look into
Result<Inbound> inbound_from_json(const nlohmann::json& json);

// What the sender sent, without id and time: two inbounds of one id must agree in it (else
// `id_reused`).
std::string body_of(const Inbound& inbound);

}  // namespace anteroom
