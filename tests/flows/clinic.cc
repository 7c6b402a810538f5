#include "tests/flows/clinic.h"

#include <algorithm>
#include <sstream>

#include "practice/language_pack.h"

namespace anteroom::flows {
namespace {

const std::string kFolder = "tests/flows/clinic/";

Node parse_file(const std::string& path, Diagnostics& found) {
  return parse_yaml(path, testing::bytes_of(path), found);
}

bool is(const Node& document, std::string_view key) { return bool(document[key]); }

// The document that has the key, else the clinic's own file.
Node document_with(const std::vector<Node>& documents, std::string_view key,
                   const std::string& fallback, Diagnostics& found) {
  for (const Node& document : documents) {
    if (is(document, key)) return document;
  }
  return parse_file(kFolder + fallback, found);
}

void read_known(const Node& node, Clinic& clinic) {
  const Node& known = node["known"];
  clinic.queues = known["queues"].texts();
  clinic.tiers = known["tiers"].texts();
  for (const std::string& id : known["used_elsewhere"].texts()) {
    if (const auto field = clinic.dictionary.find(id)) clinic.used_elsewhere.push_back(*field);
  }
}

}  // namespace

Clinic open_clinic(const std::string& data_file) {
  Clinic clinic;
  Diagnostics& found = clinic.found;
  const auto documents = parse_yaml_documents(data_file, testing::bytes_of(data_file), found);
  const Node practice = document_with(documents, "practice", "practice.yaml", found);
  const Node fields = document_with(documents, "fields", "fields.yaml", found);
  LocalTextReader texts(practice["languages"].texts(), found, text_arguments(fields));
  clinic.profile = read_profile(practice, LanguagePacks::shipped(), texts, found);
  clinic.dictionary =
      read_dictionary(fields, clinic.profile, LanguagePacks::shipped(), texts, found);
  read_known(document_with(documents, "known", "known.yaml", found), clinic);
  const Known known = clinic.known();
  for (const Node& document : documents) {
    if (is(document, "case")) clinic.cases.push_back(document);
    if (is(document, "flow"))
      clinic.flows.flows.push_back(read_flow(document, known, texts, found));
  }
  return clinic;
}

std::set<Mistake> expected_mistakes(const std::string& file) {
  const std::string mark = "# expect: ";
  std::set<Mistake> expected;
  std::istringstream lines(testing::bytes_of(file));
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    const std::size_t at = line.find(mark);
    if (at == std::string::npos) continue;
    const bool of_the_file = at == 0;  // on a line of its own
    std::istringstream rules(line.substr(at + mark.size()));
    for (std::string rule; std::getline(rules >> std::ws, rule, ',');) {
      expected.emplace(file, of_the_file ? 0 : number, rule);
    }
  }
  return expected;
}

std::set<Mistake> mistakes_in(const Diagnostics& found) {
  std::set<Mistake> mistakes;
  for (const Diagnostic& one : found.sorted()) {
    mistakes.emplace(one.place.file, one.place.line, one.rule);
  }
  return mistakes;
}

std::string to_text(const std::set<Mistake>& mistakes) {
  std::string text;
  for (const auto& [file, line, rule] : mistakes) {
    text += file + ":" + std::to_string(line) + ": " + rule + "\n";
  }
  return text;
}

std::set<Mistake> without(const std::set<Mistake>& these, const std::set<Mistake>& those) {
  const auto same = [](const Mistake& a, const Mistake& b) {
    const auto& [file_a, line_a, rule_a] = a;
    const auto& [file_b, line_b, rule_b] = b;
    const bool line = line_a == line_b || line_a == 0 || line_b == 0;
    return line && file_a == file_b && rule_a == rule_b;
  };
  std::set<Mistake> left;
  for (const Mistake& one : these) {
    const bool matched = std::any_of(those.begin(), those.end(),
                                     [&](const Mistake& other) { return same(one, other); });
    if (!matched) left.insert(one);
  }
  return left;
}

}  // namespace anteroom::flows
