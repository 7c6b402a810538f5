// The lint's rules, in one visible table (lint_rules.cc): an id and the function that looks. A rule
// warns of what is legal but will hurt visitors or staff; it says nothing unless it is sure. A new
// rule is a function, a row there and a file in tests/flows/lint.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "flows/flow.h"
#include "flows/read_flow.h"

namespace anteroom::flows {

// All flows, and where a rule's warnings go.
struct Linting {
  const Flows& flows;
  const Known& known;
  Diagnostics& found;
  std::string_view rule;

  void warn(const Place& place, std::string what) const {
    found.warning(place, std::string(rule), std::move(what));
  }
};

struct LintRule {
  std::string_view id;
  void (*look)(const Linting& linting);
};

std::span<const LintRule> lint_rules();

// About paths (lint_paths.cc).
void find_unreachable_items(const Linting& linting);
void find_dead_ends(const Linting& linting);
void find_handoffs_nobody_could_take(const Linting& linting);
void find_uncovered_unknowns(const Linting& linting);
void find_outreach_before_consent(const Linting& linting);

// About fields and texts (lint_fields.cc).
void find_fields_never_asked(const Linting& linting);
void find_fields_never_used(const Linting& linting);
void find_retries_without_way_out(const Linting& linting);
void find_texts_too_long(const Linting& linting);
void find_says_never_shown(const Linting& linting);

}  // namespace anteroom::flows
