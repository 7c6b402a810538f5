#include <catch2/catch.hpp>
#include <thread>

#include "practice/message.h"

using namespace anteroom;

namespace {

std::string formatted(const char* pattern, const Arguments& arguments = {},
                      const char* language = "en") {
  const auto message = Message::compile(pattern, language);
  INFO(pattern);
  REQUIRE(message.has_value());
  return message->format(arguments);
}

}  // namespace

TEST_CASE("placeholders are filled in") {
  CHECK(formatted("Hello") == "Hello");
  CHECK(formatted("I put down {value}.", {{"value", "Berkeley"}}) == "I put down Berkeley.");
  CHECK(formatted("{a}{b}{a}", {{"a", "x"}, {"b", "y"}}) == "xyx");
  CHECK(formatted("{n} left", {{"n", 3.0}}) == "3 left");
  CHECK(formatted("{n} miles", {{"n", 2.5}}) == "2.5 miles");
}

TEST_CASE("a missing argument is nothing") {
  CHECK(formatted("Hello {name}!") == "Hello !");
  CHECK(formatted("{kind, select, a {A} other {?}}") == "?");
  CHECK(formatted("{count, plural, one {# day} other {# days}}") == "0 days");
}

TEST_CASE("a value is never read as a placeholder") {
  CHECK(formatted("{a}", {{"a", "{b}"}, {"b", "secret"}}) == "{b}");
  CHECK(formatted("{n, plural, other {# and {a}}}", {{"n", 1.0}, {"a", "{n} # '{'"}}) ==
        "1 and {n} # '{'");
}

TEST_CASE("quotes and braces that are meant") {
  CHECK(formatted("I'm here") == "I'm here");
  CHECK(formatted("We're at {a}", {{"a", "home"}}) == "We're at home");
  CHECK(formatted("a '{' and '}'") == "a { and }");
  CHECK(formatted("a '{x}' {x}", {{"x", "1"}}) == "a {x} 1");
  CHECK(formatted("it''s") == "it's");
  CHECK(formatted("it''s {x}", {{"x", "1"}}) == "it's 1");
}

TEST_CASE("plural and select forms by the language's rules") {
  const char* days = "{count, plural, one {# day} other {# days}}";
  CHECK(formatted(days, {{"count", 1.0}}) == "1 day");
  CHECK(formatted(days, {{"count", 2.0}}) == "2 days");
  CHECK(formatted(days, {{"count", "1"}}) == "1 day");  // a field's value comes as text
  CHECK(formatted("{n, plural, =0 {none} one {one} other {#}}", {{"n", 0.0}}) == "none");
  const char* polish = "{n, plural, one {# plik} few {# pliki} many {# plików} other {# pliku}}";
  CHECK(formatted(polish, {{"n", 3.0}}, "pl") == "3 pliki");
  CHECK(formatted(polish, {{"n", 5.0}}, "pl") == "5 plików");
  CHECK(formatted("{who, select, child {your child} other {you}}", {{"who", "child"}}) ==
        "your child");
}

TEST_CASE("text beyond ASCII") {
  CHECK(formatted("Anoté {value} 👍", {{"value", "niño 👶"}}, "es") == "Anoté niño 👶 👍");
  CHECK(formatted("{n, plural, one {# año} other {# años}}: {a}", {{"n", 2.0}, {"a", "ñ"}}, "es") ==
        "2 años: ñ");
}

TEST_CASE("arguments are listed once, sorted") {
  CHECK(Message::compile("{b} {a} {b}", "en")->arguments() == std::vector<std::string>{"a", "b"});
  CHECK(Message::compile("{n, plural, one {{x}} other {{y}}}", "en")->arguments() ==
        std::vector<std::string>{"n", "x", "y"});
  CHECK(Message::compile("plain", "en")->arguments().empty());
}

TEST_CASE("what is wrong in a pattern is told with its character") {
  struct Mistake {
    const char* pattern;
    const char* expected;
  };
  const auto mistake = GENERATE(
      Mistake{"I put {value", "at character 7: this { is never closed"},
      Mistake{"¿Qué {value", "at character 6: this { is never closed"},
      Mistake{"👍 value}", "at character 8: this } has no { before it"},
      Mistake{"a {} b", "at character 4: "}, Mistake{"a {two words} b", "at character 4: "},
      Mistake{"{0}", "at character 2: a placeholder has a name"},
      Mistake{"{n, plural, one {x}}", "a plural or select needs a form for 'other'"},
      Mistake{"{d, date}", "at character 1: a placeholder can be"},
      Mistake{"{n, choice, 0#none|1#one}", "at character 1: a placeholder can be"});
  const auto message = Message::compile(mistake.pattern, "en");
  INFO(mistake.pattern);
  REQUIRE_FALSE(message.has_value());
  INFO(message.error().what);
  CHECK(message.error().what.find(mistake.expected) != std::string::npos);
}

TEST_CASE("one message may be formatted by several threads") {
  const auto message = Message::compile("{n, plural, one {# day} other {# days}} at {place}", "en");
  REQUIRE(message.has_value());
  std::vector<std::thread> threads;
  std::vector<int> wrong(4, 0);
  for (std::size_t t = 0; t < wrong.size(); ++t) {
    threads.emplace_back([&, t] {
      const std::string expected = std::to_string(t + 2) + " days at Oakland";
      for (int i = 0; i < 200; ++i) {
        wrong[t] +=
            message->format({{"n", static_cast<double>(t + 2)}, {"place", "Oakland"}}) != expected;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == std::vector<int>(4, 0));
}

TEST_CASE("lists are joined as the language does") {
  CHECK(join_list({}, ListKind::all, "en").empty());
  CHECK(join_list({"a"}, ListKind::all, "en") == "a");
  CHECK(join_list({"a", "b"}, ListKind::all, "en") == "a and b");
  CHECK(join_list({"a", "b", "c"}, ListKind::alternatives, "en") == "a, b, or c");
  CHECK(join_list({"Berkeley", "Oakland"}, ListKind::alternatives, "es") == "Berkeley u Oakland");
  CHECK(join_list({"Berkeley", "imágenes"}, ListKind::all, "es") == "Berkeley e imágenes");
}

TEST_CASE("days are said as the language does") {
  const Date day = *parse_date("2026-03-04");
  CHECK(format_date(day, DateStyle::full, "en") == "March 4, 2026");
  CHECK(format_date(day, DateStyle::full, "es") == "4 de marzo de 2026");
  CHECK(format_date(day, DateStyle::short_with_weekday, "en") == "Wed, Mar 4");
}
