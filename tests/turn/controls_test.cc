// What a visitor may ask of the bot itself, each in words and by button (docs/design.md, "The
// path").
#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <map>

#include "tests/turn/talk.h"

namespace anteroom::turn {
namespace {

// What each control does to a talk that waits for "been_here".
const std::map<Control, std::function<void(const Talk&)>>& controls_done() {
  static const std::map<Control, std::function<void(const Talk&)>> kDone = {
      {Control::back,
       [](const Talk& talk) {
         CHECK(talk.fact("location").empty());
         CHECK(talk.asks() == "location");
       }},
      {Control::start_over,
       [](const Talk& talk) {
         CHECK(talk.episode().number == 2);
         CHECK(talk.asks() == "service");
       }},
      {Control::skip,
       [](const Talk& talk) {
         CHECK(talk.episode().skipped == std::set<std::string>{"ask_been_here"});
         CHECK(talk.asks() == "urgency");
       }},
      {Control::not_sure,
       [](const Talk& talk) {
         CHECK(talk.episode().skipped == std::set<std::string>{"ask_been_here"});
         CHECK(talk.fact("been_here").empty());
       }},
      {Control::help,
       [](const Talk& talk) {
         CHECK(talk.heard("start over"));
         CHECK(talk.asks() == "been_here");
       }},
      {Control::repeat,
       [](const Talk& talk) { CHECK(talk.question() == "Have you been here before?"); }},
      {Control::person,
       [](const Talk& talk) {
         REQUIRE(talk.episode().handoff);
         CHECK(talk.episode().handoff->reason == "asked_for_person");
       }},
      {Control::language,
       [](const Talk& talk) {
         CHECK(talk.now().language == "es");
         CHECK(talk.now().language_fixed);
         CHECK(talk.heard("paciente"));
       }},
      {Control::are_you_a_bot,
       [](const Talk& talk) {
         CHECK(talk.heard("automated assistant"));
         CHECK(talk.asks() == "been_here");
       }},
      {Control::go_on, [](const Talk& talk) { CHECK(talk.asks() == "been_here"); }},
  };
  return kDone;
}

std::string button_of(Control control) {
  return "@" + std::string(to_text(control)) + (control == Control::language ? ":es" : "");
}

// The compiler warns of a control that has no words here.
std::string words_of(Control control) {
  switch (control) {
    case Control::none:
      return "";
    case Control::back:
      return "go back";
    case Control::start_over:
      return "start over";
    case Control::skip:
      return "skip";
    case Control::not_sure:
      return "not sure";
    case Control::help:
      return "help";
    case Control::repeat:
      return "say that again";
    case Control::person:
      return "a person";
    case Control::language:
      return "do you speak spanish";
    case Control::are_you_a_bot:
      return "are you a bot";
    case Control::go_on:
      return "go on";
  }
  return "";
}

}  // namespace

TEST_CASE("every control has its test here") {
  for (int i = 1; i <= static_cast<int>(Control::are_you_a_bot); ++i) {
    const auto control = static_cast<Control>(i);
    INFO(to_text(control));
    CHECK(controls_done().count(control) == 1);
    CHECK_FALSE(words_of(control).empty());
  }
}

TEST_CASE("every control does what it says, in words and by button") {
  for (const auto& [control, done] : controls_done()) {
    for (const bool by_button : {true, false}) {
      INFO(to_text(control) << (by_button ? " by button" : " in words"));
      Talk talk = asked_been_here();
      if (by_button)
        talk.chooses(button_of(control));
      else
        talk.says(words_of(control));
      CHECK(talk.turn().reading.control == control);
      CHECK_FALSE(talk.said().empty());
      done(talk);
    }
  }
}

TEST_CASE("the buttons that are always there are controls, in the visitor's language") {
  Talk talk = asked_been_here();
  for (const OfferedChoice& offered : controls(talk.practice(), talk.now())) {
    const std::string name = offered.id.substr(1, offered.id.find(':') - 1);
    INFO(offered.id);
    CHECK(parse_control(name));
    CHECK_FALSE(offered.label.empty());
  }
  const auto offers = [&](const std::string& id) {
    const auto all = controls(talk.practice(), talk.now());
    return std::any_of(all.begin(), all.end(),
                       [&](const OfferedChoice& offered) { return offered.id == id; });
  };
  CHECK(offers("@language:es"));
  CHECK_FALSE(offers("@language:en"));
}

TEST_CASE(
    "back restores the facts that the last fact-changing inbound changed, and is repeatable") {
  Talk talk;
  talk.opens();
  talk.says("an mri at northgate");
  talk.chooses("have_it");
  talk.says("blah blah");
  talk.says("actually southfield");
  CHECK(talk.fact("location") == R"("south")");
  talk.says("back");
  CHECK(talk.fact("location") == R"("north")");
  talk.says("back");
  CHECK(talk.fact("letter").empty());
  CHECK(talk.fact("service") == R"("imaging")");
  talk.says("back");
  CHECK(talk.now().facts.empty());
  CHECK(talk.asks() == "service");
  talk.says("back");
  CHECK(talk.heard("nothing to"));
  CHECK(talk.asks() == "service");
}

TEST_CASE("back works after skip and after giving up") {
  Talk talk = asked_been_here();
  talk.says("skip");
  talk.chooses("this_month");
  talk.chooses("aetna");
  for (int i = 0; i < 3; ++i) talk.says("bananas");
  REQUIRE(talk.asks() == "name");
  talk.chooses("@back");
  CHECK(talk.asks() == "visits");
  for (int i = 0; i < 2; ++i) talk.chooses("@back");
  CHECK(talk.asks() == "urgency");
  talk.chooses("@back");
  CHECK(talk.asks() == "been_here");
  CHECK(talk.episode().skipped.empty());
}

TEST_CASE("back after a default asks again") {
  Talk talk = asked_been_here();
  talk.chooses("no");
  talk.chooses("this_month");
  talk.says("bananas");
  talk.says("bananas");
  REQUIRE(talk.fact("payer") == R"("other")");
  talk.chooses("@back");
  CHECK(talk.asks() == "payer");
  CHECK(talk.fact("payer").empty());
}

TEST_CASE("back never undoes a handoff or a red flag") {
  Talk talk = asked_been_here();
  SECTION("a handoff") {
    talk.says("a person please");
    const auto handoff = talk.episode().handoff->id;
    for (int i = 0; i < 5; ++i) talk.chooses("@back");
    REQUIRE(talk.episode().handoff);
    CHECK(talk.episode().handoff->id == handoff);
  }
  SECTION("a red flag") {
    talk.says("i have crushing chest pain");
    talk.chooses("@back");
    CHECK(talk.episode().paused);
    talk.chooses("@go_on");
    for (int i = 0; i < 5; ++i) talk.chooses("@back");
    CHECK(talk.episode().red_flags.size() == 1);
  }
}

TEST_CASE("start over opens a new episode: the person is known, the request is not") {
  Talk talk = asked_phone();
  talk.chooses("@start_over");
  CHECK(talk.episode().number == 2);
  CHECK(talk.fact("service").empty());
  CHECK(talk.fact("name") == R"("Ana Torres")");
  CHECK(talk.asks() == "service");
  talk.chooses("@back");
  CHECK(talk.heard("nothing to"));
  CHECK(talk.fact("service").empty());
}

TEST_CASE("start over says nothing of what was parked before") {
  Talk talk;
  talk.opens();
  talk.chooses("imaging");
  talk.chooses("north");
  talk.says("aetna");
  talk.says("i am a vendor");
  talk.chooses("@start_over");
  CHECK_FALSE(talk.heard("counts again"));
  CHECK_FALSE(talk.heard("still have"));
}

TEST_CASE("what may not be skipped is not, with the reason") {
  Talk talk = asked_phone();
  talk.says("skip");
  CHECK(talk.asks() == "phone");
  CHECK(talk.heard("We do need this one"));
  CHECK(talk.episode().skipped.empty());
}

TEST_CASE("a language that the practice does not speak is told, with those it speaks") {
  Talk talk = asked_been_here();
  talk.chooses("@language:tlh");
  CHECK(talk.now().language == "en");
  CHECK(talk.heard("English"));
  CHECK(talk.asks() == "been_here");
}

TEST_CASE("the first words say that this is an automated assistant, once a conversation") {
  Talk talk;
  talk.opens("es");
  REQUIRE(talk.turn().replies.size() >= 2);
  CHECK(talk.turn().replies.front().text ==
        "Soy el asistente automático de Riverside Clinic, no una persona.");
  talk.chooses("checkup");
  CHECK_FALSE(talk.heard("asistente automático"));
}

}  // namespace anteroom::turn
