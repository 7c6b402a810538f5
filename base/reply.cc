#include "base/reply.h"

#include <nlohmann/json.hpp>

#include "base/json_reader.h"
#include "base/json_writer.h"
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

void write(JsonWriter& out, const Reply& reply) {
  out.open_object();
  out.member("text", reply.text);
  out.key("choices");
  out.open_array();
  for (const OfferedChoice& choice : reply.choices) {
    out.open_object();
    out.member("id", choice.id);
    out.member("label", choice.label);
    out.close_object();
  }
  out.close_array();
  if (!reply.input.empty()) out.member("input", reply.input);
  if (reply.progress) {
    out.key("progress");
    out.open_object();
    out.member("done", reply.progress->done);
    out.member("total", reply.progress->total);
    out.close_object();
  }
  if (reply.urgent) out.member("urgent", true);
  out.close_object();
}

Json to_json(const Reply& reply) {
  JsonWriter out;
  write(out, reply);
  return Json::parse(out.text());
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
