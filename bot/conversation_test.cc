#include "bot/conversation_test.h"

#include <set>

#include "bot/expectations.h"

namespace anteroom::bot {
namespace {

constexpr const char* kMoment = R"(\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d))";

ShapePtr event_shape() {
  return object_shape({{"name", text_shape(), true, "page_view, cta_click, ..."},
                       {"topic", text_shape(), false, "What the page is about."},
                       {"page", text_shape(), false, "Its path."}});
}

ShapePtr turn_shape() {
  std::vector<Member> members = {
      {"open", any_shape(), false, "The visitor opens the chat."},
      {"says", text_shape(), false, "What the visitor writes."},
      {"chooses", text_shape(), false, "The id of a button."},
      {"event", event_shape(), false, "Something on the page."},
      {"tick", any_shape(), false, "Time passes and nothing is said."},
      {"after", duration_shape(), false, "So long after the turn before; 20 s else."},
      {"at", matching_shape(kMoment, "2026-11-23T10:00:00-08:00"), false, "At this time."},
  };
  for (const Member& expectation : expectation_members()) members.push_back(expectation);
  return object_shape(members);
}

Talk::Body read_body(const Node& turn, Diagnostics& found) {
  if (turn["says"]) return Text{turn["says"].text()};
  if (turn["chooses"]) return Chosen{turn["chooses"].text()};
  if (turn["event"])
    return PageEvent{turn["event"]["name"].text(), turn["event"]["topic"].text(),
                     turn["event"]["page"].text()};
  if (turn["open"]) return Opened{};
  if (!turn["tick"])
    found.error(turn.place(), "nothing_happens",
                "nothing happens in this turn; write `says:`, `chooses:`, `event:`, `open: {}` or "
                "`tick: {}`");
  return Tick{};
}

TestTurn read_turn(const Node& yaml, const ConversationTest& test, Diagnostics& found) {
  TestTurn turn;
  turn.place = yaml.place();
  turn.body = read_body(yaml, found);
  if (auto* opened = std::get_if<Opened>(&turn.body)) opened->language = test.language;
  turn.after = parse_duration(yaml["after"].text()).value_or(kBetweenTurns);
  if (yaml["at"]) turn.at = parse_moment(yaml["at"].text());
  turn.expected = yaml;
  return turn;
}

ConversationTest read_test(const Node& yaml, Diagnostics& found) {
  ConversationTest test;
  test.place = yaml.place();
  test.id = yaml["conversation"].text();
  test.about = yaml["about"].text();
  test.channel = parse_channel(yaml["channel"].text()).value_or(Channel::web);
  test.language = yaml["language"].text();
  test.at = parse_moment(yaml["at"].text()).value_or(Moment{});
  for (const Node& turn : yaml["turns"].items()) test.turns.push_back(read_turn(turn, test, found));
  return test;
}

}  // namespace

ShapePtr conversation_shape() {
  return object_shape({
      {"conversation", id_shape(), true, "The test's id."},
      {"about", text_shape(), true, "What it shows."},
      {"channel", one_of_shape({"web", "sms"}), false, "web, if not said."},
      {"language", text_shape(), false, "The language the visitor's browser asks for."},
      {"at", matching_shape(kMoment, "2026-11-23T10:00:00-08:00"), true,
       "The time of the first turn."},
      {"turns", list_shape(turn_shape()), true, "What happens, and what must hold after it."},
  });
}

std::vector<ConversationTest> read_conversation_tests(const PracticeFiles& files,
                                                      const turn::Practice* practice,
                                                      Diagnostics& found) {
  std::vector<ConversationTest> tests;
  std::set<std::string> ids;
  const ShapePtr shape = conversation_shape();
  for (const auto& [path, bytes] : files) {
    if (!path.starts_with("conversations/")) continue;
    for (const Node& yaml : parse_yaml_documents(path, bytes, found)) {
      if (yaml.kind() == Node::Kind::null || !check(yaml, *shape, found)) continue;
      tests.push_back(read_test(yaml, found));
      if (!ids.insert(tests.back().id).second) {
        found.error(yaml["conversation"].place(), "duplicate_conversation",
                    "there are two conversations '" + tests.back().id + "'");
      }
      if (practice) check_expectations(tests.back(), *practice, found);
    }
  }
  return tests;
}

std::vector<Mismatch> play(const ConversationTest& test,
                           std::shared_ptr<const turn::Practice> practice, PlayWatcher* watcher) {
  Talk talk(practice, test.channel, test.language);
  std::vector<Mismatch> mismatches;
  Moment at = test.at;
  for (std::size_t i = 0; i < test.turns.size(); ++i) {
    const TestTurn& step = test.turns[i];
    if (step.at)
      at = *step.at;
    else if (i > 0 || step.expected["after"])
      at += step.after;
    const auto turn = talk.take(step.body, at);
    if (!turn) {
      mismatches.push_back({step.place, "a turn", to_text(turn.error()), ""});
      return mismatches;
    }
    if (watcher) watcher->turn_taken(*practice, *turn, talk.last_inbound());
    compare(step, *practice, *turn, mismatches);
  }
  return mismatches;
}

}  // namespace anteroom::bot
