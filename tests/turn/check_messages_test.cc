// The reading judged by messages that nothing was trained on (tests/understanding/check): how many
// emergencies are found, how many alarms are false, how many topics and slots are right. The floors
// lie a little under what was measured; `turn_tests "[figures]"` prints the figures.
#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "base/json_text.h"
#include "tests/turn/talk.h"

namespace anteroom::turn {
namespace {

using Json = nlohmann::json;

struct Share {
  int part = 0, whole = 0;
  void count(bool is_part) {
    part += is_part;
    ++whole;
  }
  double value() const { return whole == 0 ? 0 : static_cast<double>(part) / whole; }
};

struct Figures {
  Share emergencies;                    // found
  Share false_alarms;                   // of all that are none
  Share traps;                          // false alarms of those that were written to sound like one
  Share topics;                         // right, of those that are no emergency
  Share also;                           // further topics of a message that are heard
  Share slots;                          // right, of those that the file lists
  std::map<std::string, Share> fields;  // the slots by their field
};

std::vector<Json> messages(const std::string& language) {
  std::ifstream file("tests/understanding/check/messages.jsonl");
  std::vector<Json> rows;
  for (std::string line; std::getline(file, line);) {
    rows.push_back(parse_json(line));
    if (rows.back()["language"] != language) rows.pop_back();
  }
  return rows;
}

void judge(const Json& message, const Json& reading, Figures& figures) {
  const bool is_emergency = message.value("red_flag", false);
  const bool alarm = reading["red_flag"] == true && reading["red_flag_soft"] == false;
  (is_emergency ? figures.emergencies : figures.false_alarms).count(alarm);
  if (message.contains("trap")) figures.traps.count(alarm);
  if (!is_emergency) figures.topics.count(reading["topic"] == message["label"]);
  for (const Json& topic : message.value("also", Json::array())) {
    const Json& heard = reading["topics"];
    figures.also.count(std::find(heard.begin(), heard.end(), topic) != heard.end());
  }
  if (!message.contains("slots")) return;
  const Json& slots = reading["slots"];
  for (const auto& [field, value] : message["slots"].items()) {
    if (value == "emergency") continue;  // follows from the red flag, in the turn
    const bool right = slots.contains(field) && slots[field]["value"] == value;
    figures.slots.count(right);
    figures.fields[field].count(right);
  }
}

Figures figures_of(const std::string& language) {
  Figures figures;
  understanding::Expectation nothing;
  nothing.language = language;
  const Moment now = *parse_moment("2026-11-23T18:00:00Z");
  for (const Json& message : messages(language)) {
    const auto text = message["text"].get<std::string>();
    judge(message, to_json(lakeside()->reader->read(text, nothing, now), text), figures);
  }
  return figures;
}

std::string told(const char* what, const Share& share) {
  return std::string(what) + ": " + std::to_string(share.part) + " of " +
         std::to_string(share.whole) + "\n";
}

std::string told(const Figures& figures) {
  return told("emergencies found", figures.emergencies) +
         told("false alarms", figures.false_alarms) + told("  of the traps", figures.traps) +
         told("topics right", figures.topics) + told("further topics heard", figures.also) +
         told("slots right", figures.slots);
}

std::string told_by_field(const Figures& figures) {
  std::string all;
  for (const auto& [field, share] : figures.fields) all += told(("  " + field).c_str(), share);
  return all;
}

void check_floors(const Figures& figures) {
  INFO(told(figures));
  REQUIRE(figures.topics.whole > 200);
  CHECK(figures.emergencies.value() >= 0.95);
  CHECK(figures.false_alarms.value() <= 0.11);
  CHECK(figures.topics.value() >= 0.82);
  CHECK(figures.slots.value() >= 0.82);
}

}  // namespace

TEST_CASE("messages nobody trained on are understood: English") { check_floors(figures_of("en")); }
TEST_CASE("messages nobody trained on are understood: Spanish") { check_floors(figures_of("es")); }

TEST_CASE("figures of the messages nobody trained on", "[.figures]") {
  for (const char* language : {"en", "es"}) {
    const Figures figures = figures_of(language);
    std::cout << language << "\n" << told(figures) << told_by_field(figures);
  }
}

}  // namespace anteroom::turn
