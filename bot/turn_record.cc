#include "bot/turn_record.h"

#include <nlohmann/json.hpp>

#include "base/case_json.h"
#include "base/hash.h"
#include "base/json_text.h"
#include "base/json_writer.h"

namespace anteroom::bot {
namespace {

using nlohmann::json;

constexpr std::uint64_t kSnapshotEvery = 8;

// A button says what it says: only of a text is it kept how it was read.
void write_reading(JsonWriter& out, const turn::Turn& turn, const Inbound& inbound) {
  const auto* text = std::get_if<Text>(&inbound.body);
  if (!text) return;
  out.key("reading");
  out.raw(dump_json(to_json(turn.reading, text->text)));
}

std::string transcript(const turn::Turn& turn, const Inbound& inbound) {
  JsonWriter out(1000);
  out.open_object();
  out.key("inbound");
  write(out, inbound);
  write_reading(out, turn, inbound);
  out.key("replies");
  out.open_array();
  for (const Reply& reply : turn.replies) write(out, reply);
  out.close_array();
  out.key("effects");
  out.open_array();
  for (const Effect& effect : turn.effects) {
    out.open_object();
    out.member("kind", to_text(effect.kind));
    out.member("key", effect.key);
    out.close_object();
  }
  out.close_array();
  out.key("score");
  out.open_object();
  out.member("total", turn.score.total);
  out.member("tier", turn.after.tier.tier);
  out.close_object();
  out.close_object();
  return out.take();
}

// A contact fact that is new or changed can be looked up from now on.
void add_contact_look_ups(const Case& before, const Case& after,
                          std::vector<store::LookUp>& look_ups) {
  for (const char* field : {"phone", "email", "name"}) {
    const Fact* fact = after.fact(field);
    const Fact* known = before.fact(field);
    if (!fact || (known && known->value == fact->value)) continue;
    if (const auto* value = std::get_if<std::string>(&fact->value))
      look_ups.push_back({field, *value});
  }
}

bool goes_out(EffectKind kind) {
  return kind == EffectKind::alert || kind == EffectKind::hand_off ||
         kind == EffectKind::update_handoff;
}

store::HandoffRow handoff_row(const Case& after) {
  const HandoffRecord& record = *after.episode.handoff;
  return {record.id, after.id,      record.queue, record.tier,
          "open",    record.opened, record.due,   record.summary};
}

}  // namespace

store::Commit record_turn(const Case& before, const turn::Turn& turn, const Inbound& inbound,
                          const std::vector<store::LookUp>& look_ups) {
  store::Commit commit;
  commit.turn.case_id = turn.after.id;
  commit.turn.version = turn.after.version;
  commit.turn.inbound_id = inbound.id;
  commit.turn.inbound_hash = content_hash(body_of(inbound));
  commit.turn.conversation = inbound.conversation;
  commit.turn.at = inbound.at;
  commit.turn.transcript = transcript(turn, inbound);
  if (turn.after.version % kSnapshotEvery == 1) {
    commit.turn.snapshot = stored_text(turn.after);
  } else {
    commit.turn.difference = difference_text(before, turn.after);
  }
  commit.look_ups = look_ups;
  add_contact_look_ups(before, turn.after, commit.look_ups);
  if (turn.handoff_changed) commit.handoff = handoff_row(turn.after);
  for (const Effect& effect : turn.effects) {
    if (goes_out(effect.kind)) {
      // Due at once, whatever the clocks of servers say.
      commit.outbox.push_back({effect.key, std::string(to_text(effect.kind)), turn.after.id,
                               Moment{}, effect.data, "waiting", 0});
    }
  }
  return commit;
}

Result<Case> load_case(store::Store& store, const std::string& case_id) {
  auto loaded = store.load(case_id);
  if (!loaded) return tl::make_unexpected(loaded.error());
  if (!*loaded) {
    Case fresh;
    fresh.id = case_id;
    return fresh;
  }
  const auto damaged = [&] {
    return failure("store", "case " + case_id + " cannot be read: its record is damaged");
  };
  const json snapshot = json::parse((*loaded)->snapshot, nullptr, false);
  Result<Case> state = case_from_stored_json(snapshot);
  for (const std::string& text : (*loaded)->differences) {
    if (!state) return damaged();
    const json change = json::parse(text, nullptr, false);
    if (change.is_discarded()) return damaged();
    state = anteroom::apply(std::move(*state), change);
  }
  if (!state || state->version != (*loaded)->version) return damaged();
  return state;
}

std::vector<Reply> replies_of(const store::TurnRow& row) {
  std::vector<Reply> replies;
  const json record = json::parse(row.transcript, nullptr, false);
  if (!record.is_object() || !record.contains("replies")) return replies;
  for (const json& reply : record["replies"]) {
    if (auto read = reply_from_json(reply)) replies.push_back(std::move(*read));
  }
  return replies;
}

Result<Inbound> inbound_of(const store::TurnRow& row) {
  const json record = json::parse(row.transcript, nullptr, false);
  if (!record.is_object() || !record.contains("inbound"))
    return failure("store", "a turn's record is damaged");
  return inbound_from_json(record["inbound"]);
}

}  // namespace anteroom::bot
