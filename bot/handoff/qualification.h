// Qualification: whether a lead moves forward to people or is held, with a reason from a fixed
// list. It ranks and routes; it never decides about care.
#pragma once

#include <string>
#include <string_view>

#include "base/case.h"
#include "scoring/scoring.h"

namespace anteroom::handoff {

struct Qualification {
  std::string decision;  // forward, hold
  std::string reason;    // handed_off, ready, emergency, missing_details, not_contactable, low_tier
};

// `contactable`: a live web thread, or a valid contact with consent.
Qualification qualify(const Case& a_case, const scoring::Scorecard& score, bool needs_known,
                      bool contactable);

}  // namespace anteroom::handoff
