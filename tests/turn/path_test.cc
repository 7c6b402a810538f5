// The path: what is asked next, what is parked, and to what an answer binds (docs/design.md, "The
// path").
#include <catch2/catch.hpp>

#include "tests/turn/talk.h"

namespace anteroom::turn {

TEST_CASE("the next question is the first item whose answer is not known") {
  Talk talk;
  talk.opens();
  CHECK(talk.asks() == "service");
  talk.says("this month at northgate, aetna");
  CHECK(talk.asks() == "service");
  talk.chooses("checkup");
  CHECK(talk.asks() == "been_here");
  talk.chooses("yes");
  CHECK(talk.asks() == "visits");
}

TEST_CASE("a say item is said once in an episode") {
  Talk talk;
  talk.opens();
  CHECK(talk.heard("Welcome to Riverside Clinic."));
  talk.chooses("checkup");
  talk.opens();
  CHECK_FALSE(talk.heard("Welcome to Riverside Clinic."));
}

TEST_CASE("unknown is not on the path, nor is no") {
  Talk talk;
  talk.opens();
  talk.chooses("checkup");
  talk.chooses("north");
  CHECK(talk.asks() == "been_here");
  CHECK(talk.episode().asked.count("letter") == 0);
}

TEST_CASE("a fact that no item on the path asks is parked, and comes back said aloud") {
  Talk talk;
  talk.opens();
  talk.chooses("imaging");
  talk.chooses("north");
  talk.chooses("have_it");
  talk.says("actually a checkup");
  CHECK(talk.turn().parked == std::vector<std::string>{"letter"});
  CHECK(talk.heard("I no longer need I have it"));
  CHECK(talk.fact("letter") == R"("have_it")");
  talk.says("actually an mri");
  CHECK(talk.turn().parked.empty());
  CHECK(talk.heard("counts again: I have it"));
  CHECK(talk.asks() == "been_here");
}

TEST_CASE("a number binds to the pending question only") {
  Talk talk;
  talk.opens();
  talk.says("2");
  CHECK(talk.fact("service") == R"("imaging")");
  talk.says("2");
  CHECK(talk.fact("location") == R"("south")");
  CHECK(talk.fact("service") == R"("imaging")");
}

TEST_CASE("yes and no bind to the pending question only") {
  Talk talk;
  talk.opens();
  talk.says("yes");
  CHECK(talk.now().facts.empty());
  CHECK(talk.now().consents.empty());
  Talk later = asked_been_here();
  later.says("yes");
  CHECK(later.fact("been_here") == "true");
  later.says("no");
  CHECK(later.fact("been_here") == "true");
  CHECK(later.asks() == "urgency");
}

TEST_CASE("a pending question that the practice has removed is dropped: the bot asks afresh") {
  Talk talk = asked_been_here();
  talk.reload(clinic_with({{"flows/visit.yaml", "  - ask: been_here\n", ""}}));
  talk.says("yes");
  CHECK(talk.fact("been_here").empty());
  CHECK(talk.asks() == "urgency");
}

TEST_CASE("a question of the bot's own about a field that is gone is dropped") {
  Talk talk = asked_phone();
  talk.says("4 visits, and aetna or medicare");
  Talk later = asked_been_here();
  later.says("southfield");
  REQUIRE(later.now().pending->item == "@which_holds");
  later.change().pending->field = "gone";
  later.change().pending->proposed->field = "gone";
  later.chooses("proposed");
  CHECK_FALSE(later.now().fact("gone"));
  CHECK(later.asks() == "been_here");
}

TEST_CASE("a flow that the practice has removed is chosen again, else it is the default one") {
  Talk talk;
  talk.opens();
  talk.says("i am a vendor");
  REQUIRE(talk.episode().flow == "business");
  SECTION("renamed") {
    talk.reload(clinic_with({{"flows/business.yaml", "flow: business", "flow: partners"}}));
    talk.says("hello");
    CHECK(talk.episode().flow == "partners");
    CHECK(talk.asks() == "organisation");
  }
  SECTION("no more") {
    talk.reload(clinic_with({{"flows/business.yaml", "start_when: {visitor_kind: business}",
                              "start_when: {visitor_kind: patient}"}}));
    talk.says("hello");
    CHECK(talk.episode().flow == "visit");
    CHECK(talk.asks() == "service");
  }
  SECTION("in the middle of an offer") {
    talk.change().pending =
        Pending{"@offer_person", "organisation", {{"yes", "Yes"}, {"no", "No"}}, 1, 3, {}};
    talk.reload(clinic_with({{"flows/business.yaml", "flow: business", "flow: partners"}}));
    talk.chooses("no");
    CHECK(talk.asks() == "organisation");
  }
}

TEST_CASE("the active flow changes with what is known, and returns") {
  Talk talk;
  talk.opens();
  talk.chooses("checkup");
  talk.says("i am a vendor");
  CHECK(talk.episode().flow == "business");
  CHECK(talk.asks() == "organisation");
  talk.chooses("@back");
  CHECK(talk.asks() == "visitor_kind");
  talk.chooses("patient");
  CHECK(talk.episode().flow == "visit");
  CHECK(talk.asks() == "location");
  CHECK(talk.fact("service") == R"("checkup")");
}

TEST_CASE("what is taken in passing is said, but never beside a yes/no question") {
  Talk talk;
  talk.opens();
  SECTION("said") {
    talk.says("northgate please");
    CHECK(talk.heard("Got it: Northgate."));
    CHECK(talk.asks() == "service");
  }
  SECTION("not beside yes/no") {
    talk.says("a dentist at northgate");
    CHECK(talk.asks() == "been_here");
    CHECK_FALSE(talk.heard("Northgate"));
    CHECK_FALSE(talk.heard("Dental"));
  }
  SECTION("not beside a consent") {
    talk = asked_phone();
    talk.says("510-555-0142, and i am a patient");
    REQUIRE(talk.asks() == "text_messages");
    CHECK_FALSE(talk.heard("A patient"));
  }
}

TEST_CASE(
    "a question on the way is kept for staff and acknowledged, and the pending one returns in "
    "other words") {
  Talk talk = asked_phone();
  const std::string first = talk.question();
  talk.says("do you have parking there?");
  CHECK(talk.heard("kept your question"));
  CHECK(talk.asks() == "phone");
  CHECK(talk.question().find(first) == std::string::npos);
  CHECK(talk.now().pending->attempts == 0);
  CHECK(talk.episode().open_questions.size() + talk.episode().kept_questions.size() == 1);
}

TEST_CASE("choices: nearest offers only offices that take the service") {
  Talk talk;
  talk.opens();
  talk.chooses("dental");
  CHECK(talk.now().pending->choices == std::vector<OfferedChoice>{{"north", "Northgate"}});
  talk.chooses("@back");
  talk.chooses("imaging");
  CHECK(talk.now().pending->choices.size() == 2);
}

TEST_CASE("tier may gate say: it is said once the score is there") {
  Talk talk(clinic_with(
      {{"flows/visit.yaml", "  - answer_open_question",
        "  - say: welcome\n    id: soon\n    when: {tier: high}\n  - answer_open_question"}}));
  talk.opens();
  talk.says("checkup at northgate, this month");
  CHECK(talk.episode().said.count("soon") == 0);
}

}  // namespace anteroom::turn
