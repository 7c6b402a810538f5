// Conversation tests themselves: every kind of expectation can hold and can fail, and what is wrong
// in a test is told at its place. A kind has a file, expectations/KIND.yaml.
#include "bot/expectations.h"

#include <filesystem>
#include <sstream>

#include "bot/coverage.h"
#include "tests/bot/bot_support.h"

namespace anteroom::bot {
namespace {

const std::string kFolder = "tests/bot/expectations/";

std::vector<ConversationTest> read_tests(const std::string& text, Diagnostics& found,
                                         const std::string& practice = kLakeside) {
  return read_conversation_tests({{"conversations/test.yaml", text}}, practice_of(practice).get(),
                                 found);
}

std::vector<ConversationTest> good_tests(const std::string& text,
                                         const std::string& practice = kLakeside) {
  Diagnostics found;
  auto tests = read_tests(text, found, practice);
  for (const Diagnostic& one : found.sorted()) FAIL_CHECK(to_text(one));
  return tests;
}

// The lines of a file that say `# wrong`.
std::set<int> wrong_lines(const std::string& text) {
  std::set<int> lines;
  std::istringstream in(text);
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.find("# wrong") != std::string::npos) lines.insert(number);
  }
  return lines;
}

std::set<std::string> kinds_expected(const std::vector<ConversationTest>& tests) {
  std::set<std::string> kinds;
  const std::vector<Member> members = expectation_members();
  for (const ConversationTest& test : tests)
    for (const TestTurn& step : test.turns)
      for (const Member& member : members)
        if (step.expected[member.name]) kinds.insert(member.name);
  return kinds;
}

std::string conversation(const std::string& turns) {
  return "conversation: one\nabout: A test.\nat: 2026-11-23T10:00:00-08:00\nturns:\n" + turns;
}

}  // namespace

TEST_CASE("every kind of expectation has a file in which it holds and fails") {
  std::set<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(kFolder))
    files.insert(entry.path().stem().string());
  for (const Member& member : expectation_members()) {
    INFO(member.name);
    REQUIRE(files.erase(member.name) == 1);
    const std::string text = testing::read_file(kFolder + member.name + ".yaml");
    const auto tests = good_tests(text);
    CHECK(kinds_expected(tests) == std::set<std::string>{member.name});
    REQUIRE(tests.size() == 2);
    for (const Mismatch& row : play(tests[0], practice_of(kLakeside)))
      FAIL_CHECK("line " << row.place.line << ": expected " << row.expected << "; came "
                         << row.came);
    std::set<int> failed;
    for (const Mismatch& row : play(tests[1], practice_of(kLakeside)))
      failed.insert(row.place.line);
    CHECK(failed == wrong_lines(text));
    CHECK_FALSE(failed.empty());
  }
  CHECK(files.empty());
}

TEST_CASE("time in a conversation: twenty seconds between turns, or as it says") {
  const auto tests = good_tests(conversation("  - says: hi\n"
                                             "  - says: an mri\n"
                                             "  - after: 3d\n    says: today\n"
                                             "  - at: 2026-12-01T09:00:00Z\n    tick: {}\n"),
                                kSmall);
  REQUIRE(tests.size() == 1);
  class Times : public PlayWatcher {
   public:
    std::vector<Moment> at;
    void turn_taken(const turn::Practice&, const turn::Turn&, const Inbound& inbound) override {
      at.push_back(inbound.at);
    }
  } times;
  CHECK(play(tests[0], practice_of(kSmall), &times).empty());
  CHECK(times.at == std::vector<Moment>{at(0), at(20), at(20 + 3 * 86'400),
                                        *parse_moment("2026-12-01T09:00:00Z")});
}

TEST_CASE("what is wrong in a conversation test is told at its place") {
  const std::vector<std::pair<std::string, std::string>> all = {
      {"  - says: hi\n    known: {servise: imaging}\n", "unknown_field"},
      {"  - says: hi\n    unknown: servise\n", "unknown_field"},
      {"  - says: hi\n    unknown: [phone, servise]\n", "unknown_field"},
      {"  - says: hi\n    asks: servise\n", "unknown_field"},
      {"  - says: hi\n    flow: new_visits\n", "unknown_flow"},
      {"  - says: hi\n    tier: hihg\n", "unknown_tier"},
      {"  - says: hi\n    consents: {text_mesages: none}\n", "unknown_consent"},
      {"  - says: hi\n    handoff: schedulling\n", "unknown_queue"},
      {"  - says: hi\n    handoff: {queue: schedulling}\n", "unknown_queue"},
      {"  - says: hi\n    handoff: {tier: hihg}\n", "unknown_tier"},
      {"  - says: hi\n    handoff: {summary: [servise]}\n", "unknown_field"},
      {"  - tick: {}\n    asked: none\n", "unknown_key"},
      {"  - after: 1d\n    asks: none\n", "nothing_happens"},
      {"  - says: hi\n    after: soon\n", "bad_value"},
      {"  - says: hi\n    at: tomorrow\n", "bad_value"},
  };
  for (const auto& [turns, rule] : all) {
    INFO(turns);
    Diagnostics found;
    read_tests(conversation(turns), found);
    REQUIRE(found.sorted().size() == 1);
    CHECK(found.sorted()[0].rule == rule);
    CHECK(found.sorted()[0].place.line >= 5);
    CHECK(found.has_errors());
  }
}

TEST_CASE("coverage counts the items that were reached, and both sides of a condition") {
  const auto practice = practice_of(kSmall);
  Coverage coverage;
  CHECK(coverage.report(*practice).find("0 of 6 items reached, 0 of 2 branches taken.") !=
        std::string::npos);

  const auto play_all = [&](const std::string& turns) {
    for (const ConversationTest& test : good_tests(conversation(turns), kSmall))
      CHECK(play(test, practice, &coverage).empty());
  };
  play_all("  - open: {}\n  - says: dental care\n");
  std::string report = coverage.report(*practice);
  INFO(report);
  CHECK(report.find("flows/visit.yaml:4: say_welcome: reached\n") != std::string::npos);
  CHECK(report.find("(one side NEVER)") != std::string::npos);
  CHECK(report.find("flows/visit.yaml:12: ") != std::string::npos);
  CHECK(report.find("NEVER reached\n") != std::string::npos);
  CHECK(report.find("3 of 6 items reached, 1 of 2 branches taken.") != std::string::npos);

  play_all(
      "  - says: an mri\n  - says: today\n  - says: 510-555-0142\n  - says: \"yes\"\n    handoff: "
      "front_desk\n");
  report = coverage.report(*practice);
  INFO(report);
  CHECK(report.find("NEVER") == std::string::npos);
  CHECK(report.find("6 of 6 items reached, 2 of 2 branches taken.") != std::string::npos);
}

}  // namespace anteroom::bot
