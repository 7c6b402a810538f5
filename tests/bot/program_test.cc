// The program by its command line: what it prints, and how it ends (0 fine, 1 found problems, 2
// wrong usage).
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/bot/bot_support.h"
#include "tests/support/program.h"

namespace anteroom::bot {
namespace {

using nlohmann::json;
using testing::Program;
using testing::Ran;
using testing::TemporaryFolder;

Ran anteroom(std::vector<std::string> arguments, const std::string& input = {},
             const testing::Environment& environment = {}) {
  arguments.insert(arguments.begin(), ANTEROOM_PROGRAM);
  return testing::run(std::move(arguments), input, environment);
}

std::vector<json> json_lines(const std::string& text) {
  std::vector<json> all;
  for (const std::string& line : testing::lines_of(text)) {
    INFO(line);
    all.push_back(json::parse(line, nullptr, false));
    REQUIRE(all.back().is_object());
  }
  return all;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// A copy of the small practice, to be changed.
std::string copy_of_small(const TemporaryFolder& folder) {
  for (const auto& [file, bytes] : files_of(kSmall)) folder.write(file, bytes);
  return folder.path();
}

using Mistake = std::tuple<std::string, int, std::string>;  // file, line, rule

std::set<Mistake> planted_in(const PracticeFiles& files) {
  const std::string mark = "# expect: ";
  std::set<Mistake> planted;
  for (const auto& [file, text] : files) {
    int number = 0;
    for (const std::string& line : testing::lines_of(text)) {
      ++number;
      const std::size_t at = line.find(mark);
      if (at == std::string::npos) continue;
      std::istringstream rules(line.substr(at + mark.size()));
      for (std::string rule; std::getline(rules >> std::ws, rule, ',');)
        planted.emplace(file, at == 0 ? 0 : number, rule);  // 0: somewhere in the file
    }
  }
  return planted;
}

std::string in_words(const std::set<Mistake>& mistakes) {
  std::string all;
  for (const auto& [file, line, rule] : mistakes)
    all += file + ":" + std::to_string(line) + ": " + rule + "\n";
  return all;
}

}  // namespace

TEST_CASE("exit codes: 0 fine, 1 found problems, 2 wrong usage") {
  CHECK(anteroom({"--version"}).exit_code == 0);
  CHECK(anteroom({"--help"}).exit_code == 0);
  CHECK(anteroom({"check", kLakeside}).exit_code == 0);
  CHECK(anteroom({"check", "tests/flows/planted"}).exit_code == 1);
  CHECK(anteroom({"check", "no/such/folder"}).exit_code == 1);
  for (const std::vector<std::string>& wrong :
       {std::vector<std::string>{},
        {"chek", kLakeside},
        {"check"},
        {"check", kLakeside, "--jsn"},
        {"chat", kLakeside, "--channel", "fax"},
        {"chat", kLakeside, "--language", "fr"},
        {"chat", kLakeside, "--now", "noon"},
        {"serve", kLakeside, "--listen", "8080"},
        {"serve", kLakeside, "--listen", "127.0.0.1:99999"}}) {
    const Ran ran = anteroom(wrong);
    INFO(ran.errors);
    CHECK(ran.exit_code == 2);
    CHECK_FALSE(ran.errors.empty());
  }
  for (const char* command : {"chat", "test", "understand", "serve"}) {
    const Ran ran = anteroom({command, "tests/flows/planted"});
    INFO(command);
    CHECK(ran.exit_code == 1);
    CHECK(has(ran.errors, "flows/new_visit.yaml:"));
    CHECK(ran.output.empty());
  }
}

TEST_CASE("check reports every planted mistake at its line, and no other") {
  const Ran ran = anteroom({"check", "tests/flows/planted", "--json"});
  std::set<Mistake> planted = planted_in(files_of("tests/flows/planted"));
  CHECK(planted.size() > 80);
  std::set<Mistake> unplanned;
  for (const json& row : json_lines(ran.output)) {
    const std::string file = row["file"], rule = row["rule"];
    CHECK(row["column"].get<int>() >= 1);
    CHECK((row["level"] == "error" || row["level"] == "warning"));
    CHECK_FALSE(row["what"].get<std::string>().empty());
    if (!planted.erase({file, row["line"], rule}) && !planted.erase({file, 0, rule}))
      unplanned.emplace(file, row["line"].get<int>(), rule);
  }
  CHECK("not found:\n" + in_words(planted) == "not found:\n");
  CHECK("not planted:\n" + in_words(unplanned) == "not planted:\n");
}

TEST_CASE("check in words: file, line, column, what, and a verdict") {
  const Ran right = anteroom({"check", kLakeside});
  CHECK(right.output == "Everything is right.\n");
  const TemporaryFolder folder;
  const std::string path = copy_of_small(folder);
  folder.write("flows/other.yaml", "flow: other\nlabel: Other\nitems:\n  - ask: servise\n");
  const Ran wrong = anteroom({"check", path});
  CHECK(wrong.exit_code == 1);
  CHECK(has(wrong.output, "flows/other.yaml:4:10: error: "));
  CHECK(has(wrong.output, "did you mean 'service'?"));
  CHECK(has(wrong.output, "1 error"));
}

TEST_CASE("understand: one reading a line, in order, at once") {
  Program program({ANTEROOM_PROGRAM, "understand", kLakeside});
  program.write("my knee hurts, oakland please, call 510-555-0142\n");
  const json first = json::parse(program.line());  // before the next is written
  CHECK(first["slots"]["service"]["value"] == "orthopedics");
  CHECK(first["slots"]["location"]["value"] == "oakland");
  CHECK(first["slots"]["phone"]["value"] == "+15105550142");
  CHECK(first["slots"]["phone"]["text"] == "510-555-0142");
  CHECK(first["slots"]["phone"]["confidence"].is_number());
  for (const char* key :
       {"topic", "confidence", "topics", "language", "red_flag", "red_flag_group", "slots"}) {
    INFO(key);
    CHECK(first.contains(key));
  }
  program.write("{\"text\": \"I have crushing chest pain\", \"label\": \"x\"}\n");
  CHECK(json::parse(program.line())["red_flag"] == true);
  program.write("\n{not json\n\xFF\xFE bytes\n");
  for (int i = 0; i < 3; ++i) CHECK(json::parse(program.line())["red_flag"] == false);
  CHECK(program.exit_code() == 0);
}

TEST_CASE("understand in another language") {
  const Ran ran = anteroom({"understand", kLakeside, "--language", "es"}, "me duele la rodilla\n");
  CHECK(json_lines(ran.output).at(0)["slots"]["service"]["value"] == "orthopedics");
}

TEST_CASE("test says what did not come as expected, and where") {
  const TemporaryFolder folder;
  const std::string path = copy_of_small(folder);
  const std::string head = "about: A.\nat: 2026-11-23T10:00:00-08:00\nturns:\n";
  folder.write("conversations/right.yaml",
               "conversation: right\n" + head + "  - says: an mri\n    asks: urgency\n");
  CHECK(anteroom({"test", path}).exit_code == 0);
  folder.write("conversations/wrong.yaml",
               "conversation: wrong\n" + head + "  - says: an mri\n    asks: phone\n");
  const Ran ran = anteroom({"test", path});
  CHECK(ran.exit_code == 1);
  CHECK(has(ran.output, "conversations/wrong.yaml:6:11: expected phone; came urgency"));
  CHECK(has(ran.output, "2 conversations played, 1 failed."));
  CHECK(anteroom({"test", path, "rig"}).exit_code == 0);
  CHECK(anteroom({"test", path, "nothing_like_it"}).exit_code == 1);

  const auto rows = json_lines(anteroom({"test", path, "--json"}).output);
  REQUIRE(rows.size() == 2);
  CHECK(rows[0] ==
        json{{"conversation", "right"}, {"passed", true}, {"mismatches", json::array()}});
  CHECK(rows[1]["mismatches"][0] ==
        json{{"at", "conversations/wrong.yaml:6:11"}, {"expected", "phone"}, {"came", "urgency"}});
  CHECK(has(anteroom({"test", path, "--coverage"}).output, "items reached"));

  folder.write("conversations/broken.yaml",
               "conversation: broken\n" + head + "  - says: hi\n    asked: phone\n");
  const Ran broken = anteroom({"test", path});
  CHECK(broken.exit_code == 1);
  CHECK(has(broken.errors, "conversations/broken.yaml:6:5: error: "));
}

TEST_CASE("test --update writes what came, and leaves the rest as it was") {
  const TemporaryFolder folder;
  const std::string path = copy_of_small(folder);
  const std::string name = "conversations/one.yaml";
  const auto text = [](const std::string& service, const std::string& asks,
                       const std::string& phone, const std::string& reply) {
    return "# Kept, as all words are.\nconversation: one\nabout: A.\nat: "
           "2026-11-23T10:00:00-08:00\nturns:\n"
           "  - {says: \"un MRI — résumé\", known: {service: " +
           service + "}, asks: " + asks +
           "}   # and this\n"
           "  - says: today, 510-555-0142\n"
           "    known: {phone: " +
           phone +
           ", urgency: today}\n"
           "    reply: [" +
           reply + "]\n";
  };
  const std::string file =
      folder.write(name, text("dental", "phone", "'+15105550143'", "nothing of the kind"));
  const Ran ran = anteroom({"test", path, "--update"});
  CHECK(has(ran.output, "3 of 4 expectations rewritten."));
  CHECK(testing::read_file(file) ==
        text("\"imaging\"", "urgency", "\"+15105550142\"", "nothing of the kind"));
  const Ran again = anteroom({"test", path});
  CHECK(again.exit_code == 1);
  CHECK(has(again.output, "expected [nothing of the kind]"));
}

TEST_CASE("the conversations of the example practice hold") {
  const Ran ran = anteroom({"test", kLakeside});
  INFO(ran.output);
  CHECK(ran.exit_code == 0);
}

TEST_CASE("leads and handoffs need a store that is there") {
  const TemporaryFolder folder;
  for (const char* command : {"leads", "handoffs"}) {
    const Ran missing = anteroom({command, "--store", "sqlite:" + folder.file("none.db")});
    CHECK(missing.exit_code == 1);
    CHECK(has(missing.errors, "there is no file " + folder.file("none.db")));
    CHECK(missing.output.empty());
    const Ran other = anteroom({command, "--store", "mysql://here"});
    CHECK(other.exit_code == 1);
    CHECK(has(other.errors, "--store: "));
    const std::string file = folder.write("not_a_store.db", std::string(5000, 'x'));
    const Ran broken = anteroom({command, "--store", "sqlite:" + file});
    CHECK(broken.exit_code == 1);
    CHECK_FALSE(broken.errors.empty());
  }
}

namespace {

const std::string kKey(64, 'a');

// Two leads, one of them handed off.
void fill(const std::string& file, const std::string& key) {
  auto store = store::open_store("sqlite:" + file, key);
  REQUIRE(store);
  DeskOf one(**store, practice_of(kSmall));
  REQUIRE(one.take("lead-1", says("a", "an mri today, 510-555-0142")).status ==
          Taken::Status::taken);
  REQUIRE(one.take("lead-1", says("b", "yes", 9)).after->episode.handoff);
  REQUIRE(one.take("lead-2", says("a", "dental care")).status == Taken::Status::taken);
}

}  // namespace

TEST_CASE("leads and handoffs list what a store holds") {
  const TemporaryFolder folder;
  const std::string file = folder.file("store.db");
  fill(file, "");
  const std::vector<std::string> in = {"--store", "sqlite:" + file};
  const auto leads = json_lines(anteroom({"leads", in[0], in[1], "--json"}).output);
  REQUIRE(leads.size() == 2);
  CHECK(leads[0]["lead"] == "lead-1");
  CHECK(leads[0]["tier"] == "high");
  CHECK(leads[0]["facts"]["phone"]["value"] == "+15105550142");
  CHECK(leads[0]["consents"][0]["state"] == "granted");
  CHECK(leads[0]["handoff"].is_string());
  CHECK(leads[1]["asks"] == "phone");
  CHECK(leads[1]["handoff"].is_null());

  const auto handoffs = json_lines(anteroom({"handoffs", in[0], in[1], "--json"}).output);
  REQUIRE(handoffs.size() == 1);
  CHECK(handoffs[0]["id"] == leads[0]["handoff"]);
  CHECK(handoffs[0]["lead"] == "lead-1");
  CHECK(handoffs[0]["queue"] == "front_desk");
  CHECK(handoffs[0]["state"] == "open");
  CHECK(handoffs[0]["due"] == "2026-11-23T18:20:09Z");
  CHECK(handoffs[0]["summary"].is_object());

  CHECK(json_lines(anteroom({"leads", "lead-2", in[0], in[1], "--json"}).output).size() == 1);
  CHECK(has(anteroom({"leads", in[0], in[1]}).output, "lead-1  high"));
  CHECK(has(anteroom({"handoffs", in[0], in[1]}).output,
            "front_desk  tier high  due 2026-11-23T18:20:09Z  (open)"));
  for (const char* command : {"leads", "handoffs"}) {
    const Ran nobody = anteroom({command, "nobody", in[0], in[1]});
    CHECK(nobody.exit_code == 1);
    CHECK(has(nobody.errors, "nobody"));
  }
}

TEST_CASE("$ANTEROOM_STORE_KEY opens a store that was made with it, and no other") {
  const TemporaryFolder folder;
  const std::string file = folder.file("store.db");
  fill(file, kKey);
  const auto leads = [&](const testing::Environment& environment) {
    return anteroom({"leads", "--store", "sqlite:" + file}, {}, environment);
  };
  CHECK(leads({{"ANTEROOM_STORE_KEY", kKey}}).exit_code == 0);
  for (const std::string& key : {std::string(64, 'b'), std::string("short"), std::string()}) {
    const Ran wrong = leads({{"ANTEROOM_STORE_KEY", key}});
    INFO(wrong.errors);
    CHECK(wrong.exit_code == 1);
    CHECK(wrong.output.empty());
    CHECK(has(wrong.errors, "--store: "));
    CHECK(has(wrong.errors, "key"));
    if (!key.empty()) CHECK_FALSE(has(wrong.errors, key));  // a secret is not said
  }
  const Ran serve =
      anteroom({"serve", kSmall, "--listen", "127.0.0.1:0", "--store", "sqlite:" + file}, {},
               {{"ANTEROOM_STORE_KEY", std::string(64, 'b')}});
  CHECK(serve.exit_code == 1);
  CHECK(has(serve.errors, "key"));
}

}  // namespace anteroom::bot
