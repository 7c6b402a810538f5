#include "base/inbound.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "base/json_reader.h"
#include "base/json_writer.h"
#include "base/names.h"

namespace anteroom {
namespace {

using Json = nlohmann::json;
using Body = decltype(Inbound::body);

constexpr Names<Channel, 2> kChannels{{"web", "sms"}};

// The members of a body. Their order is kept: hashes of what this writes lie in stores.
struct WriteBody {
  JsonWriter& out;
  void operator()(const Opened& opened) const {
    out.member("kind", "opened");
    out.member("language", opened.language);
    out.member("page_topic", opened.page_topic);
  }
  void operator()(const Text& text) const {
    out.member("cut", text.cut);
    out.member("kind", "text");
    out.member("text", text.text);
  }
  void operator()(const Chosen& chosen) const {
    out.member("choice", chosen.choice);
    out.member("kind", "choice");
  }
  void operator()(const PageEvent& event) const {
    out.member("kind", "event");
    out.member("name", event.name);
    out.member("page", event.page);
    out.member("topic", event.topic);
  }
  void operator()(const Tick&) const { out.member("kind", "tick"); }
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

void write(JsonWriter& out, const Inbound& inbound) {
  out.open_object();
  std::visit(WriteBody{out}, inbound.body);
  out.member("id", inbound.id);
  out.member("at", to_text(inbound.at));
  out.member("conversation", inbound.conversation);
  out.member("channel", to_text(inbound.channel));
  out.close_object();
}

Json to_json(const Inbound& inbound) {
  JsonWriter out;
  write(out, inbound);
  return Json::parse(out.text());
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
  JsonWriter out;
  out.open_object();
  std::visit(WriteBody{out}, inbound.body);
  out.close_object();
  return out.take();
}

}  // namespace anteroom
