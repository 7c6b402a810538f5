// The consent ledger: what a person agreed to, refused or took back, per purpose and channel, with
// the wording they saw. Append-only and apart from facts: path, back and start over never touch it.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/inbound.h"

namespace anteroom {

enum class ConsentState : unsigned char { granted, refused, revoked };

std::string_view to_text(ConsentState state);

struct ConsentEntry {
  std::string consent;  // id in practice.yaml, e.g. text_messages
  std::string purpose;
  Channel channel = Channel::sms;
  ConsentState state = ConsentState::refused;
  std::string wording;  // the words shown
  std::string version;  // of the wording
  std::string language;
  Moment at{};
  std::string inbound;  // the evidence: the inbound that said so
  std::string by;       // visitor, staff, gateway
  bool operator==(const ConsentEntry&) const = default;
};

using ConsentLedger = std::vector<ConsentEntry>;  // oldest first

// The newest entry about a consent; null where none was ever asked.
const ConsentEntry* newest(const ConsentLedger& ledger, std::string_view consent);
bool granted(const ConsentLedger& ledger, std::string_view consent);

nlohmann::json to_json(const ConsentEntry& entry);
Result<ConsentEntry> consent_from_json(const nlohmann::json& json);

}  // namespace anteroom
