// A reading: what was understood in one inbound text. It is stored with its turn and is an input on
// replay. Made by bot/understanding, used by bot/turn; it decides nothing.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/value.h"

namespace anteroom {

// What a visitor can ask of the bot itself at any point, in words or by button.
enum class Control : unsigned char {
  none,
  back,
  start_over,
  skip,
  help,
  repeat,
  person,
  language,
  not_sure,
  go_on,
  are_you_a_bot
};

std::string_view to_text(Control control);
std::optional<Control> parse_control(std::string_view text);

struct Slot {  // one value found in the text
  std::string field;
  Value value;
  double confidence = 1.0;
  std::size_t begin = 0;  // bytes of the original text, half open
  std::size_t end = 0;
  bool answers_pending = false;
  bool correction = false;  // marked: "actually", "no, ...", "I meant"

  bool operator==(const Slot&) const = default;
};

// What the confidence in the topic allows: act on it, ask which of the best two was meant, or say
// that it was not understood. `none`: there was nothing to classify.
enum class TopicBand : unsigned char { none, act, ask, fall_back };

std::string_view to_text(TopicBand band);

struct TopicGuess {
  std::string topic;
  double confidence = 0.0;  // 0..1, calibrated

  bool operator==(const TopicGuess&) const = default;
};

struct Reading {
  std::optional<std::string> topic;  // the best; "off_topic" is out of scope; null: nothing to read
  double confidence = 0.0;           // in the topic: 0..1, calibrated
  TopicBand band = TopicBand::none;
  std::vector<std::string> topics;     // the topic and further ones to act on, as the text has them
  std::vector<TopicGuess> candidates;  // the best three in scope, best first
  std::string language;                // the language of this text; empty: too short to tell
  bool opt_out = false;
  bool red_flag = false;
  std::string red_flag_group;
  bool red_flag_soft = false;  // the crisis line is offered, the flow goes on
  std::string
      suppressed_by;  // the rule that held back a red flag, for staff to review; empty: none
  Control control = Control::none;
  std::string control_argument;  // the language asked for
  std::optional<bool> yes_no;    // a plain yes or no
  std::vector<Slot> slots;       // in the order of the text; at most one per field
  std::string
      invalid;  // why the text does not answer the pending question (a reason id), empty: it does
  bool question = false;  // it asks something

  const Slot* slot(std::string_view field) const;
  bool operator==(const Reading&) const = default;
};

nlohmann::json to_json(const Reading& reading, std::string_view text);  // slots quote `text`
Result<Reading> reading_from_json(const nlohmann::json& json);

}  // namespace anteroom
