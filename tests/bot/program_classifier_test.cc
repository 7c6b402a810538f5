// `anteroom classifier evaluate` and `anteroom understand --why`, as they are called.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace anteroom::bot {
namespace {

using nlohmann::json;
using testing::Ran;
using testing::TemporaryFolder;

// Texts of three labels in words that recur, `copies` times in other words around them.
std::string labelled(int from, int to, bool with_oos) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"turn on the light in the kitchen", "light"}, {"lights off in the bedroom please", "light"},
      {"play some music by the band", "music"},      {"next song on the playlist", "music"},
      {"set an alarm for seven", "alarm"},           {"wake me up at nine", "alarm"},
      {"what is the capital of france", "oos"},      {"my tooth hurts", "oos"}};
  std::string file;
  for (int i = from; i < to; ++i) {
    for (const auto& [text, label] : rows) {
      if (label == "oos" && !with_oos) continue;
      file += json{{"text", text + " " + std::string(static_cast<std::size_t>(i % 3), '!') +
                                (i % 2 ? " now" : " today") + (i % 5 ? " please" : "")},
                   {"label", label}}
                  .dump() +
              "\n";
    }
  }
  return file;
}

Ran evaluate(std::vector<std::string> more) {
  std::vector<std::string> command{ANTEROOM_PROGRAM, "classifier", "evaluate"};
  command.insert(command.end(), more.begin(), more.end());
  return testing::run(command);
}

bool is_share(const json& value) {
  return value.is_number() && value.get<double>() >= 0 && value.get<double>() <= 1;
}

}  // namespace

TEST_CASE("figures of a classifier, for a machine") {
  const TemporaryFolder folder;
  const std::string train = folder.write("train.jsonl", labelled(0, 10, true));
  const std::string test = folder.write("test.jsonl", labelled(10, 14, true));
  for (const bool with_validation : {false, true}) {
    std::vector<std::string> command{"--train", train, "--test", test, "--json"};
    if (with_validation) command.insert(command.end(), {"--validation", test});
    const Ran ran = evaluate(command);
    INFO(ran.errors);
    REQUIRE(ran.exit_code == 0);
    const json row = json::parse(ran.output);
    for (const char* name : {"in_scope_accuracy", "oos_recall", "oos_precision", "oos_f1"}) {
      INFO(name);
      CHECK(is_share(row.at(name)));
      CHECK(is_share(row.at("at_5_percent_false_rejection").at(name)));
    }
    CHECK(row.at("in_scope_accuracy") > 0.9);
    CHECK(row.at("oos_recall") > 0.9);
    CHECK(is_share(row.at("calibration_error")));
    CHECK(row.at("train_seconds") > 0);
    CHECK(row.at("microseconds_p50") > 0);
    CHECK(row.at("microseconds_p99") >= row.at("microseconds_p50"));
    CHECK(row.at("language") == "en");
  }
}

TEST_CASE("without texts out of scope their figures are null") {
  const TemporaryFolder folder;
  const std::string train = folder.write("train.jsonl", labelled(0, 10, false));
  const std::string test = folder.write("test.jsonl", labelled(10, 12, false));
  const Ran ran = evaluate({"--train", train, "--test", test, "--json"});
  REQUIRE(ran.exit_code == 0);
  const json row = json::parse(ran.output);
  CHECK(row.at("oos_recall").is_null());
  CHECK(row.at("at_5_percent_false_rejection").at("oos_f1").is_null());
  CHECK(row.at("in_scope_accuracy") > 0.9);
}

TEST_CASE("texts out of scope in the test only are rejected by the cut") {
  const TemporaryFolder folder;
  const std::string train = folder.write("train.jsonl", labelled(0, 10, false));
  const std::string test = folder.write("test.jsonl", labelled(10, 12, true));
  const Ran ran = evaluate({"--train", train, "--test", test, "--json"});
  INFO(ran.errors);
  REQUIRE(ran.exit_code == 0);
  CHECK(json::parse(ran.output).at("oos_recall").is_number());
}

TEST_CASE("the same files give the same figures, whatever the order of the rows") {
  const TemporaryFolder folder;
  std::string rows = labelled(0, 8, true);
  std::vector<std::string> lines = testing::lines_of(rows);
  std::reverse(lines.begin(), lines.end());
  std::string turned;
  for (const std::string& line : lines) turned += line + "\n";
  std::vector<json> results;
  for (const std::string& file : {folder.write("a.jsonl", rows), folder.write("b.jsonl", turned)}) {
    json row = json::parse(evaluate({"--train", file, "--json"}).output);
    for (const char* time : {"train_seconds", "microseconds_p50", "microseconds_p99"})
      row.erase(time);
    results.push_back(row);
  }
  CHECK(results[0] == results[1]);
}

TEST_CASE("for people there are labels and confusing pairs, too") {
  const TemporaryFolder folder;
  const std::string train = folder.write("train.jsonl", labelled(0, 10, true));
  const Ran ran = evaluate({"--train", train, "--texts"});
  CHECK(ran.exit_code == 0);
  for (const char* words : {"5 % false rejection", "light", "recall", "calibration error"})
    CHECK(ran.output.find(words) != std::string::npos);
}

TEST_CASE("bad files are told with their place") {
  const TemporaryFolder folder;
  const std::string good = folder.write("train.jsonl", labelled(0, 10, true));
  const auto complains = [&](const std::vector<std::string>& options, const std::string& words) {
    const Ran ran = evaluate(options);
    INFO(ran.errors);
    CHECK(ran.exit_code == 1);
    CHECK(ran.output.empty());
    CHECK(ran.errors.find(words) != std::string::npos);
  };
  complains({"--train", folder.file("none.jsonl")}, "none.jsonl:1:1: error: this cannot be read");
  complains({"--train", folder.path()}, "error: ");
  complains({"--train", folder.write("bad.jsonl", "{\"text\":\"a\"}\n")},
            "bad.jsonl:1:1: error: there is no \"label\"");
  complains({"--train", folder.write("few.jsonl", labelled(0, 1, true))}, "20 to 50000");
  complains({"--train", good, "--test", folder.write("t.jsonl", R"({"text":"a","label":"zebra"})")},
            "t.jsonl:1:1: error: no training text has the label 'zebra'");
  CHECK(evaluate({}).exit_code == 2);
}

TEST_CASE("understand says what weighed most") {
  const Ran ran =
      testing::run({ANTEROOM_PROGRAM, "understand", "--why", "flows/practices/lakeside"},
                   "how much does a visit cost\n");
  INFO(ran.errors);
  REQUIRE(ran.exit_code == 0);
  const json row = json::parse(ran.output);
  CHECK(row.at("topic") == "pricing");
  CHECK(row.at("why").at("topic") == "pricing");
  CHECK(row.at("why").at("weights").size() > 3);
}

}  // namespace anteroom::bot
