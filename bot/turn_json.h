// A turn in the shape that users of `chat --json` meet (docs/cli.md): replies, what is asked, the
// reading, facts, score with reasons, qualification, consents, controls, effects, handoff.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "base/inbound.h"
#include "bot/turn/take_turn.h"

namespace anteroom::bot {

nlohmann::json turn_json(const turn::Practice& practice, const turn::Turn& turn,
                         const Inbound& inbound);

// Pieces of it, for the commands that list leads and handoffs.
nlohmann::json facts_json(const Case& a_case);
nlohmann::json handoff_json(const HandoffRecord& record);
nlohmann::json consents_json(const ConsentLedger& ledger);

}  // namespace anteroom::bot
