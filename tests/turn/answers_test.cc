// Questions on the way: the practice's answers, and what a question is not (docs/design.md,
// "Digressions"). Played on the example practice, on a Monday at 10 in the morning.
#include <catch2/catch.hpp>

#include "tests/turn/talk.h"

namespace anteroom::turn {
namespace {

// Asked for whom it is, after a service was named.
Talk asked_for_whom() {
  Talk talk(lakeside());
  talk.says("a skin check please");
  return talk;
}

}  // namespace

TEST_CASE("hours are those of today and tomorrow, by the practice's clock") {
  Talk talk = asked_for_whom();
  talk.says("are you open today in berkeley?");
  CHECK(talk.heard("Our Berkeley office is open until 5:30 pm today. Tomorrow: 8 am to 5:30 pm."));
  CHECK(talk.asks() == "for_whom");
  CHECK(talk.fact("location").empty());
  CHECK(talk.fact("urgency").empty());
}

TEST_CASE("hours of a day that is named, and of all offices where none is") {
  Talk talk = asked_for_whom();
  talk.says("what are your hours on saturday?");
  CHECK(talk.heard("Our Oakland office on Sat, Nov 28: 9 am to 1 pm."));
  CHECK(talk.heard("Our Berkeley office is closed on Sat, Nov 28."));
  CHECK(talk.episode().open_questions.empty());
}

TEST_CASE("before it opens, and after it has closed") {
  Talk talk = asked_for_whom();
  talk.after(std::chrono::hours(11)).says("is the oakland office open?");
  CHECK(talk.heard("Our Oakland office is closed now. Tomorrow: 8 am to 6 pm."));
  talk.after(std::chrono::hours(10)).says("are you open in oakland");
  CHECK(talk.heard("Our Oakland office opens at 8 am today and closes at 6 pm."));
}

TEST_CASE("addresses, phones, ways and parking of one office or of all") {
  Talk talk = asked_for_whom();
  talk.says("where are you located?");
  CHECK(talk.heard("1450 Lakeside Dr"));
  CHECK(talk.heard("1620 Locust St"));
  talk.says("what's the address in walnut creek?");
  CHECK(talk.heard("1620 Locust St"));
  CHECK_FALSE(talk.heard("1450 Lakeside Dr"));
  CHECK(talk.heard("Broadway Plaza"));
  talk.says("where do i park in san leandro?");
  CHECK(talk.heard("free for patients"));
  talk.says("what's the phone number for the berkeley office?");
  CHECK(talk.heard("(510) 555-0102"));
}

TEST_CASE("a payer that is taken becomes a likely fact, one that is not does not") {
  Talk talk = asked_for_whom();
  talk.says("do you take aetna?");
  CHECK(talk.heard("Yes, we take Aetna."));
  REQUIRE(talk.now().fact("payer"));
  CHECK(talk.now().fact("payer")->source == Source::inferred);
  talk.says("i have blue shield");
  CHECK(talk.fact("payer") == R"("blue_shield")");
  CHECK(talk.asks() == "for_whom");

  Talk other = asked_for_whom();
  other.says("do u take kaiser");
  CHECK(other.heard("we don't take Kaiser"));
  CHECK(other.heard("Medi-Cal"));
  CHECK(other.fact("payer").empty());
}

TEST_CASE("a long message: facts, a question with its answer, and no fact that is only asked") {
  Talk talk(lakeside());
  talk.says("hi my mom fell last week n her hip hurts, do u take medi-cal, the berkeley one pls");
  CHECK(talk.heard("Yes, we take Medi-Cal."));
  CHECK(talk.fact("for_whom") == R"("parent")");
  CHECK(talk.fact("service") == R"("orthopedics")");
}

TEST_CASE("prices and preparation are those of the service, and none is made up") {
  Talk talk = asked_for_whom();
  talk.says("how much is it without insurance?");
  CHECK(talk.heard("$160 to $220"));
  Talk mri(lakeside());
  mri.says("how do i prepare for an mri?");
  CHECK(mri.heard("metal and jewelry"));
  CHECK(mri.fact("service") == R"("imaging")");
  Talk unknown(lakeside());
  unknown.says("how much does a pap smear cost?");
  CHECK(unknown.heard("Prices depend on the kind of visit"));
}

TEST_CASE("the practice's own words, in both languages") {
  Talk talk(lakeside());
  talk.says("do you take walk-ins?");
  CHECK(talk.heard("by appointment"));
  talk.says("is there wheelchair access?");
  CHECK(talk.heard("without stairs"));
  Talk spanish(lakeside());
  spanish.opens("es");
  spanish.says("¿puedo ir sin cita?");
  CHECK(spanish.heard("Atendemos con cita"));
  spanish.says("a que hora cierran en oakland");
  CHECK(spanish.heard("abierta hoy hasta las 6 pm"));
}

TEST_CASE("what has no answer is kept for staff, and said so") {
  Talk talk = asked_for_whom();
  talk.says("do you validate my life choices?");
  talk.says("can my dog have a look at the fish tank?");
  CHECK(talk.heard("kept your question"));
  CHECK_FALSE(talk.episode().open_questions.empty());
  CHECK(talk.asks() == "for_whom");
}

TEST_CASE("the pending question comes back in other words, and a question is no failed try") {
  Talk talk = asked_for_whom();
  std::string before = talk.question();
  for (const char* words : {"are you open today?", "what's your address?", "is there parking?"}) {
    talk.says(words);
    CHECK(talk.asks() == "for_whom");
    CHECK(talk.question() != before);
    before = talk.question();
  }
  CHECK(talk.now().pending->attempts == 0);
}

TEST_CASE("a condition decides whether an answer is given") {
  PracticeFiles files = files_in("flows/practices/lakeside");
  files["understanding.yaml"] =
      "answers:\n  gift:\n    words: {en: [gift shop], es: [tienda]}\n"
      "    when: {location: oakland}\n    text: {en: On the first floor., es: En el primer "
      "piso.}\n";
  Diagnostics found;
  Talk talk(load_practice(files, found));
  talk.says("where is the gift shop?");
  CHECK_FALSE(talk.heard("first floor"));
  talk.says("oakland please");
  talk.says("where is the gift shop?");
  CHECK(talk.heard("first floor"));
}

}  // namespace anteroom::turn
