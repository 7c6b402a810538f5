// Reads whole practices: one full of slips, in which each must be found at its line and nothing
// else, and the example, in which there is none. Only what this room can see is looked at here; the
// program's own test reads the same comments.
#include <catch2/catch.hpp>

#include "practice/language_pack.h"
#include "tests/flows/clinic.h"

namespace anteroom::flows {
namespace {

struct Folder {
  std::string path;
  Diagnostics& found;

  Node parse(const std::string& file) const {
    return parse_yaml(file, testing::bytes_of(path + file), found);
  }
  std::vector<std::string> flow_files() const {
    std::vector<std::string> files;
    for (const std::string& file : testing::files_in(path + "flows"))
      files.push_back(file.substr(path.size()));
    return files;
  }
};

// Every field that is named as a key anywhere below.
void find_fields(const Node& node, const Dictionary& dictionary, std::vector<FieldIndex>& fields) {
  for (const Node& item : node.items()) find_fields(item, dictionary, fields);
  for (const auto& [key, value] : node.entries()) {
    if (const auto field = dictionary.find(key.text())) fields.push_back(*field);
    for (const std::string& id :
         key.text() == "known" ? value.texts() : std::vector<std::string>{}) {
      if (const auto field = dictionary.find(id)) fields.push_back(*field);
    }
    find_fields(value, dictionary, fields);
  }
}

std::vector<std::string> keys_of(const Node& map) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : map.entries()) keys.push_back(key.text());
  return keys;
}

void read_folder(const std::string& path, Diagnostics& found) {
  const Folder folder{path, found};
  const Node practice = folder.parse("practice.yaml");
  const Node fields = folder.parse("fields.yaml");
  const Node scoring = folder.parse("scoring.yaml");
  const Node routing = folder.parse("routing.yaml");
  const LanguagePacks& packs = LanguagePacks::shipped();
  LocalTextReader texts(practice["languages"].texts(), found, text_arguments(fields));
  const Profile profile = read_profile(practice, packs, texts, found);
  const Dictionary dictionary = read_dictionary(fields, profile, packs, texts, found);
  Known known{profile, dictionary, keys_of(routing["queues"]), {}, {}};
  for (const Node& tier : scoring["tiers"].items()) known.tiers.push_back(tier["tier"].text());
  find_fields(scoring, dictionary, known.used_elsewhere);
  Flows flows;
  for (const std::string& file : folder.flow_files()) {
    if (const Node flow = folder.parse(file))
      flows.flows.push_back(read_flow(flow, known, texts, found));
  }
  lint(flows, known, found);
}

const std::string kPlanted = "tests/flows/planted/";

// In practice.yaml, fields.yaml and flows/; the default flow is looked up by the program.
std::set<Mistake> planted_here() {
  std::set<Mistake> planted;
  for (const std::string& file : testing::files_in(kPlanted)) {
    const std::string name = file.substr(kPlanted.size());
    if (name != "practice.yaml" && name != "fields.yaml" && !name.starts_with("flows/")) continue;
    for (const auto& [path, line, rule] : expected_mistakes(file)) {
      if (name != "practice.yaml" || rule != "unknown_flow") planted.emplace(name, line, rule);
    }
  }
  return planted;
}

std::string in_words(const Diagnostics& found) {
  std::string all;
  for (const Diagnostic& one : found.sorted()) all += anteroom::to_text(one) + "\n";
  return all;
}

}  // namespace

TEST_CASE("every planted mistake is found at its line, and nothing else is") {
  Diagnostics found;
  read_folder(kPlanted, found);
  const std::set<Mistake> planted = planted_here();
  INFO(in_words(found));
  CHECK(planted.size() >= 20);
  CHECK("not found:\n" + to_text(without(planted, mistakes_in(found))) == "not found:\n");
  CHECK("not planted:\n" + to_text(without(mistakes_in(found), planted)) == "not planted:\n");
}

TEST_CASE("the example practice has no mistakes") {
  Diagnostics found;
  read_folder("flows/practices/lakeside/", found);
  CHECK(in_words(found) == "");
}

}  // namespace anteroom::flows
