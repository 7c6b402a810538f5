#include "tests/scoring/clinic.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

namespace anteroom::testing {
namespace {

void require_no_errors(const Diagnostics& found) {
  INFO(all_of(found));
  REQUIRE_FALSE(found.has_errors());
}

std::string mistake(int line, int column, const std::string& rule) {
  return std::to_string(line) + ":" + std::to_string(column) + " " + rule + "\n";
}

// "granted", of text_messages; or {offers: granted}.
ConsentEntry consent_of(const Node& node) {
  const bool named = node.is_map();
  const std::string& state = named ? node.entries().front().second.text() : node.text();
  ConsentEntry entry;
  entry.consent = named ? node.entries().front().first.text() : "text_messages";
  entry.purpose = "scheduling";
  entry.state = state == "granted"   ? ConsentState::granted
                : state == "revoked" ? ConsentState::revoked
                                     : ConsentState::refused;
  entry.wording = "May Hillside Clinic text you?";
  entry.at = kNow;
  return entry;
}

}  // namespace

const Clinic& clinic() {
  static const Clinic the_clinic = read_clinic("tests/scoring/clinic");
  return the_clinic;
}

Clinic read_clinic(const std::string& folder) {
  Diagnostics found;
  const Node practice_yaml = document_of(folder + "/practice.yaml");
  const Node fields_yaml = document_of(folder + "/fields.yaml");
  Clinic read;
  LocalTextReader texts(practice_yaml["languages"].texts(), found, text_arguments(fields_yaml));
  read.profile = read_profile(practice_yaml, read.packs, texts, found);
  read.dictionary = read_dictionary(fields_yaml, read.profile, read.packs, texts, found);
  require_no_errors(found);
  return read;
}

std::vector<Node> documents_of(const std::string& path) {
  Diagnostics found;
  std::vector<Node> documents = parse_yaml_documents(path, bytes_of(path), found);
  require_no_errors(found);
  REQUIRE_FALSE(documents.empty());
  return documents;
}

Node document_of(const std::string& path) { return documents_of(path).front(); }

std::string expected_mistakes(const std::string& path) {
  static const std::string kMark = "# expect: ";
  std::string expected;
  std::istringstream file(bytes_of(path));
  int number = 1;
  for (std::string line; std::getline(file, line); ++number) {
    const std::size_t mark = line.find(kMark);
    if (mark == std::string::npos) continue;
    std::istringstream words(line.substr(mark + kMark.size()));
    std::string rule, at;
    for (int column = 0; words >> rule >> at >> column; words.ignore(1)) {
      REQUIRE(at == "at");
      expected += mistake(number, column, rule);
    }
  }
  return expected;
}

std::string mistakes_in(const Diagnostics& found) {
  std::string text;
  for (const Diagnostic& one : found.sorted()) {
    text += mistake(one.place.line, one.place.column, one.rule);
  }
  return text;
}

scoring::Scoring read_scoring(const Node& yaml, const Clinic& of, Diagnostics& found) {
  LocalTextReader texts(of.profile.languages, found, {"practice", "service"});
  return scoring::read_scoring(yaml, of.dictionary, of.profile, texts, found);
}

scoring::Scoring read_scoring(const Node& yaml, const Clinic& of) {
  Diagnostics found;
  scoring::Scoring read = read_scoring(yaml, of, found);
  require_no_errors(found);
  return read;
}

Fact fact_of(const Dictionary& dictionary, const std::string& field, const Node& value) {
  INFO(field);
  const auto index = dictionary.find(field);
  REQUIRE(index.has_value());
  Fact fact;
  fact.field = field;
  fact.value = value_of(dictionary[*index], value);
  fact.at = kNow;
  return fact;
}

Case case_of(const Node& described) {
  Case a_case;
  for (const auto& [id, value] : described["facts"].entries()) {
    a_case.facts.push_back(fact_of(clinic().dictionary, id.text(), value));
  }
  for (const std::string& doubtful : described["doubtful"].texts()) {
    for (Fact& fact : a_case.facts) {
      if (fact.field == doubtful) fact.doubt = "not_offered_there";
    }
  }
  for (const Node& event : described["events"].items()) {
    const Duration ago = *parse_duration(event["ago"].text());
    a_case.events.push_back({"", event["name"].text(), event["topic"].text(), kNow - ago});
  }
  for (const Node& consent : described["consents"].items()) {
    a_case.consents.push_back(consent_of(consent));
  }
  a_case.language = described["language"].text();
  a_case.episode.flow = described["flow"].text();
  if (described["red_flag"].boolean()) a_case.episode.red_flags.insert("cardiac");
  return a_case;
}

FactView view_of(const Node& described, const Case& a_case) {
  FactView view = anteroom::view_of(a_case, clinic().dictionary, kNow);
  view.channel = described["channel"].text();
  return view;
}

}  // namespace anteroom::testing
