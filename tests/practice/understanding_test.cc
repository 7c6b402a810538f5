// understanding.yaml: what is read, and every mistake and doubt with its place.
#include "practice/understanding.h"

#include <catch2/catch.hpp>
#include <optional>

#include "practice_fixture.h"

using namespace anteroom;
using namespace anteroom::testing;

namespace {

struct Read {
  Understanding understanding;
  std::vector<std::string> told;
};

Read read(const std::optional<std::string>& bytes, const PracticeFiles& files = {}) {
  Diagnostics found;
  const Node practice_yaml = read_yaml("tests/practice/small/practice.yaml", found);
  const Node fields_yaml = read_yaml("tests/practice/small/fields.yaml", found);
  const LanguagePacks& packs = LanguagePacks::shipped();
  LocalTextReader texts(practice_yaml["languages"].texts(), found, text_arguments(fields_yaml));
  const Profile profile = read_profile(practice_yaml, packs, texts, found);
  const Dictionary dictionary = read_dictionary(fields_yaml, profile, packs, texts, found);
  const Node yaml = bytes ? parse_yaml("understanding.yaml", *bytes, found) : Node();
  Read result{read_understanding(yaml, files, profile, dictionary, texts, found), {}};
  lint(result.understanding, profile, found);
  for (const Diagnostic& one : found.sorted()) {
    if (one.place.file.starts_with("tests/")) continue;
    result.told.push_back(to_text(one));
  }
  return result;
}

// Each report begins like this, and there is no other.
void check_told(const Read& result, const std::vector<std::string>& expected) {
  std::string all;
  for (const std::string& told : result.told) all += told + "\n";
  INFO("told:\n" << all);
  REQUIRE(result.told.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i)
    CHECK_THAT(result.told[i], Catch::StartsWith(expected[i]));
}

void check_told(const std::string& bytes, const std::vector<std::string>& expected) {
  INFO(bytes);
  check_told(read(bytes), expected);
}

}  // namespace

TEST_CASE("without the file there is nothing, and the bands are the usual ones") {
  const Read result = read(std::nullopt);
  CHECK(result.told.empty());
  CHECK(result.understanding.answers.empty());
  CHECK(result.understanding.bands.act == 0.75);
  CHECK(result.understanding.bands.ask == 0.40);
}

TEST_CASE("topics, answers, signs, bands and labelled messages are read") {
  const Read result = read(
      "topics:\n  pricing:\n    examples: {en: [what would that be], es: [y cuanto]}\n"
      "answers:\n  lunch:\n    words: {en: [lunch break], es: [almuerzo]}\n"
      "    text: {en: At noon., es: A mediodía.}\n  hours: {about: hours, topic: location_hours}\n"
      "red_flags:\n  patterns: {head: [\"\\\\bfell hard\\\\b\"]}\n"
      "  examples: {head: {en: [he fell hard]}}\nbands: {act: 0.8, ask: 0.3}\n",
      {{"examples/labelled.jsonl",
        "{\"text\":\"is it dear\",\"label\":\"pricing\",\"language\":\"en\"}\n\n"}});
  for (const std::string& told : result.told) FAIL_CHECK(told);
  const Understanding& read_all = result.understanding;
  REQUIRE(read_all.examples.size() == 3);
  CHECK(read_all.examples[1].language == "es");
  CHECK(read_all.examples[2].text == "is it dear");
  CHECK(read_all.examples[2].place.file == "examples/labelled.jsonl");
  REQUIRE(read_all.answers.size() == 2);
  CHECK(read_all.answers[0].id == "lunch");
  CHECK(read_all.answers[1].about == About::hours);
  CHECK(read_all.red_flag_patterns.size() == 1);
  CHECK(read_all.red_flag_examples.size() == 1);
  CHECK(read_all.bands.act == 0.8);
}

TEST_CASE("mistakes in understanding.yaml are told with their places") {
  check_told("topics:\n  permit: {examples: {en: [a]}}\n",
             {"understanding.yaml:2:3: error: 'permit' is a topic of your own and needs a label",
              "understanding.yaml:2:3: warning: 'permit' has 0 examples in es",
              "understanding.yaml:2:3: warning: 'permit' has 1 example in en"});
  check_told("topics:\n  emergency: {label: help}\n",
             {"understanding.yaml:2:3: error: 'emergency' is not learned from examples"});
  check_told("topics:\n  pricing: {examples: {fr: [combien]}}\n",
             {"understanding.yaml:2:24: error: 'fr' is not a language of this practice"});
  check_told("answers:\n  lunch: {text: At noon.}\n",
             {"understanding.yaml:2:3: error: nothing leads to 'lunch'"});
  check_told("answers:\n  lunch: {words: lunch}\n",
             {"understanding.yaml:2:3: error: 'lunch' needs a text"});
  check_told("answers:\n  lunch: {topic: prices, text: x}\n",
             {"understanding.yaml:2:18: error: there is no topic 'prices'"});
  check_told("answers:\n  lunch: {about: lunch}\n",
             {"understanding.yaml:2:18: error: 'about' is 'lunch', which is none of"});
  check_told("answers:\n  lunch: {about: hours, when: {servce: x}}\n",
             {"understanding.yaml:2:32: error: there is no field 'servce' in fields.yaml"});
  check_told("bands: {act: 0.3, ask: 0.6}\n",
             {"understanding.yaml:1:8: error: 'ask' is above 'act'"});
  check_told("red_flags: {patterns: {head: [\"(\"]}}\n",
             {"understanding.yaml:1:31: error: this is not a pattern"});
}

TEST_CASE("a mistake is told once, and not as another one") {
  check_told("",
             {"understanding.yaml:1:1: error: expected a map of key: value here, found nothing"});
  check_told("answers:\n  lunch: {topic: , text: x}\n",
             {"understanding.yaml:2:18: error: expected a text like new_visit here for 'topic'"});
  check_told("answers:\n  lunch: {topic: \"\", text: x}\n",
             {"understanding.yaml:2:18: error: 'topic' is ''"});
  check_told("answers:\n  lunch: {about: hour, topic: location_hours}\n",
             {"understanding.yaml:2:18: error: 'about' is 'hour', which is none of"});
  check_told("answers:\n  one: {words: lunch, text: a}\n  two: {text: b}\n",
             {"understanding.yaml:3:3: error: nothing leads to 'two'"});
}

TEST_CASE("a labelled message that is none is told by its line") {
  const Read result = read(std::nullopt, {{"examples/a.jsonl",
                                           "{\"text\":\"hi\",\"label\":\"off_topic\"}\nnonsense\n"
                                           "{\"text\":\"x\",\"label\":\"prices\"}\n"}});
  check_told(result, {"examples/a.jsonl:2:1: error: expected {\"text\"",
                      "examples/a.jsonl:3:1: error: there is no topic 'prices'"});
}

TEST_CASE("the lint warns of one message with two labels, small topics, answers never given") {
  check_told(
      "topics:\n  pricing: {examples: {en: [how much would an mri be]}}\n"
      "  complaint: {examples: {en: [\"how much would an mri be?\"]}}\n",
      {"understanding.yaml:3:31: warning: nearly the same message is an example of 'pricing'"});
  check_told("topics:\n  permit: {label: a permit, examples: {en: [a permit please]}}\n",
             {"understanding.yaml:2:3: warning: 'permit' has 0 examples in es",
              "understanding.yaml:2:3: warning: 'permit' has 1 example in en"});
  check_told("answers:\n  one: {words: lunch, text: a}\n  two: {words: lunch, text: b}\n",
             {"understanding.yaml:3:3: warning: all words of this answer (en) lead to 'one'",
              "understanding.yaml:3:3: warning: all words of this answer (es) lead to 'one'"});
  check_told("answers:\n  one: {topic: pricing, text: a}\n  two: {topic: pricing, text: b}\n",
             {"understanding.yaml:3:3: warning: another answer is given for 'pricing'"});
  check_told("answers: {prices: {about: price}}\n",
             {"understanding.yaml:1:11: warning: nothing in practice.yaml says the price"});
}
