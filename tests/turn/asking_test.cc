// How questions come again: retries and what follows them, other words each time, progress.
#include <catch2/catch.hpp>

#include "tests/turn/talk.h"

namespace anteroom::turn {
namespace {

Talk asked_payer() {
  Talk talk = asked_been_here();
  talk.chooses("no");
  talk.chooses("this_month");
  REQUIRE(talk.asks() == "payer");
  return talk;
}

Talk asked_name() {
  Talk talk = asked_payer();
  talk.chooses("aetna");
  talk.says("3");
  REQUIRE(talk.asks() == "name");
  return talk;
}

}  // namespace

TEST_CASE("retries: n counts re-prompts after the first asking; then skip") {
  Talk talk = asked_payer();
  talk.chooses("aetna");
  REQUIRE(talk.asks() == "visits");
  for (int reprompts = 1; reprompts <= 2; ++reprompts) {
    talk.says("bananas");
    CHECK(talk.asks() == "visits");
    CHECK(talk.now().pending->attempts == reprompts);
  }
  talk.says("bananas");
  CHECK(talk.asks() == "name");
  CHECK(talk.episode().given_up == std::set<std::string>{"ask_visits"});
  CHECK(talk.fact("visits").empty());
}

TEST_CASE("retries run out; then the default") {
  Talk talk = asked_payer();
  talk.says("bananas");
  CHECK(talk.asks() == "payer");
  talk.says("bananas");
  CHECK(talk.fact("payer") == R"("other")");
  CHECK(talk.now().fact("payer")->source == Source::page);
  CHECK(talk.asks() == "visits");
  talk.says("actually aetna");
  CHECK(talk.fact("payer") == R"("aetna")");
}

TEST_CASE("retries run out; then a person is offered") {
  Talk talk = asked_name();
  talk.says("12345 67890");
  REQUIRE(talk.asks() == "name");
  talk.says("12345 67890");
  REQUIRE(talk.now().pending);
  REQUIRE(talk.now().pending->item == "@offer_person");
  CHECK(talk.asks().empty());
  SECTION("yes: a person is called, and only what that person needs is still asked") {
    talk.chooses("yes");
    REQUIRE(talk.episode().handoff);
    CHECK(talk.episode().handoff->reason == "gave_up");
    CHECK(talk.episode().handoff->queue == "desk");
    CHECK(talk.asks() == "phone");
  }
  SECTION("no: the question is left out") {
    talk.says("no thanks");
    CHECK_FALSE(talk.episode().handoff);
    CHECK(talk.episode().given_up.count("ask_name") == 1);
    CHECK(talk.asks() == "phone");
  }
  SECTION("neither: it is offered once more in other words, and then the question is left out") {
    const std::string first = talk.question();
    talk.says("12345 67890");
    CHECK(talk.now().pending->item == "@offer_person");
    CHECK(talk.question() != first);
    talk.says("12345 67890");
    CHECK(talk.asks() == "phone");
    CHECK(talk.episode().given_up.count("ask_name") == 1);
  }
}

TEST_CASE("attempts are counted for one question, not across questions") {
  Talk talk = asked_payer();
  talk.says("bananas");
  talk.chooses("aetna");
  talk.says("bananas");
  CHECK(talk.asks() == "visits");
  CHECK(talk.now().pending->attempts == 1);
}

TEST_CASE("an out-of-range answer names the range") {
  Talk talk = asked_payer();
  talk.chooses("aetna");
  talk.says("99");
  CHECK(talk.heard("between 1 and 10. Could you check it?"));
  CHECK(talk.fact("visits").empty());
}

TEST_CASE("never the same text twice running for one question") {
  Talk talk = asked_phone();
  std::string before = talk.question();
  for (const char* words : {"hm", "what?", "is it far?", "aetna", "dunno"}) {
    talk.says(words);
    REQUIRE(talk.asks() == "phone");
    CHECK(talk.question() != before);
    before = talk.question();
  }
}

TEST_CASE("never the same text twice running where there is but one wording") {
  Talk talk = asked_phone();
  talk.says("510-555-0142");
  REQUIRE(talk.asks() == "text_messages");
  const std::string before = talk.question();
  SECTION("something else is said") { talk.says("i am a patient"); }
  SECTION("the page is opened again") { talk.opens(); }
  CHECK(talk.asks() == "text_messages");
  CHECK(talk.question() != before);
}

TEST_CASE("repeat says the same words, and after it come other ones") {
  Talk talk = asked_phone();
  const std::string before = talk.question();
  talk.chooses("@repeat");
  CHECK(talk.question() == before);
  talk.chooses("@repeat");
  CHECK(talk.question() == before);
  talk.says("aetna");
  CHECK(talk.question() != before);
}

TEST_CASE("progress is asks done over asks on the path") {
  Talk talk;
  talk.opens();
  CHECK(talk.turn().replies.back().progress == ProgressBar{0, 8});
  talk.chooses("imaging");
  CHECK(talk.turn().replies.back().progress == ProgressBar{1, 9});
  talk.chooses("north");
  CHECK(talk.turn().replies.back().progress == ProgressBar{2, 9});
}

TEST_CASE("progress is never shown going down") {
  Talk talk = asked_name();
  auto percent = [&] {
    REQUIRE(talk.turn().replies.back().progress);
    const ProgressBar bar = *talk.turn().replies.back().progress;
    return bar.done * 100 / bar.total;
  };
  int before = percent();
  for (int i = 0; i < 4; ++i) {
    talk.chooses("@back");
    CHECK(percent() >= before);
    before = percent();
  }
  talk.says("actually an mri");
  CHECK(percent() >= before);
  talk.chooses("@start_over");
  CHECK(percent() == 0);
}

TEST_CASE("the special input fits the field") {
  Talk talk = asked_phone();
  CHECK(talk.turn().replies.back().input == "phone");
  talk.says("510-555-0142");
  CHECK(talk.turn().replies.back().input == "choices");
}

}  // namespace anteroom::turn
