// Messages that fell back are found in the store, and become examples of the practice.
#include "bot/labelling.h"

#include "bot/turn_record.h"
#include "tests/bot/bot_support.h"

namespace anteroom::bot {
namespace {

// A store with one case; each text was read as said here.
class Told {
 public:
  Told() : store(*store::open_store("memory:")) { x_case.id = "web-1"; }

  void says(const std::string& text, TopicBand band) {
    Reading reading;
    reading.topic = "off_topic";
    reading.band = band;
    reading.language = "en";
    reading.candidates = {{"pricing", 0.31}, {"scheduling", 0.2}};
    ++x_number;
    const Inbound said = bot::says("i" + std::to_string(x_number), text, x_number);
    const turn::Turn turn = turn::take_turn(*practice_of(kLakeside), x_case, said, &reading);
    const auto done = store::commit_now(*store, record_turn(x_case, turn, said, {}));
    CHECK(done.outcome == store::Outcome::committed);
    x_case = turn.after;
  }

  std::vector<FellBack> listed(const turn::Practice& practice) {
    std::vector<FellBack> all;
    const auto done = each_fell_back(*store, practice, [&](const FellBack& message) {
      all.push_back(message);
      return true;
    });
    CHECK(done.has_value());
    return all;
  }

  std::unique_ptr<store::Store> store;

 private:
  Case x_case;
  int x_number = 0;
};

}  // namespace

TEST_CASE("what fell back is listed once, with its best guesses") {
  Told told;
  told.says("purple monkeys", TopicBand::fall_back);
  told.says("an honest matter", TopicBand::act);
  told.says("Purple monkeys", TopicBand::fall_back);
  told.says("this or that", TopicBand::ask);
  const auto listed = told.listed(*practice_of(kLakeside));
  REQUIRE(listed.size() == 2);
  CHECK(listed[0].id == "web-1/1");
  CHECK(listed[0].text == "purple monkeys");
  CHECK(listed[0].reading.candidates.size() == 2);
  CHECK(listed[1].text == "this or that");
}

TEST_CASE("a label becomes an example, and is not listed any more") {
  Told told;
  told.says("purple monkeys", TopicBand::fall_back);
  const auto message = message_of(*told.store, "web-1/1");
  REQUIRE(message);
  const std::string line = example_line(*message, "pricing");
  CHECK(line == R"({"text":"purple monkeys","label":"pricing","language":"en"})");
  PracticeFiles files = files_of(kLakeside);
  files["examples/labelled.jsonl"] = line + "\n";
  const auto practice = load(files);
  CHECK(practice->understanding.examples.back().label == "pricing");
  CHECK(told.listed(*practice).empty());
}

TEST_CASE("an id that is none is told") {
  Told told;
  told.says("purple monkeys", TopicBand::fall_back);
  for (const char* id :
       {"", "web-1", "web-1/", "web-1/x", "web-1/0", "web-1/7", "web-9/1", "web-1/1x"}) {
    INFO(id);
    const auto message = message_of(*told.store, id);
    CHECK_FALSE(message);
  }
}

}  // namespace anteroom::bot
