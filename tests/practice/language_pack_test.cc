#include <catch2/catch.hpp>
#include <set>

#include "base/text.h"
#include "practice/language_pack.h"
#include "practice/read_practice.h"
#include "tests/support/practice_data.h"

using namespace anteroom;
using testing::all_of;

namespace {

// Every argument of a slot, by its own name.
Arguments sample_arguments(const PhraseSlot& slot) {
  Arguments arguments;
  for (const std::string& name : slot.arguments) {
    if (name == "count" || name == "kept" || name == "least" || name == "most") {
      arguments.emplace_back(name, 3.0);
    } else {
      arguments.emplace_back(name, "<" + name + ">");
    }
  }
  return arguments;
}

}  // namespace

TEST_CASE("the shipped languages are whole and right") {
  Diagnostics found;
  const LanguagePacks packs = LanguagePacks::shipped(found);
  INFO(all_of(found));
  CHECK(found.sorted().empty());
  REQUIRE(packs.all().size() == 2);
  CHECK(packs.all().front().language == "en");
  CHECK(packs.has("es"));
  CHECK_FALSE(packs.has("fr"));
}

TEST_CASE("every phrase speaks in every shipped language") {
  const LanguagePacks& packs = LanguagePacks::shipped();
  for (const PhraseSlot& slot : phrase_slots()) {
    INFO(slot.id);
    CHECK_FALSE(slot.about.empty());
    const std::string english = packs.say(slot.id, "en", sample_arguments(slot));
    const std::string spanish = packs.say(slot.id, "es", sample_arguments(slot));
    CHECK_FALSE(english.empty());
    CHECK_FALSE(spanish.empty());
    CHECK(english.find('{') == std::string::npos);
    CHECK(spanish.find('{') == std::string::npos);
    CHECK(packs.pack("en")->phrases.at(std::string(slot.id)).size() ==
          packs.pack("es")->phrases.at(std::string(slot.id)).size());
  }
}

TEST_CASE("the wordings of a phrase differ, so that nothing is said twice running") {
  for (const LanguagePack& pack : LanguagePacks::shipped().all()) {
    for (const auto& [id, wordings] : pack.phrases) {
      INFO(pack.language << ": " << id);
      std::set<std::string> patterns;
      for (const Message& wording : wordings) patterns.insert(wording.pattern());
      CHECK(patterns.size() == wordings.size());
    }
  }
  const LanguagePacks& packs = LanguagePacks::shipped();
  CHECK(packs.say("skipped", "en", {}, 0) != packs.say("skipped", "en", {}, 1));
  CHECK(packs.say("skipped", "en", {}, 0) == packs.say("skipped", "en", {}, 3));  // wraps around
}

TEST_CASE("words are written as they are compared") {
  for (const LanguagePack& pack : LanguagePacks::shipped().all()) {
    for (const auto& [list, words] : pack.words) {
      INFO(pack.language << ": " << list);
      CHECK_FALSE(words.empty());
      for (const std::string& word : words) CHECK(folded(word) == word);
    }
  }
}

TEST_CASE("no word means two controls, and none means yes and no") {
  const std::vector<std::string> lists = {"yes",           "no",   "not_sure", "back",
                                          "start_over",    "skip", "repeat",   "person",
                                          "are_you_a_bot", "go_on"};
  // "adelante" answers yes, and goes on after a pause: what was asked tells which.
  const std::set<std::string> either = {"adelante"};
  for (const LanguagePack& pack : LanguagePacks::shipped().all()) {
    std::map<std::string, std::string> meaning;
    for (const std::string& list : lists) {
      for (const std::string& word : pack.words.at(list)) {
        const auto [other, fresh] = meaning.emplace(word, list);
        INFO(pack.language << ": '" << word << "' is in " << other->second << " and in " << list);
        CHECK((fresh || either.count(word) == 1));
      }
    }
  }
}

TEST_CASE("plural forms") {
  const LanguagePacks& packs = LanguagePacks::shipped();
  CHECK(packs.say("age_months", "en", {{"count", 1.0}}) == "1 month");
  CHECK(packs.say("age_months", "en", {{"count", 4.0}}) == "4 months");
  CHECK(packs.say("age_days", "es", {{"count", 1.0}}) == "1 día");
  CHECK(packs.say("age_days", "es", {{"count", 20.0}}) == "20 días");
}

TEST_CASE("an unknown language speaks English") {
  CHECK(LanguagePacks::shipped().say("button_yes", "fr") == "Yes");
}

TEST_CASE("a practice lays its words over the shipped ones") {
  Diagnostics found;
  LanguagePacks packs = LanguagePacks::shipped();
  const Node yaml = parse_yaml("languages/es.yaml",
                               "phrases:\n"
                               "  skipped: \"Va, seguimos.\"\n"
                               "words:\n"
                               "  skip: [Sáltatela, saltar]\n",
                               found);
  const std::size_t before = packs.pack("es")->words.at("skip").size();
  packs.overlay(yaml, "es", found);
  INFO(all_of(found));
  CHECK(found.sorted().empty());
  CHECK(packs.say("skipped", "es", {}, 0) == "Va, seguimos.");
  CHECK(packs.say("skipped", "es", {}, 1) == "Va, seguimos.");
  CHECK(packs.pack("es")->words.at("skip").size() == before + 1);
  CHECK(packs.pack("es")->words.at("skip").back() == "saltatela");
  CHECK(packs.say("going_back", "es") == LanguagePacks::shipped().say("going_back", "es"));
}

TEST_CASE("a language of a practice's own lacks what it lacks") {
  Diagnostics found;
  LanguagePacks packs = LanguagePacks::shipped();
  packs.overlay(parse_yaml("languages/pt.yaml", "phrases:\n  button_yes: Sim\n", found), "pt",
                found);
  REQUIRE(found.sorted().size() == 1);
  const Diagnostic gap = found.sorted().front();
  CHECK(gap.rule == "missing_phrase");
  CHECK(gap.level == Diagnostic::Level::warning);
  CHECK(gap.what.find(std::string(phrase_slots().front().id)) != std::string::npos);
  CHECK(gap.what.find(" more") != std::string::npos);
  CHECK(gap.what.find("button_yes") == std::string::npos);
  CHECK(packs.say("button_yes", "pt") == "Sim");
  CHECK(packs.say("button_no", "pt") == "No");
}

TEST_CASE("mistakes in a language file are told with their places") {
  struct Mistake {
    const char* yaml;
    const char* expected;
  };
  const auto mistake =
      GENERATE(Mistake{"phrases:\n  skiped: ok\n", "languages/en.yaml:2:3: error: "},
               Mistake{"phrases:\n  noted: \"I put {valu}\"\n",
                       "languages/en.yaml:2:10: error: nothing is called {valu} in 'noted'; did "
                       "you mean 'value'?"},
               Mistake{"phrases:\n  noted: \"I put {value\"\n",
                       "languages/en.yaml:2:10: error: at character 7: this { is never closed"},
               Mistake{"words:\n  yess: [yo]\n", "languages/en.yaml:2:3: error: "},
               Mistake{"language: es\n", "languages/en.yaml:1:11: error: this file is for 'en'"});
  Diagnostics found;
  LanguagePacks packs = LanguagePacks::shipped();
  packs.overlay(parse_yaml("languages/en.yaml", mistake.yaml, found), "en", found);
  INFO(all_of(found));
  REQUIRE(found.has_errors());
  CHECK(to_text(found.sorted().front()).find(mistake.expected) == 0);
  CHECK(found.sorted().size() == 1);
}
