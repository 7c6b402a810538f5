#include "base/consent.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/json_reader.h"
#include "base/names.h"

namespace anteroom {
namespace {

constexpr Names<ConsentState, 3> kStates{{"granted", "refused", "revoked"}};

}  // namespace

std::string_view to_text(ConsentState state) { return kStates.of(state); }

const ConsentEntry* newest(const ConsentLedger& ledger, std::string_view consent) {
  const auto entry = std::find_if(ledger.rbegin(), ledger.rend(),
                                  [&](const ConsentEntry& e) { return e.consent == consent; });
  return entry == ledger.rend() ? nullptr : &*entry;
}

bool granted(const ConsentLedger& ledger, std::string_view consent) {
  const ConsentEntry* entry = newest(ledger, consent);
  return entry && entry->state == ConsentState::granted;
}

nlohmann::json to_json(const ConsentEntry& entry) {
  return {{"consent", entry.consent},          {"purpose", entry.purpose},
          {"channel", to_text(entry.channel)}, {"state", to_text(entry.state)},
          {"wording", entry.wording},          {"version", entry.version},
          {"language", entry.language},        {"at", to_text(entry.at)},
          {"inbound", entry.inbound},          {"by", entry.by}};
}

Result<ConsentEntry> consent_from_json(const nlohmann::json& json) {
  JsonReader reader(json, "consent");
  const auto parse_state = [](std::string_view text) { return kStates.parse(text); };
  ConsentEntry entry;
  entry.consent = reader.text("consent");
  entry.purpose = reader.text("purpose");
  entry.channel = reader.name("channel", parse_channel, Channel::sms);
  entry.state = reader.name("state", parse_state, ConsentState::refused);
  entry.wording = reader.text("wording");
  entry.version = reader.text("version");
  entry.language = reader.text("language");
  entry.at = reader.moment("at");
  entry.inbound = reader.text("inbound");
  entry.by = reader.text("by");
  return reader.finish(std::move(entry));
}

}  // namespace anteroom
