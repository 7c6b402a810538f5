// Handing over to people: when, with what, and once (docs/design.md, "The turn").
#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include "tests/turn/talk.h"

namespace anteroom::turn {
namespace {

nlohmann::json summary_of(const Talk& talk) {
  return nlohmann::json::parse(talk.episode().handoff->summary);
}

// High by score, and the phone is still open.
Talk latched() {
  Talk talk;
  talk.opens();
  talk.says("an mri at northgate, today");
  return talk;
}

}  // namespace

TEST_CASE("reaching the tier latches: only what the handoff needs is still asked") {
  Talk talk = latched();
  CHECK(talk.now().tier.tier == "high");
  CHECK(talk.episode().latched == "tier");
  CHECK(talk.episode().latched_item == "high_to_scheduling");
  CHECK(talk.asks() == "phone");
  CHECK_FALSE(talk.episode().handoff);
  CHECK(talk.turn().qualification.reason == "missing_details");
  talk.says("510-555-0142");
  CHECK(talk.asks() == "text_messages");
  CHECK_FALSE(talk.episode().handoff);
  talk.chooses("yes");
  REQUIRE(talk.episode().handoff);
  CHECK(talk.episode().handoff->queue == "scheduling");
  CHECK(talk.episode().handoff->reason == "tier");
  CHECK(talk.episode().handoff->due == talk.at() + std::chrono::minutes(5));
  CHECK(talk.turn().handoff_changed);
  CHECK(talk.effects(EffectKind::hand_off) == 1);
  CHECK(talk.heard("Scheduling will be in touch shortly."));
  CHECK(talk.turn().qualification.reason == "handed_off");
}

TEST_CASE("the tier keeps its value and its since-when down to its margin") {
  Talk talk = latched();
  const Moment since = talk.now().tier.since;
  CHECK(since == talk.at());
  talk.says("actually this week");
  CHECK(talk.now().tier.total == 56);
  CHECK(talk.now().tier.tier == "high");
  CHECK(talk.now().tier.since == since);
  talk.says("actually no rush, i'm flexible");
  CHECK(talk.now().tier.total == 40);
  CHECK(talk.now().tier.tier == "low");
}

TEST_CASE("a falling score does not unlatch") {
  Talk talk = latched();
  talk.says("actually no rush, i'm flexible");
  REQUIRE(talk.now().tier.tier == "low");
  CHECK(talk.episode().latched == "tier");
  CHECK(talk.asks() == "phone");
  talk.says("510-555-0142");
  talk.chooses("no");
  REQUIRE(talk.episode().handoff);
  CHECK(talk.episode().handoff->queue == "scheduling");
}

TEST_CASE("what is needed and was skipped or given up is left to the person") {
  Talk talk(clinic_with({{"fields.yaml", "skippable: false", "skippable: true"}}));
  talk.opens();
  talk.says("an mri at northgate, today");
  talk.chooses("@skip");
  REQUIRE(talk.episode().handoff);
  CHECK(summary_of(talk)["missing"].dump().find("phone") != std::string::npos);
}

TEST_CASE("the end of the flow hands off, too") {
  Talk talk = asked_phone();
  talk.says("510-555-0142");
  talk.chooses("yes");
  REQUIRE(talk.episode().handoff);
  CHECK(talk.episode().handoff->queue == "desk");
  CHECK(talk.episode().handoff->reason == "end_of_flow");
}

TEST_CASE("a person, please: needs neither a tier nor details") {
  Talk talk;
  talk.says("a person please");
  REQUIRE(talk.episode().handoff);
  CHECK(talk.episode().handoff->queue == "desk");
  CHECK(talk.episode().handoff->reason == "asked_for_person");
  CHECK(talk.effects(EffectKind::hand_off) == 1);
  CHECK(talk.asks() == "service");  // what the person needs to know
}

TEST_CASE("there is one handoff per episode") {
  Talk talk = latched();
  talk.chooses("@person");
  REQUIRE(talk.episode().handoff);
  const std::string id = talk.episode().handoff->id;
  talk.chooses("@person");
  CHECK(talk.effects(EffectKind::hand_off) == 0);
  CHECK(talk.heard("A person already has your request"));
  talk.says("510-555-0142");
  talk.chooses("yes");
  CHECK(talk.effects(EffectKind::hand_off) == 0);
  CHECK(talk.episode().handoff->id == id);
  talk.chooses("@start_over");
  CHECK_FALSE(talk.episode().handoff);
  talk.chooses("@person");
  REQUIRE(talk.episode().handoff);
  CHECK(talk.episode().handoff->id != id);
}

TEST_CASE("later changes update the handoff") {
  Talk talk = asked_been_here();
  talk.chooses("@person");
  CHECK(summary_of(talk)["urgency"].is_null());
  talk.says("no rush");
  CHECK(summary_of(talk)["urgency"] == "flexible");
  CHECK(talk.effects(EffectKind::update_handoff) == 1);
  CHECK(talk.turn().handoff_changed);
}

TEST_CASE("the visitor hears what happens next, by the hours of the queue") {
  Talk talk = latched();
  talk.says("510-555-0142");
  talk.after(std::chrono::hours(12));
  talk.chooses("yes");
  CHECK(talk.heard("Scheduling will be in touch tomorrow."));
}

TEST_CASE("contactable by text message only with consent") {
  Talk talk = asked_phone(clinic(), Channel::sms);
  talk.says("510-555-0142");
  REQUIRE(talk.asks() == "text_messages");
  CHECK(talk.turn().qualification.reason == "not_contactable");
  SECTION("yes") {
    talk.says("yes");
    CHECK(talk.episode().handoff);
  }
  SECTION("no: held, but not in silence") {
    talk.says("no");
    CHECK_FALSE(talk.episode().handoff);
    CHECK(talk.turn().qualification.decision == "hold");
    CHECK_FALSE(talk.said().empty());
    CHECK(talk.asks().empty());
    talk.says("a person please");
    CHECK(talk.episode().handoff);
  }
}

TEST_CASE("a latch holds in another flow, too") {
  Talk talk = latched();
  talk.says("i am a vendor");
  REQUIRE(talk.episode().flow == "business");
  CHECK(talk.episode().latched == "tier");
  CHECK(talk.episode().latched_item == "hand_off_desk");
}

// Ownership.

TEST_CASE("while an agent owns the case: no replies, but facts and score go on") {
  Talk talk = asked_been_here();
  talk.change().owner = "agent_7";
  talk.says("i need it today, aetna");
  CHECK(talk.turn().replies.empty());
  CHECK(talk.fact("payer") == R"("aetna")");
  CHECK(talk.fact("urgency") == R"("today")");
  CHECK(talk.now().tier.total == 60);
  CHECK_FALSE(talk.episode().handoff);
  CHECK(talk.asks().empty());
}

TEST_CASE("while an agent owns the case, what is said answers the agent, not the bot") {
  Talk talk = asked_phone();
  talk.says("510-555-0142");
  REQUIRE(talk.asks() == "text_messages");
  talk.change().owner = "agent_7";
  talk.says("yes");
  CHECK(talk.now().consents.empty());
  for (int i = 0; i < 5; ++i) talk.says("mm bananas");
  talk.says("southfield");
  CHECK(talk.fact("location") == R"("north")");
  talk.says("start over");
  CHECK(talk.episode().number == 1);
  CHECK(talk.turn().replies.empty());
  CHECK(talk.episode().given_up.empty());
  CHECK_FALSE(talk.now().pending);
  talk.change().owner.clear();
  talk.says("hello");
  CHECK(talk.asks() == "text_messages");
}

TEST_CASE("while an agent owns the case, an opt-out is recorded and a red flag alerts") {
  Talk talk = asked_been_here();
  talk.change().owner = "agent_7";
  talk.says("stop texting me");
  CHECK(talk.effects(EffectKind::record_consent) == 1);
  talk.says("i have crushing chest pain");
  CHECK(talk.effects(EffectKind::alert) == 1);
  CHECK(talk.turn().replies.empty());
}

}  // namespace anteroom::turn
