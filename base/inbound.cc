#include "base/inbound.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "base/json_reader.h"
#include "base/names.h"

namespace anteroom {
namespace {

using Json = nlohmann::json;
using Body = decltype(Inbound::body);

constexpr Names<Channel, 2> kChannels{{"web", "sms"}};

struct ToJson {
  Json operator()(const Opened& opened) const {
    return {{"kind", "opened"}, {"language", opened.language}, {"page_topic", opened.page_topic}};
  }
  Json operator()(const Text& text) const {
    return {{"kind", "text"}, {"text", text.text}, {"cut", text.cut}};
  }
  Json operator()(const Chosen& chosen) const {
    return {{"kind", "choice"}, {"choice", chosen.choice}};
  }
  Json operator()(const PageEvent& event) const {
    return {{"kind", "event"}, {"name", event.name}, {"topic", event.topic}, {"page", event.page}};
  }
  Json operator()(const Tick&) const { return {{"kind", "tick"}}; }
};

// One row for each kind of body.
struct Kind {
  std::string_view name;
  Body (*read)(JsonReader&);
};
constexpr Kind kKinds[] = {
    {"opened",
     [](JsonReader& json) -> Body {
       return Opened{json.text("language"), json.text("page_topic")};
     }},
    {"text",
     [](JsonReader& json) -> Body {
       return Text{json.text("text"), json.flag("cut")};
     }},
    {"choice", [](JsonReader& json) -> Body { return Chosen{json.text("choice")}; }},
    {"event",
     [](JsonReader& json) -> Body {
       return PageEvent{json.text("name"), json.text("topic"), json.text("page")};
     }},
    {"tick", [](JsonReader&) -> Body { return Tick{}; }},
};

}  // namespace

std::string_view to_text(Channel channel) { return kChannels.of(channel); }
std::optional<Channel> parse_channel(std::string_view text) { return kChannels.parse(text); }

Json to_json(const Inbound& inbound) {
  Json json = std::visit(ToJson{}, inbound.body);
  json["id"] = inbound.id;
  json["at"] = to_text(inbound.at);
  json["conversation"] = inbound.conversation;
  json["channel"] = to_text(inbound.channel);
  return json;
}

Result<Inbound> inbound_from_json(const Json& json) {
  JsonReader reader(json, "inbound");
  Inbound inbound;
  inbound.id = reader.text("id");
  inbound.at = reader.moment("at");
  inbound.conversation = reader.text("conversation");
  inbound.channel = reader.name("channel", parse_channel, Channel::web);
  const std::string name = reader.text("kind");
  const auto kind = std::find_if(std::begin(kKinds), std::end(kKinds),
                                 [&](const Kind& k) { return k.name == name; });
  if (kind == std::end(kKinds)) {
    reader.fail("kind", "opened, text, choice, event or tick");
  } else {
    inbound.body = kind->read(reader);
  }
  return reader.finish(std::move(inbound));
}

std::string body_of(const Inbound& inbound) {
  // Bad UTF-8 is cleaned by the channel; were any left, it must not throw here.
  return std::visit(ToJson{}, inbound.body).dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace anteroom
