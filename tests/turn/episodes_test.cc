// Episodes, time, bounds, and what is stored of a turn (docs/design.md, "Case, episode,
// conversation").
#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include "tests/turn/talk.h"

namespace anteroom::turn {
namespace {

constexpr auto kDay = std::chrono::hours(24);

}  // namespace

TEST_CASE(
    "a silence longer than expires_after opens a new episode; person facts carry over, request "
    "facts start unknown") {
  Talk talk = asked_phone();
  talk.after(kDay * 15);
  talk.says("2");
  CHECK(talk.episode().number == 2);
  CHECK(talk.fact("service").empty());
  CHECK(talk.fact("location").empty());
  CHECK(talk.fact("name") == R"("Ana Torres")");
  CHECK(talk.fact("payer") == R"("aetna")");
  CHECK(talk.heard("Welcome back"));
  CHECK(talk.asks() == "service");
}

TEST_CASE("a shorter silence does not: the last question still holds") {
  Talk talk = asked_been_here();
  talk.after(kDay * 13);
  talk.says("yes");
  CHECK(talk.episode().number == 1);
  CHECK(talk.fact("been_here") == "true");
}

TEST_CASE("each flow has its own patience") {
  Talk talk;
  talk.says("i am a vendor");
  talk.after(kDay * 29);
  talk.says("Acme Corp");
  CHECK(talk.episode().number == 1);
  talk.after(kDay * 31);
  talk.says("hello");
  CHECK(talk.episode().number == 2);
}

TEST_CASE("a tick changes nothing that a visitor sees") {
  Talk talk = asked_phone();
  talk.chooses("@person");
  const Case before = talk.now();
  talk.after(kDay * 100);
  talk.ticks();
  CHECK(talk.turn().replies.empty());
  CHECK(talk.now().facts == before.facts);
  CHECK(talk.now().pending == before.pending);
  CHECK(talk.episode().turns == before.episode.turns);
  CHECK(talk.episode().number == 1);
  CHECK(talk.now().last_inbound == before.last_inbound);
  CHECK(talk.now().version == before.version + 1);
}

TEST_CASE("a page that is seen counts for the score, and nothing is said to it") {
  Talk talk = asked_been_here();
  const int total = talk.now().tier.total;
  SECTION("in time") {
    talk.sees_page("consult");
    CHECK(talk.now().tier.total == total + 2);
  }
  SECTION("after the patience of the flow") {
    talk.after(kDay * 20);
    talk.sees_page("consult");
    CHECK(talk.episode().number == 1);
    talk.says("hello");
    CHECK(talk.episode().number == 2);
    return;
  }
  CHECK(talk.turn().replies.empty());
  CHECK(talk.asks() == "been_here");
}

TEST_CASE("pages that are seen are no turns of the visitor's") {
  Talk talk(clinic_with({{"practice.yaml", "turns_per_episode: 200", "turns_per_episode: 10"}}));
  talk.opens();
  for (int i = 0; i < 20; ++i) talk.sees_page("consult");
  CHECK_FALSE(talk.episode().handoff);
  CHECK(talk.now().tier.total == 2);
  talk.chooses("checkup");
  CHECK(talk.asks() == "location");
}

TEST_CASE("the bound on turns goes to a person, and what is said after is still taken") {
  Talk talk(clinic_with({{"practice.yaml", "turns_per_episode: 200", "turns_per_episode: 10"}}));
  talk.opens();
  for (int i = 0; i < 9; ++i) talk.says("hm");
  REQUIRE_FALSE(talk.episode().handoff);
  talk.says("hm");
  REQUIRE(talk.episode().handoff);
  CHECK(talk.episode().handoff->reason == "bounds");
  CHECK(talk.heard("person"));
  talk.says("northgate");
  CHECK(talk.fact("location") == R"("north")");
  CHECK_FALSE(talk.said().empty());
}

TEST_CASE("the bound on items per turn goes to a person") {
  Talk talk(clinic_with({{"practice.yaml", "items_per_turn: 50", "items_per_turn: 1"}}));
  talk.opens();
  REQUIRE(talk.episode().handoff);
  CHECK(talk.episode().handoff->reason == "bounds");
}

TEST_CASE("the bound on a message: the rest is cut, and the turn says so") {
  Bounds bounds;
  bounds.message_bytes = 8;
  const Text kept = kept_text("123456\xC3\xB1\xC3\xB1", bounds);
  CHECK(kept == Text{"123456\xC3\xB1", true});
  CHECK(kept_text("short", bounds) == Text{"short", false});
  CHECK_FALSE(kept_text("\xFF\xFE", bounds).cut);

  Talk talk = asked_phone();
  talk.says(std::string(5000, 'x'));
  CHECK(talk.heard("I could only keep the first part"));
  CHECK(talk.asks() == "phone");
}

TEST_CASE("a turn is pure and counts its version up") {
  Talk talk = asked_been_here();
  const Case before = talk.now();
  const Inbound inbound = talk.next(Text{"yes, aetna", false});
  const Turn once = take_turn(talk.practice(), before, inbound);
  const Turn twice = take_turn(talk.practice(), before, inbound);
  CHECK(once.after == twice.after);
  CHECK(once.replies == twice.replies);
  CHECK(once.effects == twice.effects);
  CHECK(once.after.version == before.version + 1);
}

TEST_CASE("another conversation of the same case is introduced, too") {
  Talk talk = asked_been_here();
  Inbound inbound = talk.next(Text{"hello", false});
  inbound.conversation = "by_sms";
  inbound.channel = Channel::sms;
  talk.takes(inbound);
  CHECK(talk.heard("automated assistant"));
}

}  // namespace anteroom::turn
