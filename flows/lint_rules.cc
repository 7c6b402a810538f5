#include "flows/lint_rules.h"

namespace anteroom::flows {
namespace {

constexpr LintRule kLintRules[] = {
    {"unreachable_item", find_unreachable_items},
    {"dead_end", find_dead_ends},
    {"handoff_nobody_could_take", find_handoffs_nobody_could_take},
    {"uncovered_unknown", find_uncovered_unknowns},
    {"outreach_before_consent", find_outreach_before_consent},
    {"field_never_asked", find_fields_never_asked},
    {"field_never_used", find_fields_never_used},
    {"retries_without_way_out", find_retries_without_way_out},
    {"text_too_long", find_texts_too_long},
    {"say_never_shown", find_says_never_shown},
};

}  // namespace

std::span<const LintRule> lint_rules() { return kLintRules; }

}  // namespace anteroom::flows
