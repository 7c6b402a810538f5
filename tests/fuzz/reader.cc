// One input is one text of a visitor. Its first byte says what was asked before, its second in
// which language.
#include "base/reading.h"

#include <nlohmann/json.hpp>
#include <set>

#include "base/text.h"
#include "bot/turn/take_turn.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/practices.h"

namespace anteroom::fuzz {
namespace {

const Moment kNow = *parse_moment("2026-11-23T18:00:00Z");

// What the bot can be waiting for: nothing, a consent, a question of its own, each field.
struct Asked {
  Pending pending;
  understanding::Expectation expectation;
};

void ask_of_its_own(Asked& asked) {
  asked.pending.item = "@which_holds";
  asked.pending.choices = {{"known", "Oakland"}, {"proposed", "San Leandro"}};
  asked.expectation.pending = &asked.pending;
  asked.expectation.yes_no = true;
}

void ask_field(const Field& field, Asked& asked) {
  asked.pending.item = asked.pending.field = field.id;
  for (const FieldChoice& choice : field.choices) asked.pending.choices.push_back({choice.id, {}});
  asked.expectation.pending = &asked.pending;
  asked.expectation.field = &field;
}

void ask(std::size_t which, Asked& asked) {
  const auto& fields = lakeside().dictionary.fields();
  if (which == 0) return;
  if (which == 1) {
    asked.pending.item = asked.pending.field = "consent";
    asked.expectation.pending = &asked.pending;
    asked.expectation.yes_no = true;
  } else if (which == 2) {
    ask_of_its_own(asked);
  } else {
    ask_field(fields[(which - 3) % fields.size()], asked);
  }
}

void check_slots(const Reading& reading, std::string_view text) {
  std::set<std::string> fields;
  for (const Slot& slot : reading.slots) {
    expect(slot.begin <= slot.end && slot.end <= text.size(), "a slot is in the text");
    expect(is_valid_utf8(text.substr(slot.begin, slot.end - slot.begin)),
           "a slot begins and ends between characters");
    expect(fields.insert(slot.field).second, "a field has one slot");
    expect(lakeside().dictionary.find(slot.field).has_value(), "a slot is of a field");
    expect(slot.confidence >= 0.0 && slot.confidence <= 1.0, "a confidence is a share");
  }
}

void check_kept(const Reading& reading, std::string_view text) {
  const auto written = nlohmann::json::parse(to_json(reading, text).dump());
  const auto again = reading_from_json(written);
  expect(again.has_value(), "a reading can be stored and read");
  expect(again->slots.size() == reading.slots.size() && again->red_flag == reading.red_flag &&
             again->control == reading.control,
         "a reading is the same when stored and read");
}

void check_safety(const Reading& reading, std::string_view text, std::string_view language) {
  understanding::Expectation nothing;
  nothing.language = language;
  const Reading alone = lakeside().reader->read(text, nothing, kNow);
  expect(alone.red_flag == reading.red_flag && alone.red_flag_group == reading.red_flag_group &&
             alone.red_flag_soft == reading.red_flag_soft &&
             alone.suppressed_by == reading.suppressed_by,
         "red flags do not depend on what was asked");
  expect(alone.opt_out == reading.opt_out, "an opt-out does not depend on what was asked");
  expect(!reading.red_flag || !reading.red_flag_group.empty(), "a red flag has a group");
}

void read(std::string_view bytes) {
  Asked asked;
  ask(take_below(bytes, lakeside().dictionary.fields().size() + 3), asked);
  const auto& languages = lakeside().profile.languages;
  asked.expectation.language = languages[take_below(bytes, languages.size())];
  const std::string text = turn::kept_text(bytes, lakeside().profile.bounds).text;
  expect(is_valid_utf8(text), "what is kept of a text is UTF-8");
  const Reading reading = lakeside().reader->read(text, asked.expectation, kNow);
  expect(reading == lakeside().reader->read(text, asked.expectation, kNow),
         "the same text is read the same");
  check_slots(reading, text);
  check_kept(reading, text);
  check_safety(reading, text, asked.expectation.language);
}

}  // namespace
}  // namespace anteroom::fuzz

// Where its models are not in the cache they are trained, which is no input's fault.
int LLVMFuzzerInitialize(int* /*argc*/, char*** /*argv*/) {
  anteroom::fuzz::lakeside();
  return 0;
}

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  anteroom::fuzz::read(anteroom::fuzz::as_text(data, size));
  return 0;
}
