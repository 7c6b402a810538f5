// What a message is about: it changes the flow, waits, or is asked about (docs/design.md, "The
// path"). The topic is given; everything else is read from the text.
#include <catch2/catch.hpp>

#include "tests/turn/talk.h"

namespace anteroom::turn {
namespace {

const std::vector<TopicGuess> kBillOrVisit = {{"billing_insurance", 0.55}, {"scheduling", 0.3}};

Talk asked_for_whom() {
  Talk talk(lakeside());
  talk.says("a skin check please");
  return talk;
}

using Topics = std::vector<std::string>;

}  // namespace

TEST_CASE("a topic starts its flow, and the message is what it is about") {
  Talk talk(lakeside());
  talk.says_about("there is a charge on my statement that i don't get", {"billing_insurance"});
  CHECK(talk.episode().flow == "billing_question");
  CHECK(talk.fact("reason") == R"("there is a charge on my statement that i don't get")");
  CHECK(talk.heard("billing team"));
  CHECK(talk.asks() == "name");
}

TEST_CASE("in the middle of another, the former flow waits and is offered again") {
  Talk talk = asked_for_whom();
  talk.says_about("wait, i was charged twice for my last visit", {"billing_insurance"});
  CHECK(talk.episode().flow == "billing_question");
  CHECK(talk.episode().queued == Topics{"scheduling"});
  talk.says("Ana Lima");
  talk.says("510-555-0134");
  talk.says("no");
  REQUIRE(talk.episode().handoff);
  CHECK(talk.episode().handoff->queue == "billing");
  CHECK(talk.heard("You also asked about an appointment"));
  talk.chooses("yes");
  CHECK(talk.episode().number == 2);
  CHECK(talk.episode().flow == "new_visit");
  CHECK(talk.fact("service") == R"("dermatology")");
  CHECK(talk.fact("reason").empty());
  CHECK(talk.asks() == "for_whom");
}

TEST_CASE("a no leaves the waiting topic out") {
  Talk talk(lakeside());
  talk.says_about("my bill is wrong and i need a checkup", {"billing_insurance", "scheduling"});
  CHECK(talk.episode().flow == "billing_question");
  CHECK(talk.episode().queued == Topics{"scheduling"});
  CHECK(talk.heard("an appointment"));
  talk.says("Ana");
  talk.says("510-555-0134");
  talk.says("no");
  CHECK(talk.now().pending->item == "@next_topic");
  talk.says("no thanks");
  CHECK(talk.episode().queued.empty());
  CHECK(talk.episode().number == 1);
  CHECK(talk.asks().empty());
}

TEST_CASE("a waiting topic that is not answered about is asked once more, then left") {
  Talk talk(lakeside());
  talk.says_about("my bill is wrong and i need a checkup", {"billing_insurance", "scheduling"});
  talk.says("Ana");
  talk.says("510-555-0134");
  talk.says("no");
  const std::string first = talk.question();
  talk.says("purple");
  CHECK(talk.question() != first);
  CHECK(talk.now().pending->item == "@next_topic");
  talk.says("green");
  CHECK_FALSE(talk.now().pending);
  CHECK(talk.episode().queued.empty());
}

TEST_CASE("the topic of the active flow is no change") {
  Talk talk = asked_for_whom();
  talk.says_about("i would like to book that soon", {"scheduling"});
  CHECK(talk.episode().flow == "new_visit");
  CHECK(talk.episode().queued.empty());
  Talk family(lakeside());
  family.says("my son has a rash");
  REQUIRE(family.episode().flow == "family_request");
  family.says_about("can we come in for that", {"scheduling"});
  CHECK(family.episode().flow == "family_request");
  CHECK(family.episode().queued.empty());
}

TEST_CASE("what answers the pending question is an answer, whatever it sounds like") {
  Talk talk = asked_for_whom();
  talk.chooses("self");
  talk.chooses("new");
  REQUIRE(talk.asks() == "location");
  talk.says_about("the berkeley one", {"location_hours"});
  CHECK(talk.fact("location") == R"("berkeley")");
  CHECK(talk.asks() == "urgency");
  talk.says_about("this week", {"rx_refill"});
  CHECK(talk.episode().flow == "new_visit");
  CHECK(talk.asks() == "payer");
}

TEST_CASE("a clear topic beside an answer waits; the answer is taken") {
  Talk talk = asked_for_whom();
  talk.chooses("self");
  talk.chooses("new");
  talk.says_about("berkeley. and somebody has to look at the bill i got last month",
                  {"billing_insurance"});
  CHECK(talk.fact("location") == R"("berkeley")");
  CHECK(talk.episode().flow == "new_visit");
  CHECK(talk.episode().queued == Topics{"billing_insurance"});
  CHECK(talk.heard("your bill or insurance"));
  CHECK(talk.episode().kept_questions.size() == 1);
}

TEST_CASE("a question that the practice answers changes no flow") {
  Talk talk = asked_for_whom();
  talk.says_about("which insurance do you take?", {"billing_insurance"});
  CHECK(talk.heard("We take Medi-Cal"));
  CHECK(talk.episode().flow == "new_visit");
  CHECK(talk.asks() == "for_whom");
}

TEST_CASE("a topic without words of an answer gets its first answer") {
  Talk talk = asked_for_whom();
  talk.says_about("hours oakland", {"location_hours"});
  CHECK(talk.heard("Our Oakland office is open until 6 pm today."));
  talk.says_about("i wonder about money matters", {"pricing"});
  CHECK(talk.heard("$160 to $220"));
}

TEST_CASE("human is a person; a complaint is heard and goes to one") {
  Talk talk = asked_for_whom();
  talk.says_about("let me have one of your colleagues", {"human"});
  REQUIRE(talk.episode().handoff);
  CHECK(talk.episode().handoff->reason == "asked_for_person");
  Talk complaint(lakeside());
  complaint.says_about("the way i was treated at the desk was awful", {"complaint"});
  CHECK(complaint.episode().flow == "complaint");
  CHECK(complaint.heard("sorry this happened"));
}

TEST_CASE("two equally likely topics: the visitor says which") {
  Talk talk(lakeside());
  talk.says_unsure("about the last time", TopicBand::ask, kBillOrVisit);
  REQUIRE(talk.now().pending);
  CHECK(talk.now().pending->item == "@which_topic");
  CHECK(talk.heard("is it about your bill or insurance or an appointment?"));
  REQUIRE(talk.turn().replies.back().choices.size() == 3);
  CHECK(talk.turn().replies.back().choices[2].label == "Something else");
  SECTION("by a button") { talk.chooses("billing_insurance"); }
  SECTION("by its place") { talk.says("1"); }
  SECTION("by its words") { talk.says("your bill or insurance"); }
  CHECK(talk.episode().flow == "billing_question");
  CHECK(talk.fact("reason") == R"("about the last time")");
}

TEST_CASE("neither of the two: asked for other words, and the flow goes on") {
  Talk talk(lakeside());
  talk.says_unsure("about the last time", TopicBand::ask, kBillOrVisit);
  talk.chooses("@something_else");
  CHECK(talk.heard("something else"));
  CHECK(talk.asks() == "service");
}

TEST_CASE("which of two is asked twice at most, in other words, and not beside something else") {
  Talk talk(lakeside());
  talk.says_unsure("about the last time", TopicBand::ask, kBillOrVisit);
  const std::string first = talk.question();
  talk.says_unsure("purple", TopicBand::fall_back);
  CHECK(talk.now().pending->item == "@which_topic");
  CHECK(talk.question() != first);
  talk.says_unsure("green", TopicBand::fall_back);
  CHECK(talk.asks() == "service");
  Talk other(lakeside());
  other.says_unsure("about the last time", TopicBand::ask, kBillOrVisit);
  other.says("knee mri");
  CHECK(other.fact("service") == R"("imaging")");
  CHECK(other.asks() == "for_whom");
}

TEST_CASE("what was not understood is said so, in other words each time, until the limit") {
  Talk talk(lakeside());
  talk.says_unsure("purple monkeys", TopicBand::fall_back);
  CHECK(talk.heard("I'm sorry, I didn't understand that."));
  CHECK(talk.asks() == "service");
  std::vector<std::string> said = {talk.question()};
  for (const char* words : {"green ones", "blue ones", "red ones"}) {
    talk.says_unsure(words, TopicBand::fall_back);
    for (const std::string& before : said) CHECK(talk.question() != before);
    said.push_back(talk.question());
  }
  CHECK(talk.now().pending->item == "@offer_person");
}

TEST_CASE("greetings, thanks and insults are no failed answers, and call nobody") {
  Talk talk = asked_for_whom();
  std::string before = talk.question();
  for (const char* words : {"hello there", "thank you so much", "you are useless", "stupid bot"}) {
    talk.says_unsure(words, TopicBand::fall_back);
    CHECK(talk.asks() == "for_whom");
    CHECK(talk.now().pending->attempts == 0);
    CHECK(talk.question() != before);
    before = talk.question();
  }
  CHECK(talk.episode().attempts.empty());
  CHECK_FALSE(talk.episode().handoff);
}

TEST_CASE("an insult inside a real matter is passed over") {
  Talk talk(lakeside());
  talk.says_about("you idiots billed me twice for the visit i had in march with my daughter",
                  {"billing_insurance"});
  CHECK(talk.episode().flow == "billing_question");
}

TEST_CASE("signs of abuse: nothing is texted until staff decide") {
  Talk talk(lakeside());
  talk.says("my husband choked me last night");
  CHECK(talk.turn().reading.red_flag_group == "abuse");
  CHECK(talk.now().texts_on_hold);
  CHECK(talk.episode().paused);
  Talk other(lakeside());
  other.says("i have crushing chest pain");
  CHECK_FALSE(other.now().texts_on_hold);
}

TEST_CASE("the stored reading is what a replay takes") {
  Talk talk(lakeside());
  const Inbound inbound = talk.next(Text{"knee mri", false});
  Case before;
  before.id = "c1";
  Reading other;
  other.topic = "complaint";
  other.band = TopicBand::act;
  other.topics = {"complaint"};
  const Turn replayed = take_turn(*lakeside(), before, inbound, &other);
  CHECK(replayed.after.episode.flow == "complaint");
  CHECK_FALSE(replayed.after.fact("service"));
  CHECK(replayed.reading == other);
}

}  // namespace anteroom::turn
