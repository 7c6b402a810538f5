// Whole messages (messages.yaml): what wins over what, and what must not be heard inside other
// words.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "clinic.h"

using namespace anteroom;
using namespace anteroom::testing;

namespace {

const Node& messages() {
  static const Node file = [] {
    Diagnostics found;
    Node node = parse_yaml("tests/understanding/messages.yaml",
                           bytes_of("tests/understanding/messages.yaml"), found);
    REQUIRE_FALSE(found.has_errors());
    return node;
  }();
  return file;
}

// The texts of a key that has a list in a list, or one list.
std::vector<std::string> texts_of(const Node& node) {
  std::vector<std::string> texts;
  for (const Node& item : node.items()) {
    for (std::string& text : item.texts()) texts.push_back(std::move(text));
  }
  return texts;
}

}  // namespace

TEST_CASE("opt-out is heard in any reasonable words, and in nothing else") {
  for (const std::string& text : texts_of(messages()["opt_out"])) {
    INFO(text);
    CHECK(read(text).opt_out);
    CHECK(read(text, "reason").opt_out);
    CHECK_FALSE(read(text, "reason").slot("reason"));
  }
  for (const std::string& text : texts_of(messages()["not_opt_out"])) {
    INFO(text);
    CHECK_FALSE(read(text).opt_out);
  }
}

TEST_CASE("controls are whole messages or clear phrases") {
  for (const auto& [control, texts] : messages()["controls"].entries()) {
    for (const std::string& text : texts.texts()) {
      INFO(control.text() << ": " << text);
      CHECK(to_text(read(text).control) ==
            (control.text() == "none" ? to_text(Control::none) : control.text()));
    }
  }
}

TEST_CASE("the language asked for is named") {
  CHECK(read("English please").control_argument == "en");
  CHECK(read("en español por favor").control_argument == "es");
}

TEST_CASE("the language of a text is guessed from its small words") {
  for (const auto& [language, texts] : messages()["languages"].entries()) {
    for (const std::string& text : texts.texts()) {
      INFO(text);
      CHECK(read(text).language == language.text());
    }
  }
}

TEST_CASE("a question is what its values do not explain") {
  for (const std::string& text : texts_of(messages()["questions"])) {
    INFO(text);
    CHECK(read(text).question);
  }
  for (const std::string& text : texts_of(messages()["not_questions"])) {
    INFO(text);
    CHECK_FALSE(read(text).question);
  }
}

TEST_CASE("corrections are marked") {
  for (const std::string list : {"corrections", "no_corrections"}) {
    for (const Node& row : messages()[list].items()) {
      const Reading reading = read(row["text"].text());
      INFO(row["text"].text());
      const Slot* slot = reading.slot(row["field"].text());
      REQUIRE(slot);
      CHECK(slot->correction == (list == "corrections"));
    }
  }
}

TEST_CASE("a consent takes only a clear yes or no") {
  for (const auto& [said, texts] : messages()["consents"].entries()) {
    for (const std::string& text : texts.texts()) {
      INFO(text);
      const Reading reading = read(text, "consent");
      CHECK(reading.yes_no.has_value() == (said.text() != "unclear"));
      if (reading.yes_no) CHECK(*reading.yes_no == (said.text() == "yes"));
      CHECK(
          (reading.invalid == "not_yes_no" || reading.yes_no || reading.control != Control::none));
    }
  }
}

TEST_CASE("a choice's label wins over a control of the same words") {
  CHECK(read("Spanish").control == Control::language);
  const Reading reading = read("Spanish", "spoken_language");
  CHECK(reading.control == Control::none);
  REQUIRE(reading.slot("spoken_language"));
  CHECK(std::get<std::string>(reading.slot("spoken_language")->value) == "spanish");
}

TEST_CASE("the bot's own question is answered by its buttons' places and labels") {
  Pending pending;
  pending.item = "@which_holds";
  pending.field = "location";
  pending.choices = {{"known", "Oakland"}, {"proposed", "Berkeley"}};
  understanding::Expectation expectation;
  expectation.pending = &pending;
  expectation.field = &clinic().dictionary[*clinic().dictionary.find("location")];
  CHECK(clinic().reader->read("the second one", expectation, kMonday).control_argument ==
        "proposed");
  CHECK(clinic().reader->read("oakland", expectation, kMonday).control_argument == "known");
  CHECK(clinic().reader->read("2", expectation, kMonday).invalid.empty());
}

TEST_CASE("a button of a control is heard as that control") {
  Pending pending;
  pending.item = "@paused";
  pending.choices = {{"@go_on", "This is not an emergency, go on"}};
  understanding::Expectation expectation;
  expectation.pending = &pending;
  CHECK(clinic().reader->read("this is not an emergency, go on", expectation, kMonday).control ==
        Control::go_on);
  CHECK(clinic().reader->read("1", expectation, kMonday).control == Control::go_on);
}

TEST_CASE("a bare ZIP code is none where a phone number was asked for") {
  CHECK(read("12345", "phone").slots.empty());
  CHECK(read("oakland 94612", "phone").slot("zip"));
}

TEST_CASE("a number binds to the pending question only") {
  CHECK(read("2").slots.empty());
  CHECK(read("the second one").slots.empty());
}

TEST_CASE("other values are kept where the pending question is not answered") {
  const Reading reading = read("oakland please", "phone");
  CHECK(reading.invalid == "not_a_phone");
  CHECK(reading.slot("location"));
}

TEST_CASE("a text that begins unsure and answers nothing is 'not sure'") {
  const Reading reading = read("I'm not sure which one yet", "location");
  CHECK(reading.control == Control::not_sure);
  CHECK(reading.invalid.empty());
}

TEST_CASE("a red flag is found whatever was asked, and beside an opt-out") {
  const Reading reading = read("I have crushing chest pain", "phone");
  CHECK(reading.red_flag);
  CHECK(reading.red_flag_group == "cardiac");
  CHECK(read("stop texting me, I want to kill myself").red_flag);
  CHECK_FALSE(read("my knee hurts").red_flag);
}

TEST_CASE("spans are those of the original text") {
  const std::string text = "¡Señor! Oakland, ５１０-555-0142";
  const Reading reading = read(text);
  REQUIRE(reading.slot("location"));
  REQUIRE(reading.slot("phone"));
  const auto quoted = [&](const Slot& slot) {
    return text.substr(slot.begin, slot.end - slot.begin);
  };
  CHECK(quoted(*reading.slot("location")) == "Oakland");
  CHECK(quoted(*reading.slot("phone")) == "５１０-555-0142");
}
