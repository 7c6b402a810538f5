// `anteroom chat`: the contract's shape, one answer a line and at once, whatever the line.
#include <nlohmann/json.hpp>

#include "tests/bot/bot_support.h"
#include "tests/support/program.h"

namespace anteroom::bot {
namespace {

using nlohmann::json;
using testing::Program;

const char* const kNow = "2026-11-23T18:00:00Z";

struct Chat : Program {
  explicit Chat(const std::string& practice = kLakeside, std::vector<std::string> more = {"--json"})
      : Program(command(practice, std::move(more))) {}

  json say(const std::string& text) {
    write(text + "\n");
    const std::string answer = line();
    INFO(answer);
    json parsed = json::parse(answer, nullptr, false);
    REQUIRE(parsed.is_object());
    return parsed;
  }

 private:
  static std::vector<std::string> command(const std::string& practice,
                                          std::vector<std::string> more) {
    std::vector<std::string> all = {ANTEROOM_PROGRAM, "chat", practice, "--now", kNow};
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }
};

void check_keys(const json& object, const std::vector<std::string>& keys) {
  for (const std::string& key : keys) {
    INFO(key);
    CHECK(object.contains(key));
  }
}

}  // namespace

TEST_CASE("chat --json answers every line in the contract's shape, before the next is written") {
  Chat chat;
  const json first = chat.say("my knee hurts, oakland please, today");
  check_keys(first, {"replies", "asks", "reading", "facts", "score", "qualification", "consents",
                     "flow", "controls", "effects", "handoff"});
  check_keys(first["reading"],
             {"topic", "confidence", "topics", "language", "red_flag", "red_flag_group", "slots"});
  check_keys(first["reading"]["slots"]["service"], {"value", "text", "confidence"});
  check_keys(first["score"],
             {"total", "fit", "intent", "tier", "certainty", "reasons", "guardrails"});
  check_keys(first["score"]["reasons"].at(0), {"rule", "points", "why"});
  check_keys(first["qualification"], {"decision", "reason"});
  check_keys(first["controls"].at(0), {"id", "label"});
  check_keys(first["effects"].at(0), {"kind", "key"});
  check_keys(first["replies"].at(0), {"text", "choices"});
  check_keys(first["replies"].back()["choices"].at(0), {"id", "label"});
  CHECK(first["facts"]["service"]["value"] == "orthopedics");
  CHECK(first["facts"]["urgency"]["value"] == "today");
  CHECK(first["asks"] == "for_whom");
  CHECK(first["flow"] == "new_visit");
  CHECK(first["consents"] == json::array());
  CHECK(first["handoff"].is_null());
  CHECK(first["reading"]["red_flag"].is_boolean());
  int points = 0;
  for (const json& reason : first["score"]["reasons"]) points += reason["points"].get<int>();
  CHECK(points == first["score"]["total"].get<int>());
}

TEST_CASE("chat --json takes buttons, events and texts, up to a handoff") {
  Chat chat;
  CHECK(chat.say("my knee hurts, oakland please, today")["asks"] == "for_whom");
  CHECK(chat.say(R"({"choice": "self"})")["facts"]["for_whom"]["value"] == "self");
  CHECK(chat.say(R"({"event": {"name": "page_view", "topic": "consult"}})")["replies"] ==
        json::array());
  CHECK(chat.say(R"({"text": "I'm new"})")["facts"]["patient_status"]["value"] == "new");
  CHECK(chat.say("blue shield")["asks"] == "name");
  CHECK(chat.say("Maria Lopez")["asks"] == "phone");
  CHECK(chat.say("510-555-0142")["asks"] == "text_messages");
  const json last = chat.say("yes");
  check_keys(last["consents"].at(0), {"purpose", "channel", "state", "wording", "at"});
  CHECK(last["consents"][0]["state"] == "granted");
  check_keys(last["handoff"], {"queue", "tier", "due", "summary"});
  CHECK(last["handoff"]["queue"] == "scheduling");
  CHECK(last["handoff"]["summary"].is_object());
  CHECK(last["asks"].is_null());
  CHECK(last["score"]["tier"] == "high");
  CHECK(chat.exit_code() == 0);
  CHECK(testing::lines_of(chat.output()).size() == 8);  // nothing beside the answers
  CHECK(chat.errors().empty());
}

TEST_CASE("a line that is no input is answered with an error, and the chat goes on") {
  Chat chat(kSmall);
  CHECK(chat.say("an mri")["asks"] == "urgency");
  for (const char* line : {R"({"text": )", "{", R"({"text": 7})", R"({"choice": null})", "{}",
                           R"({"event": "x"})", R"({"at": "noon"})", R"({"at": 7})",
                           "{\"text\": \"\xFF\"}", R"({"other": "secret words"})"}) {
    INFO(line);
    const json answer = chat.say(line);
    REQUIRE(answer["error"].is_object());
    CHECK(answer["error"]["what"].is_string());
    CHECK(answer.dump().find("secret") == std::string::npos);
    CHECK_FALSE(answer.contains("replies"));
  }
  CHECK(chat.say("today")["asks"] == "phone");  // none of them was an answer
  CHECK(chat.exit_code() == 0);
}

TEST_CASE("an event that is wrong is answered with its place and what would be right") {
  Chat chat(kSmall);
  const std::pair<const char*, const char*> rows[] = {
      {R"({"event": {}})", "event.name"},
      {R"({"event": {"topic": "consult"}})", "event.name"},
      {R"({"event": {"name": 7}})", "event.name"},
      {R"({"event": {"name": ""}})", "event.name"},
      {R"({"event": {"name": null}})", "event.name"},
      {R"({"event": {"name": "page_view", "topic": ["consult"]}})", "event.topic"},
      {R"({"event": {"name": "page_view", "page": 1}})", "event.page"},
  };
  for (const auto& [line, place] : rows) {
    INFO(line);
    const json answer = chat.say(line);
    CHECK(answer["error"]["where"] == place);
    CHECK(answer["error"]["what"].get<std::string>().starts_with("wanted a text"));
  }
  CHECK(chat.say(R"({"event": {"name": "page_view"}})").contains("replies"));
  CHECK(chat.exit_code() == 0);
}

TEST_CASE("odd bytes are text, never an end") {
  Chat chat(kSmall);
  for (const char* line : {"", "   ", "\xFF\xFE", "[1, 2]", "\"quoted\"", "an mri\r", "null"})
    CHECK(chat.say(line).contains("replies"));
  CHECK(chat.say(std::string(20'000, 'x'))["asks"] == "urgency");
  CHECK(chat.exit_code() == 0);
}

TEST_CASE("the clock stands still until it is moved") {
  Chat chat(kSmall);
  CHECK(chat.say("an mri")["facts"]["service"]["at"] == kNow);
  CHECK(chat.say(R"({"at": "2026-11-24T09:00:00-08:00"})")["asks"] == "urgency");
  CHECK(chat.say("today")["facts"]["urgency"]["at"] == "2026-11-24T17:00:00Z");
}

TEST_CASE("chat in plain lines, from the first word to a handoff") {
  Chat chat(kSmall, {});
  chat.write("hi\n");
  CHECK(chat.line() == "I'm Hillside Clinic's automated assistant, not a person.");
  CHECK(chat.line() == "Welcome to Hillside Clinic.");
  CHECK(chat.line() == "What can we help you with?");
  CHECK(chat.line() == "  1) Imaging");
  CHECK(chat.line() == "  2) Dental care");
  for (const char* line : {"1", "today", "510-555-0142", "yes", "{as it is"})
    chat.write(std::string(line) + "\n");
  CHECK(chat.exit_code() == 0);
  INFO(chat.output());
  CHECK(chat.output().find("Which number reaches you?") != std::string::npos);
  CHECK(chat.output().find("Thank you. The front desk will call you.") != std::string::npos);
  CHECK(chat.output().find('{') == std::string::npos);
  CHECK(chat.errors().empty());
}

TEST_CASE("chat by SMS and in Spanish") {
  Chat chat(kLakeside, {"--json", "--channel", "sms", "--language", "es"});
  const json answer = chat.say("hola");
  CHECK(answer["language"] == "es");
  CHECK(answer["replies"].dump().find("asistente") != std::string::npos);
}

TEST_CASE("a recorded chat is a test of the practice that holds") {
  const testing::TemporaryFolder folder;
  for (const auto& [file, bytes] : files_of(kSmall)) folder.write(file, bytes);
  const std::string file = folder.write("conversations/recorded.yaml", "");
  const testing::Ran chat = testing::run({ANTEROOM_PROGRAM, "chat", kSmall, "--record", file},
                                         "hi\nan mri\ntoday\n510-555-0142\nyes\n");
  CHECK(chat.exit_code == 0);
  const testing::Ran played = testing::run({ANTEROOM_PROGRAM, "test", folder.path(), "recorded"});
  INFO(testing::read_file(file) << played.output << played.errors);
  CHECK(played.exit_code == 0);
  CHECK(testing::run(
            {ANTEROOM_PROGRAM, "chat", kSmall, "--record", folder.file("no/such/folder/x.yaml")},
            "hi\n")
            .exit_code == 1);
}

}  // namespace anteroom::bot
