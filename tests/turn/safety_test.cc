// Red flags come before everything else (docs/design.md, "The turn").
#include <catch2/catch.hpp>

#include <set>

#include "bot/understanding/red_flags.h"
#include "tests/turn/talk.h"

namespace anteroom::turn {
namespace {

constexpr const char* kChestPain = "i have crushing chest pain and can't breathe";

}  // namespace

TEST_CASE("a red flag: its text comes first, staff is alerted, and nothing else is asked") {
  Talk talk = asked_been_here();
  talk.says(kChestPain);
  REQUIRE(talk.turn().replies.size() == 2);
  CHECK(talk.turn().replies[0].urgent);
  CHECK(talk.heard("911"));
  CHECK(talk.turn().replies[1].choices ==
        std::vector<OfferedChoice>{{"@go_on", "This is not an emergency, go on"}});
  CHECK(talk.asks().empty());
  CHECK(talk.episode().paused);
  CHECK(talk.effects(EffectKind::alert) == 1);
  CHECK(talk.fact("urgency") == R"("emergency")");
  CHECK(talk.turn().qualification.decision == "forward");
  CHECK(talk.turn().qualification.reason == "emergency");
}

TEST_CASE("every group of emergencies, in both languages, stops the talk with its own text") {
  struct Row {
    const char *group, *language, *text;
  };
  constexpr Row kRows[] = {
      {"cardiac", "en", "my chest is crushing and it goes down my left arm"},
      {"cardiac", "es", "me aprieta el pecho y me duele el brazo izquierdo"},
      {"stroke", "en", "half of her face is drooping and she talks garbled"},
      {"stroke", "es", "se le torció la cara y no puede hablar bien"},
      {"breathing", "en", "he can't breathe and his lips are blue"},
      {"breathing", "es", "no puede respirar, tiene los labios morados"},
      {"bleeding", "en", "the cut won't stop bleeding, it's been 20 minutes of pressure"},
      {"bleeding", "es", "no para de sangrar la herida y ya llevo 20 minutos apretando"},
      {"anaphylaxis", "en", "ate peanuts and her throat is closing up"},
      {"anaphylaxis", "es", "comió cacahuates y se le cierra la garganta"},
      {"poison", "en", "my toddler swallowed bleach"},
      {"poison", "es", "mi niño tomó cloro"},
      {"self_harm", "en", "i want to kill myself"},
      {"self_harm", "es", "me quiero matar"},
      {"abuse", "en", "my husband hits me and he choked me last night"},
      {"abuse", "es", "mi esposo me pega y anoche me ahorcó"},
      {"pregnancy", "en", "i'm 30 weeks pregnant and bleeding a lot"},
      {"pregnancy", "es", "tengo 30 semanas de embarazo y estoy sangrando mucho"},
      {"infant", "en", "my 3 week old has a fever of 101"},
      {"infant", "es", "mi bebé de 3 semanas tiene fiebre de 38.5"},
      {"head", "en", "he fell and hit his head and keeps vomiting"},
      {"head", "es", "se cayó, se pegó en la cabeza y vomita mucho"},
      {"infection", "en", "fever with a stiff neck and purple spots"},
      {"infection", "es", "fiebre con el cuello tieso y manchas moradas"},
      {"other", "en", "she is having a seizure that won't stop"},
      {"other", "es", "está convulsionando y no para"}};
  std::set<std::string> groups;
  for (const Row& row : kRows) {
    INFO(row.language << ": " << row.text);
    groups.insert(row.group);
    for (const bool in_the_middle : {false, true}) {
      Talk talk;
      talk.opens(row.language);
      if (in_the_middle) talk.chooses(std::string(talk.now().pending->choices.front().id));
      talk.says(row.text);
      REQUIRE_FALSE(talk.turn().replies.empty());
      CHECK(talk.turn().replies[0].urgent);
      CHECK(talk.turn().replies[0].text == understanding::red_flag_text(row.group, row.language));
      CHECK(talk.now().pending->item == "@emergency");
      CHECK(talk.episode().paused);
      CHECK(talk.effects(EffectKind::alert) == 1);
      CHECK(talk.fact("urgency") == R"("emergency")");
    }
  }
  CHECK(groups.size() == understanding::RedFlags::groups().size());
}

TEST_CASE("a denied wish to die hides no emergency beside it that only the models hear") {
  Talk talk = asked_been_here();
  talk.says(
      "i don't want to kill myself, but half her face looks melted and her words come out as mush");
  CHECK(talk.episode().paused);
  CHECK(talk.effects(EffectKind::alert) == 1);
}

TEST_CASE("an emergency text comes even before the disclosure") {
  Talk talk;
  talk.says(kChestPain);
  REQUIRE(talk.turn().replies.size() == 3);
  CHECK(talk.turn().replies[0].urgent);
  CHECK(talk.turn().replies[1].text.find("automated assistant") != std::string::npos);
}

TEST_CASE("facts that come with a red flag are taken, and no conflict is asked about") {
  Talk talk = asked_been_here();
  talk.says("southfield, i have crushing chest pain");
  CHECK(talk.fact("location") == R"("north")");
  CHECK(talk.now().pending->item == "@emergency");
  CHECK(talk.turn().replies.size() == 2);
  REQUIRE(talk.episode().attempts.size() == 1);
  CHECK(talk.episode().attempts[0].words == "southfield");
}

TEST_CASE("while it is paused, everything is heard and nothing else is asked") {
  Talk talk = asked_been_here();
  talk.says(kChestPain);
  std::string before = talk.question();
  for (const char* words : {"aetna", "hello?", "skip", "back"}) {
    talk.says(words);
    CHECK(talk.now().pending->item == "@emergency");
    CHECK(talk.question() != before);
    before = talk.question();
  }
  CHECK(talk.fact("payer") == R"("aetna")");
  CHECK(talk.episode().skipped.empty());
}

TEST_CASE("go on resumes, and asks anew how urgent it is") {
  Talk talk = asked_been_here();
  talk.says(kChestPain);
  SECTION("by button") { talk.chooses("@go_on"); }
  SECTION("in words") { talk.says("this is not an emergency, go on"); }
  CHECK_FALSE(talk.episode().paused);
  CHECK(talk.fact("urgency").empty());
  CHECK(talk.asks() == "been_here");
  CHECK(talk.episode().red_flags.size() == 1);
  talk.chooses("no");
  CHECK(talk.asks() == "urgency");
}

TEST_CASE("a person can be asked for while it is paused") {
  Talk talk = asked_been_here();
  talk.says(kChestPain);
  talk.says("a person please");
  REQUIRE(talk.episode().handoff);
  CHECK(talk.episode().paused);
}

TEST_CASE("each red flag alerts staff, with a key of its own") {
  Talk talk = asked_been_here();
  const std::string first = [&] {
    for (const Effect& effect : talk.says(kChestPain).effects) {
      if (effect.kind == EffectKind::alert) return effect.key;
    }
    return std::string();
  }();
  talk.says(kChestPain);
  CHECK(talk.effects(EffectKind::alert) == 1);
  for (const Effect& effect : talk.turn().effects) CHECK(effect.key != first);
}

TEST_CASE("no alert holds the visitor's words") {
  Talk talk = asked_been_here();
  for (const Effect& effect : talk.says(kChestPain).effects) {
    CHECK(effect.data.find("crushing") == std::string::npos);
    CHECK(effect.key.find("crushing") == std::string::npos);
  }
}

}  // namespace anteroom::turn
