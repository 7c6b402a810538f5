#include <catch2/catch.hpp>

#include "practice/message.h"
#include "practice_fixture.h"

using namespace anteroom;
using namespace anteroom::testing;

namespace {

struct Reading {
  Diagnostics found;
  LocalText text;
};

Reading read(const std::string& yaml, const std::vector<std::string>& arguments = {}) {
  Reading reading;
  const Node node = parse_yaml("practice.yaml", yaml, reading.found);
  LocalTextReader reader({"en", "es"}, reading.found, {"practice"});
  reading.text = reader.read(node["text"], "texts.welcome", arguments);
  return reading;
}

}  // namespace

TEST_CASE("a text in several languages and wordings") {
  const Reading read_text = read("text: {en: [\"Hello {practice}\", \"Hi\"], es: Hola}");
  CHECK(read_text.found.sorted().empty());
  const LocalText& text = read_text.text;
  CHECK(text.format("en", {{"practice", "Lakeside"}}) == "Hello Lakeside");
  CHECK(text.format("en", {}, 1) == "Hi");
  CHECK(text.format("en", {{"practice", "Lakeside"}}, 2) == "Hello Lakeside");
  CHECK(text.format("es") == "Hola");
  CHECK(text.format("fr", {}, 1) == "Hi");  // the first language that has one
  CHECK(text.wordings("en") == 2);
  CHECK(text.wordings("fr") == 0);
  CHECK(text.patterns("en") == std::vector<std::string>{"Hello {practice}", "Hi"});
  CHECK(text.has("es"));
  CHECK_FALSE(text.has("fr"));
}

TEST_CASE("one plain text serves every language") {
  const Reading read_text = read("text: Oakland");
  CHECK(read_text.found.sorted().empty());
  CHECK(read_text.text.format("en") == "Oakland");
  CHECK(read_text.text.format("es") == "Oakland");
}

TEST_CASE("mistakes in a text") {
  struct Mistake {
    const char* yaml;
    const char* expected;
  };
  const auto mistake = GENERATE(
      Mistake{"text: {en: Hello}", "practice.yaml:1:7: warning: this text is missing in: es"},
      Mistake{"text: {en: Hello, es: Hola, fr: Salut}",
              "practice.yaml:1:29: error: 'fr' is not a language of this practice"},
      Mistake{
          "text: {en: \"Hello {practise}\", es: Hola}",
          "practice.yaml:1:12: error: nothing is called {practise} here; did you mean 'practice'?"},
      Mistake{"text: {en: \"Hello {\", es: Hola}", "practice.yaml:1:12: error: at character 7: "});
  const Reading read_text = read(mistake.yaml);
  INFO(all_of(read_text.found));
  REQUIRE(read_text.found.sorted().size() == 1);
  CHECK(to_text(read_text.found.sorted().front()).find(mistake.expected) == 0);
}

TEST_CASE("a text may name what its reader allows") {
  CHECK(read("text: {en: \"{value}\", es: \"{value}\"}", {"value"}).found.sorted().empty());
  CHECK(read("text: {en: \"{value}\", es: \"{value}\"}").found.has_errors());
}

TEST_CASE("a language file lays its texts over the practice's") {
  Diagnostics found;
  LocalTextReader reader({"en", "pt"}, found);
  reader.overlay("pt", parse_yaml("languages/pt.yaml",
                                  "texts.welcome: [Olá, Oi]\ntexts.wellcome: Ops\n", found));
  const Node node = parse_yaml("practice.yaml", "text: {en: Hello}", found);
  const LocalText text = reader.read(node["text"], "texts.welcome");
  CHECK(text.format("pt", {}, 1) == "Oi");
  CHECK(text.format("en") == "Hello");
  CHECK(found.sorted().empty());
  reader.report_unused_overlays();
  REQUIRE(found.sorted().size() == 1);
  CHECK(to_text(found.sorted().front()) ==
        "languages/pt.yaml:2:1: error: no text of this practice has the path 'texts.wellcome'; did "
        "you mean 'texts.welcome'?");
}

TEST_CASE("a file for a language that the practice does not speak is told") {
  Diagnostics found;
  LocalTextReader reader({"en"}, found);
  reader.overlay("pt", parse_yaml("languages/pt.yaml", "texts.welcome: Olá\n", found));
  reader.report_unused_overlays();
  REQUIRE(found.sorted().size() == 1);
  CHECK(found.sorted().front().rule == "unused_language");
}
