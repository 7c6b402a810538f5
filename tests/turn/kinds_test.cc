// Each kind of item, and each way of giving up, does in a turn what its name says; a new kind
// without a test here fails.
#include <catch2/catch.hpp>

#include <functional>
#include <map>

#include "flows/item_kinds.h"
#include "tests/turn/talk.h"

namespace anteroom::turn {
namespace {

// A flow of one item and an end, in the small clinic.
Talk talk_of(const std::string& items) {
  Talk talk(clinic_with(
      {{"flows/business.yaml",
        "start_when: {visitor_kind: business}\nexpires_after: 30d\nitems:\n  - ask: visitor_kind\n",
        "start_when: {not: {red_flag: true}}\nitems:\n" + items}}));
  talk.opens();
  return talk;
}

const std::map<flows::ItemKind, std::function<void()>>& item_kinds_done() {
  using flows::ItemKind;
  static const std::map<ItemKind, std::function<void()>> kDone = {
      {ItemKind::ask,
       [] {
         Talk talk = talk_of("  - ask: urgency\n");
         CHECK(talk.asks() == "urgency");
         talk.chooses("today");
         CHECK(talk.asks() == "organisation");
       }},
      {ItemKind::say,
       [] {
         Talk talk = talk_of("  - say: welcome\n");
         CHECK(talk.heard("Welcome to Riverside Clinic."));
         CHECK(talk.episode().said.count("say_welcome") == 1);
         CHECK(talk.asks() == "organisation");
       }},
      {ItemKind::consent,
       [] {
         Talk talk = talk_of("  - consent: text_messages\n");
         CHECK(talk.asks() == "text_messages");
         talk.chooses("yes");
         CHECK(granted(talk.now().consents, "text_messages"));
         CHECK(talk.asks() == "organisation");
       }},
      {ItemKind::hand_off,
       [] {
         Talk talk = talk_of("  - hand_off: scheduling\n    needs: [phone]\n");
         CHECK(talk.asks() == "phone");
         talk.says("510-555-0142");
         REQUIRE(talk.episode().handoff);
         CHECK(talk.episode().handoff->queue == "scheduling");
       }},
      {ItemKind::answer_open_question,
       [] {
         Talk talk = talk_of("  - ask: urgency\n  - answer_open_question\n");
         talk.says("do you have parking?");
         CHECK(talk.episode().open_questions.size() == 1);
         talk.chooses("today");
         CHECK(talk.episode().open_questions.empty());
         CHECK(talk.episode().kept_questions == std::vector<std::string>{"do you have parking?"});
         CHECK(talk.asks() == "organisation");
       }},
  };
  return kDone;
}

// The compiler warns of a way of giving up that is not here.
void check_give_up(flows::GiveUp then) {
  const auto after_garbage = [](const std::string& words) {
    Talk talk = talk_of("  - ask: visits\n    retries: 0\n" + words);
    talk.says("bananas");
    return talk;
  };
  switch (then) {
    case flows::GiveUp::skip: {
      const Talk talk = after_garbage("    then: skip\n");
      CHECK(talk.episode().given_up.count("ask_visits") == 1);
      CHECK(talk.asks() == "organisation");
      return;
    }
    case flows::GiveUp::offer_person: {
      const Talk talk = after_garbage("    then: offer_person\n");
      REQUIRE(talk.now().pending);
      CHECK(talk.now().pending->item == "@offer_person");
      return;
    }
    case flows::GiveUp::use_default: {
      const Talk talk = after_garbage("    then: {default: 2}\n");
      CHECK(talk.fact("visits") == "2");
      CHECK(talk.asks() == "organisation");
      return;
    }
  }
  FAIL("a way of giving up without a test");
}

}  // namespace

TEST_CASE("every kind of item acts in a turn") {
  CHECK(item_kinds_done().size() == flows::item_kinds().size());
  for (const flows::ItemKindRow& row : flows::item_kinds()) {
    INFO(row.name);
    REQUIRE(item_kinds_done().count(row.kind) == 1);
    item_kinds_done().at(row.kind)();
  }
}

TEST_CASE("every way of giving up acts in a turn") {
  for (const flows::GiveUp then :
       {flows::GiveUp::skip, flows::GiveUp::offer_person, flows::GiveUp::use_default})
    check_give_up(then);
}

}  // namespace anteroom::turn
