// A small clinic (clinic/*.yaml) for the tests of scoring and handoff, and cases described in YAML:
// {facts: {service: imaging}, doubtful: [service], events: [...], consents: [...], language, ...}.
#pragma once

#include <string>
#include <vector>

#include "practice/condition.h"
#include "practice/read_practice.h"
#include "scoring/scoring.h"
#include "tests/support/practice_data.h"

namespace anteroom::testing {

inline const Moment kNow = *parse_moment("2026-11-23T20:00:00Z");  // Monday noon in California

struct Clinic {
  LanguagePacks packs = LanguagePacks::shipped();
  Profile profile;
  Dictionary dictionary;
};

const Clinic& clinic();

Clinic read_clinic(
    const std::string& folder);  // practice.yaml and fields.yaml in it, without mistakes

std::vector<Node> documents_of(const std::string& path);  // without mistakes
Node document_of(const std::string& path);                // the first

// One "line:column rule" a line, by place: what `# expect: duplicate_rule at 18` asks for on its
// line, and what was found.
std::string expected_mistakes(const std::string& path);
std::string mistakes_in(const Diagnostics& found);

scoring::Scoring read_scoring(const Node& yaml, const Clinic& clinic, Diagnostics& found);
scoring::Scoring read_scoring(const Node& yaml, const Clinic& clinic);  // without mistakes

Fact fact_of(const Dictionary& dictionary, const std::string& field, const Node& value);
Case case_of(const Node& described);
// What scoring sees of it: channel, flow and red_flag as described.
FactView view_of(const Node& described, const Case& a_case);

}  // namespace anteroom::testing
