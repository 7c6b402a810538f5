// Facts: who said what, what overwrites what, and what is doubted (docs/design.md, "Facts").
#include <catch2/catch.hpp>

#include "tests/turn/talk.h"

namespace anteroom::turn {

TEST_CASE("a fact says its value, who said it, when, and which inbound gave it") {
  Talk talk;
  talk.opens();
  talk.says("mri please");
  const Fact* fact = talk.now().fact("service");
  REQUIRE(fact);
  CHECK(fact->value == Value(std::string("imaging")));
  CHECK(fact->source == Source::stated);
  CHECK(fact->at == talk.at());
  CHECK(fact->inbound == "i2");
  CHECK(fact->words == "mri");
}

TEST_CASE("several answers in one message are several facts, and none is asked again") {
  Talk talk;
  talk.opens();
  talk.says("an mri at northgate");
  CHECK(talk.fact("service") == R"("imaging")");
  CHECK(talk.fact("location") == R"("north")");
  CHECK(talk.asks() == "letter");
}

TEST_CASE("a lower source never overwrites a higher one, and the contradiction is kept for staff") {
  Talk talk = asked_been_here();
  for (Fact& fact : talk.change().facts) fact.source = Source::agent;
  SECTION("not as a correction in words") { talk.says("actually southfield"); }
  SECTION("not as a mere mention") { talk.says("southfield"); }
  CHECK(talk.fact("location") == R"("north")");
  CHECK(talk.now().fact("location")->source == Source::agent);
  REQUIRE(talk.episode().attempts.size() == 1);
  CHECK(talk.episode().attempts[0].field == "location");
  CHECK(talk.episode().attempts[0].words == "southfield");
  CHECK(talk.asks() == "been_here");
}

TEST_CASE("back never takes away what an agent has put down since") {
  Talk talk = asked_been_here();
  for (Fact& fact : talk.change().facts) {
    if (fact.field == "location") fact.source = Source::agent;
  }
  talk.chooses("@back");
  CHECK(talk.fact("location") == R"("north")");
}

TEST_CASE("an answer to the pending question overwrites") {
  Talk talk = asked_been_here();
  talk.reload(clinic_with(
      {{"practice.yaml", "services: [checkup, imaging, dental]", "services: [imaging, dental]"}}));
  talk.says("hello");
  REQUIRE(talk.asks() == "location");
  talk.reload(clinic());
  talk.says("southfield");
  CHECK(talk.fact("location") == R"("south")");
}

TEST_CASE("a correction overwrites, and says so") {
  Talk talk;
  talk.opens();
  talk.says("dentist at northgate");
  talk.says("actually, an mri");
  CHECK(talk.fact("service") == R"("imaging")");
  CHECK(talk.heard("Imaging"));
  CHECK(talk.asks() == "letter");
}

TEST_CASE("a button overwrites, also one of an earlier question") {
  Talk talk = asked_been_here();
  talk.chooses("imaging");
  CHECK(talk.fact("service") == R"("imaging")");
  CHECK(talk.asks() == "letter");
}

TEST_CASE("a value that two earlier questions offer is not taken from a late button") {
  Talk talk = asked_phone();
  talk.chooses("no");
  CHECK(talk.fact("been_here") == "false");
  CHECK(talk.asks() == "phone");
}

TEST_CASE("otherwise the bot asks which holds") {
  Talk talk = asked_been_here();
  talk.says("southfield");
  CHECK(talk.fact("location") == R"("north")");
  REQUIRE(talk.now().pending);
  CHECK(talk.now().pending->item == "@which_holds");
  CHECK(talk.heard("Northgate"));
  CHECK(talk.heard("Southfield"));
  CHECK(talk.asks().empty());

  SECTION("the new one, by button") {
    talk.chooses("proposed");
    CHECK(talk.fact("location") == R"("south")");
    CHECK(talk.asks() == "location");  // it takes no new patients for a checkup: doubted at once
    CHECK(talk.doubt("location") == "not_accepting_there");
  }
  SECTION("the former one, by button") {
    talk.chooses("known");
    CHECK(talk.fact("location") == R"("north")");
    CHECK(talk.asks() == "been_here");
  }
  SECTION("the former one, in words") {
    talk.says("northgate");
    CHECK(talk.fact("location") == R"("north")");
    CHECK(talk.asks() == "been_here");
  }
  SECTION("the former one, by its number") {
    talk.says("1");
    CHECK(talk.fact("location") == R"("north")");
    CHECK(talk.asks() == "been_here");
  }
}

TEST_CASE("which holds is asked in other words once more, and then the former value stays") {
  Talk talk = asked_been_here();
  talk.says("southfield");
  const std::string first = talk.question();
  talk.says("xyzzy");
  REQUIRE(talk.now().pending);
  CHECK(talk.now().pending->item == "@which_holds");
  CHECK(talk.question() != first);
  CHECK_FALSE(talk.heard("yes or no"));
  talk.says("xyzzy");
  CHECK(talk.asks() == "been_here");
  CHECK(talk.fact("location") == R"("north")");
}

TEST_CASE("the same value again is no change: back goes past it") {
  Talk talk = asked_been_here();
  talk.says("checkup");
  CHECK(talk.asks() == "been_here");
  talk.chooses("@back");
  CHECK(talk.asks() == "location");
}

TEST_CASE("an invalid answer is an attempt, kept as text, and never a fact") {
  Talk talk = asked_phone();
  talk.says("five five five");
  CHECK(talk.fact("phone").empty());
  REQUIRE(talk.episode().attempts.size() == 1);
  CHECK(talk.episode().attempts[0] == Attempt{"phone", "five five five"});
  CHECK(talk.now().pending->attempts == 1);
  CHECK(talk.asks() == "phone");
}

TEST_CASE("a change of one fact makes another doubtful, and it is asked again with the reason") {
  Talk talk;
  talk.opens();
  talk.says("mri at southfield");
  REQUIRE(talk.asks() == "letter");
  SECTION("not offered there") {
    talk.says("actually a dentist");
    CHECK(talk.doubt("location") == "not_offered_there");
    CHECK(talk.heard("Our Southfield office doesn't offer that."));
  }
  SECTION("no new patients there") {
    talk.says("actually a checkup");
    CHECK(talk.doubt("location") == "not_accepting_there");
    CHECK(talk.heard("isn't taking new patients"));
  }
  CHECK(talk.asks() == "location");
  CHECK(talk.now().pending->choices == std::vector<OfferedChoice>{{"north", "Northgate"}});
  talk.chooses("north");
  CHECK(talk.doubt("location").empty());
  CHECK(talk.asks() == "been_here");
}

TEST_CASE("a doubt goes when its reason goes") {
  Talk talk;
  talk.opens();
  talk.says("mri at southfield");
  talk.says("actually a dentist");
  talk.says("no, an mri");
  CHECK(talk.doubt("location").empty());
  CHECK(talk.asks() == "letter");
}

TEST_CASE("a reload revalidates: a value that is gone is asked again with the reason") {
  Talk talk = asked_phone();
  talk.reload(clinic_with({{"practice.yaml", "  aetna: {label: {en: Aetna, es: Aetna}}\n", ""}}));
  talk.says("hello");
  CHECK(talk.doubt("payer") == "value_gone");
  CHECK(talk.asks() == "payer");
  CHECK(talk.heard("isn't available anymore"));
}

TEST_CASE("a renamed value or field says formerly, and nothing is asked again") {
  Talk talk = asked_phone();
  SECTION("a value") {
    talk.reload(clinic_with({{"practice.yaml", "  aetna: {label: {en: Aetna, es: Aetna}}",
                              "  cvs: {label: {en: CVS, es: CVS}, formerly: [aetna]}"}}));
    talk.says("510-555-0142");
    CHECK(talk.fact("payer") == R"("cvs")");
  }
  SECTION("a field") {
    talk.reload(
        clinic_with({{"fields.yaml", "  visits:\n", "  how_many:\n    formerly: [visits]\n"},
                     {"flows/visit.yaml", "ask: visits", "ask: how_many"}}));
    talk.says("510-555-0142");
    CHECK(talk.fact("how_many") == "3");
    CHECK(talk.fact("visits").empty());
  }
  CHECK(talk.asks() == "text_messages");
}

TEST_CASE("a stale fact is confirmed in passing, once, and counts") {
  Talk talk = asked_phone();
  talk.says("510-555-0142");
  talk.after(std::chrono::hours(24 * 100));
  talk.says("hello");
  REQUIRE(talk.episode().number == 2);
  REQUIRE(talk.fact("payer") == R"("aetna")");
  CHECK(talk.heard("I still have Aetna"));
  CHECK(talk.doubt("payer").empty());
  for (const char* choice : {"checkup", "north", "today"}) {
    talk.chooses(choice);
    CHECK_FALSE(talk.heard("Aetna"));
  }
  talk.says("4");
  CHECK(talk.asks() == "text_messages");
}

TEST_CASE("a stale fact that is put right is not stale any more") {
  Talk talk = asked_phone();
  talk.after(std::chrono::hours(24 * 100));
  talk.says("hello");
  talk.says("actually medicare");
  CHECK(talk.fact("payer") == R"("medicare")");
  CHECK_FALSE(talk.heard("I still have"));
}

}  // namespace anteroom::turn
