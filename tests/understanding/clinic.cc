#include "clinic.h"

#include <catch2/catch.hpp>

namespace anteroom::testing {

Clinic::Clinic(const std::string& folder) {
  Diagnostics found;
  const Node practice_yaml = read_yaml(folder + "/practice.yaml", found);
  const Node fields_yaml = read_yaml(folder + "/fields.yaml", found);
  LocalTextReader texts(practice_yaml["languages"].texts(), found, text_arguments(fields_yaml));
  profile = read_profile(practice_yaml, packs, texts, found);
  dictionary = read_dictionary(fields_yaml, profile, packs, texts, found);
  for (const Diagnostic& diagnostic : found.sorted()) UNSCOPED_INFO(to_text(diagnostic));
  REQUIRE_FALSE(found.has_errors());
  reader = std::make_unique<understanding::Reader>(profile, dictionary, packs);
}

const Clinic& clinic() {
  static const Clinic the_clinic;
  return the_clinic;
}

Asked::Asked(std::string_view id, const Clinic& practice) {
  if (id.empty()) return;
  pending.item = "ask_" + std::string(id);
  pending.field = id;
  if (id == "consent") {
    pending.choices = {{"yes", "Yes"}, {"no", "No"}};
    return;
  }
  const auto index = practice.dictionary.find(id);
  REQUIRE(index);
  field = &practice.dictionary[*index];
  for (const FieldChoice& choice : field->choices)
    pending.choices.push_back({choice.id, choice.label.format("en")});
}

understanding::Expectation Asked::expectation() const {
  understanding::Expectation expectation;
  expectation.pending = pending.item.empty() ? nullptr : &pending;
  expectation.field = field;
  expectation.yes_no = pending.field == "consent";
  expectation.language = "en";
  return expectation;
}

Reading read(std::string_view text, std::string_view pending) {
  const Asked asked(pending);
  return clinic().reader->read(text, asked.expectation(), kMonday);
}

}  // namespace anteroom::testing
