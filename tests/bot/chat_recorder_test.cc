// A chat that was recorded is a conversation test that holds.
#include "bot/chat_recorder.h"

#include "bot/conversation_test.h"
#include "tests/bot/bot_support.h"

namespace anteroom::bot {
namespace {

struct Said {
  Talk::Body body;
  Duration after = std::chrono::milliseconds(4'321);
};

std::string record(const std::vector<Said>& all, const std::string& language = "") {
  Talk talk(practice_of(kLakeside), Channel::web, language);
  ChatRecorder recorder(language);
  Moment now = at(0) + std::chrono::milliseconds(789);
  for (const Said& said : all) {
    now += said.after;
    const auto turn = talk.take(said.body, now);
    REQUIRE(turn);
    recorder.add(talk.last_inbound(), *turn);
  }
  return recorder.yaml();
}

void check_plays(const std::string& yaml, std::size_t turns) {
  INFO(yaml);
  Diagnostics found;
  const auto tests = read_conversation_tests({{"conversations/recorded.yaml", yaml}},
                                             practice_of(kLakeside).get(), found);
  for (const Diagnostic& one : found.sorted()) FAIL_CHECK(to_text(one));
  REQUIRE(tests.size() == 1);
  CHECK(tests[0].turns.size() == turns);
  for (const Mismatch& row : play(tests[0], practice_of(kLakeside)))
    FAIL_CHECK("line " << row.place.line << ": expected " << row.expected << "; came " << row.came);
}

}  // namespace

TEST_CASE("a whole way to a handoff plays as it was recorded") {
  const std::string yaml = record({{Opened{}},
                                   {Text{"my knee hurts, oakland please"}},
                                   {Chosen{"self"}},
                                   {Text{"I'm new"}},
                                   {PageEvent{"page_view", "consult", "/consult"}},
                                   {Chosen{"today"}},
                                   {Text{"blue shield"}},
                                   {Text{"Maria \"Mary\" Lopez"}},
                                   {Text{"510-555-0142"}},
                                   {Text{"yes"}}});
  check_plays(yaml, 10);
  CHECK(yaml.find("handoff: {queue: scheduling, tier: high}") != std::string::npos);
  CHECK(yaml.find("chooses: \"today\"") != std::string::npos);
}

TEST_CASE("days between turns, red flags, lists and odd words play as they were recorded") {
  using namespace std::chrono_literals;
  check_plays(record({{Text{"me duele la rodilla: \xF0\x9F\xA6\xB5 \"mucho\" # y {más}"}},
                      {Text{"line\none\ttwo \x7F \\"}},
                      {Text{"tuesday or thursday next week, in the morning"}, 72h},
                      {Tick{}, 26h},
                      {Text{"I have crushing chest pain"}},
                      {Text{"this is not an emergency, go on"}, 20s},
                      {Text{""}}},
                     "es"),
              7);
}

TEST_CASE("a fact that is parked or in doubt is not expected to be known") {
  const std::string yaml = record({{Text{"an mri in oakland, I have a referral, for me"}},
                                   {Text{"actually physical therapy in berkeley"}},
                                   {Text{"actually the dentist"}},
                                   {Chosen{"@person"}},
                                   {Text{"he is 7 years old and speaks spanish"}}});
  check_plays(yaml, 5);
}

}  // namespace anteroom::bot
