#include "base/reply.h"

#include <nlohmann/json.hpp>

#include "base/json_reader.h"
#include "base/names.h"

namespace anteroom {
namespace {

using Json = nlohmann::json;

constexpr Names<EffectKind, 5> kEffects{
    {"say", "alert", "hand_off", "update_handoff", "record_consent"}};

Result<OfferedChoice> choice_from_json(const Json& json) {
  JsonReader reader(json, "reply.choice");
  OfferedChoice choice{reader.text("id"), reader.text("label")};
  return reader.finish(std::move(choice));
}

Result<ProgressBar> progress_from_json(const Json& json) {
  JsonReader reader(json, "reply.progress");
  const ProgressBar progress{reader.integer("done"), reader.integer("total")};
  return reader.finish(progress);
}

}  // namespace

Json to_json(const Reply& reply) {
  Json json{{"text", reply.text}, {"choices", Json::array()}};
  for (const OfferedChoice& choice : reply.choices) {
    json["choices"].push_back({{"id", choice.id}, {"label", choice.label}});
  }
  if (!reply.input.empty()) json["input"] = reply.input;
  if (reply.progress)
    json["progress"] = {{"done", reply.progress->done}, {"total", reply.progress->total}};
  if (reply.urgent) json["urgent"] = true;
  return json;
}

Result<Reply> reply_from_json(const Json& json) {
  JsonReader reader(json, "reply");
  Reply reply;
  reply.text = reader.text("text");
  reply.choices = reader.list<OfferedChoice>("choices", choice_from_json);
  reply.input = reader.text("input");
  reply.progress = reader.nested<ProgressBar>("progress", progress_from_json);
  reply.urgent = reader.flag("urgent");
  return reader.finish(std::move(reply));
}

std::string_view to_text(EffectKind kind) { return kEffects.of(kind); }

}  // namespace anteroom
