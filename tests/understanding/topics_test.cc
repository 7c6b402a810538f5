// What a text is about: the topic, what its confidence allows, and further topics of one message.
#include <algorithm>

#include <catch2/catch.hpp>

#include "base/text.h"
#include "bot/understanding/red_flag_model.h"
#include "bot/understanding/shipped_examples.h"
#include "bot/understanding/topics.h"
#include "clinic.h"

namespace anteroom::testing {
namespace {

using namespace understanding;

const LanguageModels& models(std::string_view language) {
  const LanguageModels* found = clinic().reader->models().for_text(language, "en");
  REQUIRE(found);
  REQUIRE(found->language == language);
  return *found;
}

bool is_about(const Reading& reading, const std::string& topic) {
  return std::find(reading.topics.begin(), reading.topics.end(), topic) != reading.topics.end();
}

std::vector<std::string> clauses(const std::string& text) {
  std::vector<std::string> all;
  for (const std::string_view clause : clauses_of(text)) all.emplace_back(trimmed(clause));
  return all;
}

}  // namespace

TEST_CASE("a plain wish has its topic, in both languages") {
  struct Row {
    const char* text;
    const char* topic;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"I need to make an appointment with a doctor next week", "scheduling"},
           {"can you refill my blood pressure medication", "rx_refill"},
           {"how much does a visit cost without insurance", "pricing"},
           {"do you accept blue shield insurance", "billing_insurance"},
           {"are my lab results back yet", "test_results"},
           {"what time do you open on saturday", "location_hours"},
           {"I need a referral to see a cardiologist", "referral_request"},
           {"tell me a joke about pizza", "off_topic"},
           {"quiero hacer una cita con el doctor para la próxima semana", "scheduling"},
           {"necesito que me resurtan mi medicina de la presión", "rx_refill"},
           {"¿cuánto cuesta una consulta sin seguro?", "pricing"},
           {"¿ya están los resultados de mis análisis?", "test_results"}}) {
    const Reading reading = read(row.text);
    INFO(row.text << " -> " << reading.topic.value_or("none") << " " << reading.confidence);
    CHECK(reading.topic == std::string(row.topic));
    CHECK(reading.band == TopicBand::act);
    CHECK(reading.confidence >= 0.75);
    CHECK(reading.confidence <= 1.0);
  }
}

TEST_CASE("the best three are told, best first, without what is out of scope") {
  const Reading reading = read("how much is the copay for a visit");
  REQUIRE(reading.candidates.size() == 3);
  CHECK(reading.candidates[0].confidence >= reading.candidates[1].confidence);
  CHECK(reading.candidates[1].confidence >= reading.candidates[2].confidence);
  for (const TopicGuess& guess : read("lol ok thanks").candidates)
    CHECK(guess.topic != "off_topic");
}

TEST_CASE("nothing to read has no topic") {
  for (const char* text : {"", "   ", "\n"}) {
    const Reading reading = read(text);
    CHECK_FALSE(reading.topic);
    CHECK(reading.band == TopicBand::none);
    CHECK(reading.candidates.empty());
  }
}

TEST_CASE("gibberish is not acted on as a topic") {
  for (const char* text : {"asdf qwer zxcv", "xx", "12 34", "¿¿??"}) {
    const Reading reading = read(text);
    INFO(text << " -> " << reading.topic.value_or("none") << " " << reading.confidence);
    CHECK((reading.topic == "off_topic" || reading.band != TopicBand::act));
    CHECK(reading.topics.empty());
  }
}

TEST_CASE("what detectors and controls find is certain, and stands first") {
  const Reading emergency = read("crushing chest pain and i cant breathe");
  CHECK(emergency.topic == "emergency");
  CHECK(emergency.confidence == 1.0);
  CHECK(emergency.topics.front() == "emergency");
  CHECK(read("STOP").topic == "opt_out");
  const Reading person = read("can i talk to a real person");
  CHECK(person.topic == "human");
  CHECK(person.band == TopicBand::act);
}

TEST_CASE("several wishes in one message are all heard, each once") {
  const Reading reading =
      read("I need to refill my blood pressure medication. Also how much does a visit cost?");
  CHECK(is_about(reading, "rx_refill"));
  CHECK(is_about(reading, "pricing"));
  CHECK(reading.topics.size() == 2);
  const Reading one =
      read("i need an appointment, i want an appointment and i need an appointment");
  CHECK(one.topics == std::vector<std::string>{"scheduling"});
}

TEST_CASE("clauses") {
  using List = std::vector<std::string>;
  CHECK(clauses("one thing") == List{"one thing"});
  CHECK(clauses("refill my pills and how much is it") ==
        List{"refill my pills", "and how much is it"});
  CHECK(clauses("salt and pepper") == List{"salt and pepper"});
  CHECK(clauses("it hurts. can i come in? thanks a lot") ==
        List{"it hurts.", "can i come in?", "thanks a lot"});
  CHECK(clauses("").empty());
}

TEST_CASE("the weights that decide are told by name") {
  const Why because = why(models("en"), "refill my prescription please");
  CHECK(because.topic == "rx_refill");
  CHECK_FALSE(because.against.empty());
  REQUIRE_FALSE(because.weights.empty());
  CHECK(because.weights.size() <= 12);
  CHECK(because.weights.front().weight > 0);
  CHECK(std::any_of(because.weights.begin(), because.weights.end(), [](const auto& one) {
    return one.feature.find("refil") != std::string::npos;
  }));
}

bool sounds_like_emergency(const char* language, std::string_view text) {
  static const RedFlags kRules;
  const std::string plain = folded(text);
  return RedFlagModel(models(language)).emergency(plain, kRules.find(plain).hints) != nullptr;
}

TEST_CASE("the second detector catches what it learned to, and names a group") {
  for (const char* language : {"en", "es"}) {
    const RedFlagModel model(models(language));
    CHECK(model.figures().recall >= 0.96);
    CHECK(model.figures().hard_false_alarms <= 0.105);
    int flags = 0, caught = 0;
    for (const auto& example : red_flag_examples(language)) {
      if (example.label != "none") ++flags, caught += sounds_like_emergency(language, example.text);
    }
    CHECK(flags > 10'000);
    CHECK(caught > flags * 3 / 4);
  }
  const std::string* group =
      RedFlagModel(models("en")).emergency("my toddler drank bleach from under the sink", {});
  REQUIRE(group);
  CHECK(*group == "poison");
  for (const char* answer : {"myself", "my knee", "yes please", "me", "mi hija"})
    CHECK_FALSE(sounds_like_emergency("en", answer));
  CHECK_FALSE(sounds_like_emergency("en", "what time do you open on monday"));
}

TEST_CASE("every shipped example has a known label, and every text is in one language's file") {
  for (const std::string& language : shipped_languages()) {
    CHECK(topic_examples(language).size() >= 6000);
    for (const auto& example : topic_examples(language)) {
      INFO(example.text);
      CHECK(is_base_topic(example.label));
      CHECK(example.label != "emergency");
    }
    for (const auto& example : red_flag_examples(language)) {
      INFO(example.text);
      CHECK((example.label == "none" || RedFlags::is_group(example.label)));
    }
  }
}

TEST_CASE("a practice's own topic is learned beside the shipped ones") {
  Understanding own;
  for (const char* text :
       {"do you have parking for my camel", "can my camel come along", "camel friendly clinic?",
        "where do i leave the camel", "my camel needs water", "camel stable on site",
        "is there a camel rack", "tie up my camel", "may i bring a camel", "camels allowed"})
    own.examples.push_back({text, "camels", "en", {}});
  const Reader reader(clinic().profile, clinic().dictionary, clinic().packs, own);
  const Asked nothing("");
  const Reading reading =
      reader.read("is there a place for my camel", nothing.expectation(), kMonday);
  CHECK(reading.topic == "camels");
  CHECK(reader.read("refill my medication please", nothing.expectation(), kMonday).topic ==
        "rx_refill");
  CHECK(losses(clinic().reader->models(), reader.models()).empty());
}

TEST_CASE("examples that spoil the models are told") {
  Understanding bad;
  for (const auto& example : topic_examples("en"))
    bad.examples.push_back({example.text, "billing_insurance", "en", {}});
  const Reader reader(clinic().profile, clinic().dictionary, clinic().packs, bad);
  CHECK_FALSE(losses(clinic().reader->models(), reader.models()).empty());
}

TEST_CASE("bands are the practice's") {
  Understanding strict;
  strict.bands = {0.9999, 0.9998};
  const Reader reader(clinic().profile, clinic().dictionary, clinic().packs, strict);
  const Asked nothing("");
  const Reading reading =
      reader.read("my kid has a rash can someone look at it", nothing.expectation(), kMonday);
  CHECK(reading.band == TopicBand::fall_back);
  CHECK(reading.topics.empty());
}

}  // namespace anteroom::testing
