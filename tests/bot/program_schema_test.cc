// `anteroom schema`: what editors complete and check by accepts what the program accepts.
#include <sstream>

#include "tests/bot/bot_support.h"
#include "tests/bot/schema_check.h"
#include "tests/support/program.h"

namespace anteroom::bot {
namespace {

using nlohmann::json;

json schema(const std::string& name) {
  const testing::Ran ran = testing::run({ANTEROOM_PROGRAM, "schema", name});
  INFO(ran.errors);
  CHECK(ran.exit_code == 0);
  json parsed = json::parse(ran.output, nullptr, false);
  REQUIRE(parsed.is_object());
  return parsed;
}

// Which schema a practice's file goes by.
std::string kind_of(const std::string& file) {
  const std::size_t slash = file.find('/');
  const std::string name =
      slash == std::string::npos ? file.substr(0, file.find('.')) : file.substr(0, slash);
  return name == "languages" ? "language" : name;
}

std::vector<json> documents_of(const std::string& file, const std::string& text) {
  Diagnostics ignored;
  std::vector<json> all;
  for (const Node& node : parse_yaml_documents(file, text, ignored))
    if (node) all.push_back(json_of_yaml(node));
  return all;
}

const json& cached(const std::string& kind) {
  static std::map<std::string, json> schemas;
  if (!schemas.contains(kind)) schemas[kind] = schema(kind);
  return schemas[kind];
}

std::vector<std::string> misfits_of(const std::string& file, const std::string& text) {
  std::vector<std::string> all;
  for (const json& document : documents_of(file, text))
    for (const std::string& misfit : misfits(cached(kind_of(file)), document))
      all.push_back(misfit);
  return all;
}

// What the shape alone cannot see needs no mistake here: these can be seen.
struct Slip {
  const char* file;
  const char* right;
  const char* wrong;
};
const std::vector<Slip>& slips() {
  static const std::vector<Slip> all = {
      {"practice.yaml", "practice: lakeside", "practise: lakeside"},
      {"practice.yaml", "languages: [en, es]", "languages: {en: yes}"},
      {"practice.yaml", "phone: \"+15105550100\"", "phone: \"call us\""},
      {"fields.yaml", "kind: phone", "kind: telephone"},
      {"flows/new_visit.yaml", "retries: 1", "retrys: 1"},
      {"flows/new_visit.yaml", "expires_after: 14d", "expires_after: two weeks"},
      {"flows/new_visit.yaml", "flow: new_visit", "flow: New Visit"},
      {"scoring.yaml", "action: hand_off", "action: hand_of"},
      {"scoring.yaml", "points: 12", "points: many"},
      {"routing.yaml", "default_queue: front_desk", "default: front_desk"},
      {"conversations/time.yaml", "after: 3d", "after: a while"},
      {"conversations/time.yaml", "- says:", "- say:"},
  };
  return all;
}

}  // namespace

TEST_CASE("every kind of file has a schema, and another name is wrong usage") {
  for (const char* name :
       {"practice", "fields", "flows", "scoring", "routing", "language", "conversations"}) {
    INFO(name);
    const json one = schema(name);
    CHECK(one["$schema"] == "https://json-schema.org/draft/2020-12/schema");
    CHECK(one["title"].is_string());
    CHECK(one["type"] == "object");
  }
  CHECK(testing::run({ANTEROOM_PROGRAM, "schema", "flow"}).exit_code == 2);
  CHECK(testing::run({ANTEROOM_PROGRAM, "schema"}).exit_code == 2);
}

TEST_CASE("the files of a practice that is right fit their schemas") {
  for (const std::string& folder : {kLakeside, kSmall}) {
    for (const auto& [file, text] : files_of(folder)) {
      INFO(folder << "/" << file);
      CHECK_FALSE(documents_of(file, text).empty());
      for (const std::string& misfit : misfits_of(file, text)) FAIL_CHECK(misfit);
    }
  }
}

TEST_CASE("the shipped languages fit their schema") {
  for (const char* language : {"en", "es"}) {
    const std::string text =
        testing::read_file("practice/languages/" + std::string(language) + ".yaml");
    for (const std::string& misfit : misfits_of("languages/en.yaml", text)) FAIL_CHECK(misfit);
  }
}

TEST_CASE("a planted slip does not fit") {
  CHECK_FALSE(misfits_of("languages/en.yaml", "phrases: 7").empty());
  const PracticeFiles files = files_of(kLakeside);
  for (const Slip& slip : slips()) {
    INFO(slip.file << ": " << slip.wrong);
    std::string text = files.at(slip.file);
    const std::size_t place = text.find(slip.right);
    REQUIRE(place != std::string::npos);
    text.replace(place, std::string(slip.right).size(), slip.wrong);
    CHECK_FALSE(misfits_of(slip.file, text).empty());
  }
}

}  // namespace anteroom::bot
