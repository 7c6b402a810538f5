// What the bot says back, and what else must happen. A turn returns these as data; the shell makes
// them happen only after the turn is committed.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/moment.h"
#include "base/result.h"

namespace anteroom {

class JsonWriter;

struct OfferedChoice {
  std::string id;
  std::string label;
  bool operator==(const OfferedChoice&) const = default;
};

struct ProgressBar {  // asks done over asks on the path
  int done = 0;
  int total = 0;
  bool operator==(const ProgressBar&) const = default;
};

struct Reply {
  std::string text;
  std::vector<OfferedChoice> choices;
  std::string input;  // what the page may show a special input for: "" (text), "phone", "email",
                      // "zip", "number", "choices"
  std::optional<ProgressBar> progress;
  bool urgent = false;  // an emergency text: shown apart, read out at once

  bool operator==(const Reply&) const = default;
};

void write(JsonWriter& out, const Reply& reply);
nlohmann::json to_json(const Reply& reply);  // the same, to look into
Result<Reply> reply_from_json(const nlohmann::json& json);

enum class EffectKind : unsigned char { say, alert, hand_off, update_handoff, record_consent };

std::string_view to_text(EffectKind kind);

// `key` = case, episode, item or rule id, occurrence: never random, unique in the outbox.
struct Effect {
  EffectKind kind = EffectKind::say;
  std::string key;
  std::string data;  // one JSON object, its shape by kind
  bool operator==(const Effect&) const = default;
};

}  // namespace anteroom
