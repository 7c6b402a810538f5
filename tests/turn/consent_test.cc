// Consents are a ledger, not facts (docs/design.md, "Facts").
#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include "tests/turn/talk.h"

namespace anteroom::turn {
namespace {

Talk asked_consent() {
  Talk talk = asked_phone();
  talk.says("510-555-0142");
  REQUIRE(talk.asks() == "text_messages");
  return talk;
}

ConsentState state_of(const Talk& talk) {
  const ConsentEntry* entry = newest(talk.now().consents, "text_messages");
  REQUIRE(entry);
  return entry->state;
}

}  // namespace

TEST_CASE("a consent is recorded with its words, its version and its evidence") {
  Talk talk = asked_consent();
  const std::string wording = talk.question();
  const bool yes = GENERATE(true, false);
  talk.says(yes ? "yes" : "no thanks");
  REQUIRE(talk.now().consents.size() == 1);
  const ConsentEntry& entry = talk.now().consents.front();
  CHECK(entry.state == (yes ? ConsentState::granted : ConsentState::refused));
  CHECK(entry.wording == wording);
  CHECK(entry.wording.find("(510) 555-0142") != std::string::npos);
  CHECK(entry.version == "1");
  CHECK(entry.purpose == "scheduling");
  CHECK(entry.by == "visitor");
  CHECK(entry.at == talk.at());
  CHECK(entry.inbound == talk.last_inbound());
  REQUIRE(talk.effects(EffectKind::record_consent) == 1);
  CHECK_FALSE(talk.now().fact("text_messages"));
}

TEST_CASE("no to a consent is done: it is not asked again") {
  Talk talk = asked_consent();
  SECTION("in words") { talk.says("no"); }
  SECTION("by button") { talk.chooses("no"); }
  SECTION("by skip") { talk.chooses("@skip"); }
  CHECK(state_of(talk) == ConsentState::refused);
  CHECK(talk.asks().empty());
  talk.says("hello again");
  CHECK(talk.asks().empty());
  CHECK(talk.now().consents.size() == 1);
}

TEST_CASE("neither yes nor no is asked again in other words, and the ledger stays empty") {
  Talk talk = asked_consent();
  const std::string first = talk.question();
  talk.says("blue bananas");
  CHECK(talk.now().consents.empty());
  CHECK(talk.asks() == "text_messages");
  CHECK(talk.question() != first);
}

TEST_CASE("back and start over leave the ledger alone") {
  Talk talk = asked_consent();
  talk.says("yes");
  const ConsentLedger ledger = talk.now().consents;
  SECTION("back") {
    for (int i = 0; i < 9; ++i) talk.chooses("@back");
    CHECK(talk.asks() == "service");
  }
  SECTION("start over") { talk.chooses("@start_over"); }
  CHECK(talk.now().consents == ledger);
  SECTION("and the consent is not asked again in the new episode") {
    talk.chooses("@start_over");
    for (const char* choice : {"checkup", "north", "today"}) talk.chooses(choice);
    talk.says("4");
    CHECK(talk.asks().empty());
    CHECK(talk.now().consents == ledger);
  }
}

TEST_CASE("an opt-out is recorded as revoked, asked or not, and the web chat goes on") {
  Talk talk = asked_been_here();
  talk.says("STOP");
  CHECK(state_of(talk) == ConsentState::revoked);
  CHECK(talk.effects(EffectKind::record_consent) == 1);
  CHECK(talk.heard("we won't text you anymore"));
  CHECK(talk.asks() == "been_here");
}

TEST_CASE("an opt-out answers the pending consent, which is not asked again") {
  Talk talk = asked_consent();
  talk.says("stop");
  CHECK(state_of(talk) == ConsentState::revoked);
  CHECK(talk.asks().empty());
}

TEST_CASE("a withdrawal keeps the handoff, but marks it: do not text") {
  Talk talk = asked_consent();
  talk.says("yes");
  REQUIRE(talk.episode().handoff);
  talk.says("stop texting me");
  REQUIRE(talk.episode().handoff);
  CHECK(nlohmann::json::parse(talk.episode().handoff->summary)["contact"]["text_messages"] ==
        "do_not_text");
  CHECK(talk.effects(EffectKind::update_handoff) == 1);
}

TEST_CASE("the opt-out is recorded first even with a red flag") {
  Talk talk = asked_consent();
  talk.says("stop texting me, i have crushing chest pain");
  CHECK(state_of(talk) == ConsentState::revoked);
  CHECK(talk.episode().paused);
  REQUIRE(talk.turn().effects.size() >= 2);
  CHECK(talk.effects(EffectKind::alert) == 1);
  REQUIRE_FALSE(talk.turn().replies.empty());
  CHECK(talk.turn().replies.front().urgent);
}

}  // namespace anteroom::turn
