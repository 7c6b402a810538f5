// The log's lines, and that nothing but whitelisted kinds of values gets into one.
#include "bot/log.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/reply.h"

namespace anteroom::bot {
namespace {

using nlohmann::json;

template <class Any>
constexpr bool kCanBeLogged = std::is_constructible_v<log::Value, Any>;

static_assert(kCanBeLogged<int> && kCanBeLogged<std::uint64_t> && kCanBeLogged<bool>);
static_assert(kCanBeLogged<log::Id> && kCanBeLogged<Moment> && kCanBeLogged<EffectKind>);
static_assert(!kCanBeLogged<std::string> && !kCanBeLogged<std::string_view>);
static_assert(!kCanBeLogged<const char*> && !kCanBeLogged<char*>);
static_assert(!std::is_constructible_v<log::Word, std::string>);
static_assert(!std::is_constructible_v<log::Word, std::string_view>);
static_assert(!std::is_convertible_v<std::string, log::Id>);

std::string line(log::Form form, log::Word event, std::initializer_list<log::Field> fields) {
  return log::line_of(form, event, std::span(fields.begin(), fields.size()));
}

}  // namespace

TEST_CASE("a line of the log: an event and its values, for people and for programs") {
  const std::initializer_list<log::Field> fields = {{"turn", log::TurnId{log::Id("c-1"), 7}},
                                                    {"us", 12},
                                                    {"kind", EffectKind::hand_off},
                                                    {"ready", true},
                                                    {"share", 0.5},
                                                    {"at", *parse_moment("2026-11-21T09:00:00Z")}};
  CHECK(line(log::Form::text, "turn", fields) ==
        "turn turn=c-1/7 us=12 kind=hand_off ready=true share=0.5 at=2026-11-21T09:00:00Z");
  CHECK(json::parse("{" + line(log::Form::json, "turn", fields) + "}") ==
        json{{"event", "turn"},
             {"turn", "c-1/7"},
             {"us", 12},
             {"kind", "hand_off"},
             {"ready", true},
             {"share", 0.5},
             {"at", "2026-11-21T09:00:00Z"}});
}

TEST_CASE("an error stands in a line in quotes, whatever is in it") {
  const Error error{"a \"table\"", "line\nbreak \xFF {x}"};
  const json parsed = json::parse("{" + line(log::Form::json, "failed", {{"error", error}}) + "}");
  CHECK(parsed["error"].get<std::string>().starts_with("a \"table\": line\nbreak "));
  const std::string text = line(log::Form::text, "failed", {{"error", error}});
  CHECK(text.find('\n') == std::string::npos);
  Diagnostic mistake;
  mistake.place = {"flows/a.yaml", 3, 7};
  mistake.what = "unknown key";
  CHECK(line(log::Form::text, "practice_mistake", {{"mistake", mistake}}) ==
        "practice_mistake mistake=\"flows/a.yaml:3:7: error: unknown key\"");
}

TEST_CASE("what does not look like an id is not logged") {
  for (const std::string& bad :
       {std::string("two words"), std::string(), std::string("a\nb"), std::string("a=b"),
        std::string("ana@clinic.example"), std::string(65, 'a'), std::string("\xC3\xB1")}) {
    CHECK(log::Id(bad).text() == "?");
    CHECK(log::Word::named(bad).text() == "?");
  }
  CHECK(log::Id("Ab-_.9").text() == "Ab-_.9");
}

TEST_CASE("nothing is written before the log is started") {
  CHECK_FALSE(log::writes(log::Level::error));
  log::write(log::Level::error, "nothing");
  CHECK(log::lines_lost() == 0);
}

}  // namespace anteroom::bot
