#include "base/reading.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/json_reader.h"
#include "base/names.h"
#include "base/text.h"

namespace anteroom {
namespace {

using Json = nlohmann::json;

constexpr Names<Control, 11> kControls{{"none", "back", "start_over", "skip", "help", "repeat",
                                        "person", "language", "not_sure", "go_on",
                                        "are_you_a_bot"}};
constexpr Names<TopicBand, 4> kBands{{"none", "act", "ask", "fall_back"}};

Json to_json(const std::vector<TopicGuess>& candidates) {
  Json list = Json::array();
  for (const TopicGuess& guess : candidates)
    list.push_back({{"topic", guess.topic}, {"confidence", guess.confidence}});
  return list;
}

Result<TopicGuess> guess_from_json(const Json& json) {
  JsonReader reader(json, "reading.candidates");
  TopicGuess guess{reader.text("topic"), reader.number("confidence")};
  return reader.finish(std::move(guess));
}

std::string quoted(const Slot& slot, std::string_view text) {
  const std::size_t begin = std::min(slot.begin, text.size());
  return to_valid_utf8(text.substr(begin, std::max(slot.end, begin) - begin));
}

// `value` is for people; `stored` is there only where the value could not be told from it.
Json to_json(const Slot& slot, std::size_t order, std::string_view text) {
  Json json{{"value", to_json(slot.value)},
            {"text", quoted(slot, text)},
            {"confidence", slot.confidence},
            {"begin", slot.begin},
            {"end", slot.end},
            {"order", order}};
  Json stored = to_stored_json(slot.value);
  if (stored != json["value"]) json["stored"] = std::move(stored);
  if (slot.answers_pending) json["answers_pending"] = true;
  if (slot.correction) json["correction"] = true;
  return json;
}

Result<Slot> slot_from_json(const std::string& field, const Json& json) {
  JsonReader reader(json, "reading.slots");
  Slot slot;
  slot.field = field;
  const char* value_key = reader.find("stored") ? "stored" : "value";
  if (auto value = reader.nested<Value>(value_key, value_from_stored_json))
    slot.value = std::move(*value);
  slot.confidence = reader.number("confidence", 1.0);
  slot.begin = reader.integer<std::size_t>("begin");
  slot.end = reader.integer<std::size_t>("end");
  slot.answers_pending = reader.flag("answers_pending");
  slot.correction = reader.flag("correction");
  return reader.finish(std::move(slot));
}

Result<std::vector<Slot>> slots_from_json(const Json& json) {
  if (!json.is_object()) return failure("reading.slots", "expected an object");
  std::vector<std::pair<std::size_t, Slot>> ordered;
  for (const auto& [field, member] : json.items()) {
    Result<Slot> slot = slot_from_json(field, member);
    if (!slot) return tl::make_unexpected(slot.error());
    JsonReader reader(member, "reading.slots");
    ordered.emplace_back(reader.integer<std::size_t>("order", ordered.size()), std::move(*slot));
  }
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Slot> slots;
  for (auto& [order, slot] : ordered) slots.push_back(std::move(slot));
  return slots;
}

template <class T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

}  // namespace

std::string_view to_text(TopicBand band) { return kBands.of(band); }
std::string_view to_text(Control control) { return kControls.of(control); }
std::optional<Control> parse_control(std::string_view text) { return kControls.parse(text); }

const Slot* Reading::slot(std::string_view field) const {
  const auto found =
      std::find_if(slots.begin(), slots.end(), [&](const Slot& s) { return s.field == field; });
  return found == slots.end() ? nullptr : &*found;
}

Json to_json(const Reading& reading, std::string_view text) {
  Json slots = Json::object();
  for (std::size_t i = 0; i < reading.slots.size(); ++i) {
    slots[reading.slots[i].field] = to_json(reading.slots[i], i, text);
  }
  return {{"topic", or_null(reading.topic)},
          {"confidence", reading.confidence},
          {"band", kBands.of(reading.band)},
          {"topics", reading.topics},
          {"candidates", to_json(reading.candidates)},
          {"language", reading.language},
          {"opt_out", reading.opt_out},
          {"red_flag", reading.red_flag},
          {"red_flag_group", reading.red_flag_group},
          {"red_flag_soft", reading.red_flag_soft},
          {"suppressed_by", reading.suppressed_by},
          {"control", to_text(reading.control)},
          {"control_argument", reading.control_argument},
          {"yes_no", or_null(reading.yes_no)},
          {"slots", std::move(slots)},
          {"invalid", reading.invalid},
          {"question", reading.question}};
}

Result<Reading> reading_from_json(const Json& json) {
  JsonReader reader(json, "reading");
  Reading reading;
  reading.topic = reader.optional_text("topic");
  reading.confidence = reader.number("confidence");
  reading.band = reader.name(
      "band", [](std::string_view text) { return kBands.parse(text); }, TopicBand::none);
  reading.topics = reader.texts("topics");
  reading.candidates = reader.list<TopicGuess>("candidates", guess_from_json);
  reading.language = reader.text("language");
  reading.opt_out = reader.flag("opt_out");
  reading.red_flag = reader.flag("red_flag");
  reading.red_flag_group = reader.text("red_flag_group");
  reading.red_flag_soft = reader.flag("red_flag_soft");
  reading.suppressed_by = reader.text("suppressed_by");
  reading.control = reader.name("control", parse_control, Control::none);
  reading.control_argument = reader.text("control_argument");
  reading.yes_no = reader.optional_flag("yes_no");
  reading.slots =
      reader.nested<std::vector<Slot>>("slots", slots_from_json).value_or(std::vector<Slot>());
  reading.invalid = reader.text("invalid");
  reading.question = reader.flag("question");
  return reader.finish(std::move(reading));
}

}  // namespace anteroom
