#include "tests/turn/talk.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "base/case_json.h"

namespace anteroom::turn {
namespace {

const std::string kClinic = "tests/turn/clinic";

void apply_change(const Change& change, PracticeFiles& files) {
  std::string& bytes = files.at(change.file);
  const std::size_t at = bytes.find(change.from);
  if (at == std::string::npos)
    throw std::runtime_error("'" + change.from + "' is not in " + change.file);
  bytes.replace(at, change.from.size(), change.to);
}

}  // namespace

PracticeFiles files_in(const std::string& folder) {
  PracticeFiles files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".yaml") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    files[std::filesystem::relative(entry.path(), folder).string()] = {
        std::istreambuf_iterator<char>(file), {}};
  }
  return files;
}

PracticePtr practice_in(const std::string& folder, const std::vector<Change>& changes) {
  PracticeFiles files = files_in(folder);
  for (const Change& change : changes) apply_change(change, files);
  Diagnostics found;
  PracticePtr practice = load_practice(files, found);
  for (const Diagnostic& one : found.sorted()) {
    if (!practice && one.level == Diagnostic::Level::error) throw std::runtime_error(to_text(one));
  }
  return practice;
}

PracticePtr clinic() {
  static const PracticePtr practice = practice_in(kClinic);
  return practice;
}

PracticePtr lakeside() {
  static const PracticePtr practice = practice_in("flows/practices/lakeside");
  return practice;
}

PracticePtr clinic_with(const std::vector<Change>& changes) {
  return practice_in(kClinic, changes);
}

Case stored_and_read(const Case& a_case) {
  return case_from_stored_json(nlohmann::json::parse(to_stored_json(a_case).dump())).value();
}

Talk::Talk(PracticePtr practice, Channel channel)
    : x_practice(std::move(practice)),
      x_channel(channel),
      x_at(*parse_moment("2026-11-23T18:00:00Z")) {  // a Monday, 10 in the morning there
  x_turn.after.id = "c1";
}

Inbound Talk::next(decltype(Inbound::body) body) {
  x_at += std::chrono::seconds(20);
  return {"i" + std::to_string(++x_inbounds), x_at, "talk", x_channel, std::move(body)};
}

const Turn& Talk::takes(const Inbound& inbound) {
  x_turn = take_turn(*x_practice, stored_and_read(x_turn.after), inbound);
  return x_turn;
}

const Turn& Talk::takes(decltype(Inbound::body) body) { return takes(next(std::move(body))); }
const Turn& Talk::says(std::string text) {
  return takes(kept_text(text, x_practice->profile.bounds));
}
// The turn is pure: taken once to see how the text is read, and again with that reading changed.
const Turn& Talk::takes_reading(std::string text, const std::function<void(Reading&)>& change) {
  const Case before = stored_and_read(x_turn.after);
  const Inbound inbound = next(kept_text(text, x_practice->profile.bounds));
  Reading reading = take_turn(*x_practice, before, inbound).reading;
  change(reading);
  x_turn = take_turn(*x_practice, before, inbound, &reading);
  return x_turn;
}

const Turn& Talk::says_about(std::string text, std::vector<std::string> topics) {
  return takes_reading(std::move(text), [&](Reading& reading) {
    reading.topic = topics.front();
    reading.confidence = 0.9;
    reading.band = TopicBand::act;
    reading.topics = topics;
    reading.candidates = {{topics.front(), 0.9}};
  });
}

const Turn& Talk::says_unsure(std::string text, TopicBand band,
                              std::vector<TopicGuess> candidates) {
  return takes_reading(std::move(text), [&](Reading& reading) {
    reading.topic = candidates.empty() ? "off_topic" : candidates.front().topic;
    reading.confidence = candidates.empty() ? 0.2 : candidates.front().confidence;
    reading.band = band;
    reading.topics.clear();
    reading.candidates = candidates;
  });
}

const Turn& Talk::chooses(std::string choice) { return takes(Chosen{std::move(choice)}); }
const Turn& Talk::opens(std::string language) { return takes(Opened{std::move(language), ""}); }
const Turn& Talk::sees_page(std::string topic) {
  return takes(PageEvent{"page_view", std::move(topic), "/"});
}
const Turn& Talk::ticks() { return takes(Tick{}); }

Talk& Talk::after(Duration time) {
  x_at += time;
  return *this;
}

Talk& Talk::reload(PracticePtr practice) {
  x_practice = std::move(practice);
  x_turn.score = {};  // it points into the former one
  return *this;
}

std::string Talk::said() const {
  std::string all;
  for (const Reply& reply : x_turn.replies) all += reply.text + "\n";
  return all;
}

std::string Talk::question() const {
  return x_turn.replies.empty() ? std::string() : x_turn.replies.back().text;
}

std::string Talk::fact(std::string_view field) const {
  const Fact* fact = now().fact(field);
  return fact ? to_json(fact->value).dump() : std::string();
}

std::string Talk::doubt(std::string_view field) const {
  const Fact* fact = now().fact(field);
  return fact ? fact->doubt : std::string();
}

int Talk::effects(EffectKind kind) const {
  int count = 0;
  for (const Effect& effect : x_turn.effects) count += effect.kind == kind;
  return count;
}

Talk asked_been_here() {
  Talk talk;
  talk.opens();
  talk.chooses("checkup");
  talk.chooses("north");
  return talk;
}

Talk asked_phone(PracticePtr practice, Channel channel) {
  Talk talk(std::move(practice), channel);
  talk.opens();
  for (const char* choice : {"checkup", "north", "no", "this_month", "aetna"}) talk.chooses(choice);
  talk.says("3");
  talk.says("Ana Torres");
  return talk;
}

}  // namespace anteroom::turn
