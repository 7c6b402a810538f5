// Scoring: fit and intent ledgers of rules in capped groups, tiers with hysteresis. All matching
// rules count and their order never matters; every point is a row, and the score is the sum of its
// rows, always. Pure; recomputed at every turn in microseconds, so words are made only on demand.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/case.h"
#include "base/shape.h"
#include "practice/condition.h"
#include "practice/language_pack.h"

namespace anteroom::scoring {

enum class Ledger : std::uint8_t { fit, intent };

std::string_view to_text(Ledger ledger);

struct Rule {
  std::string id;
  Condition when;
  int points = 0;  // may be negative
  LocalText why;   // for staff, in words
  Place place;
};

struct Group {
  std::string id;
  Ledger ledger = Ledger::fit;
  std::string cap_rule;  // "cap:ID"
  int cap = 100;         // the group gives at most this much
  std::vector<Rule> rules;
};

// What a tier does and how soon (row C7).
struct Tier {
  std::string id;
  LocalText label;
  std::optional<int> at_least;      // of the total; nullopt: any will do
  std::optional<int> fit_at_least;  // and of each ledger
  std::optional<int> intent_at_least;
  int margin =
      0;  // once in the tier, it is kept until a value falls further than this under its edge
  std::string action;  // hand_off, follow_up, nurture
  std::string queue;   // of routing.yaml; may be empty
  Duration within{};   // the response target
  Place place;

  bool takes_all() const { return !at_least && !fit_at_least && !intent_at_least; }
};

struct Scoring {
  std::string version;
  int fit_cap = 100;
  int intent_cap = 100;
  std::vector<Group> groups;
  std::vector<Tier> tiers;  // best first; the last takes everything

  const Tier* tier(std::string_view id) const;
};

struct Reason {  // one row of the ledger
  std::string_view
      rule;  // a rule's id, or "cap:GROUP", "cap:fit", "cap:intent" for what a cap takes away
  Ledger ledger = Ledger::fit;
  int points = 0;
  const Rule* from = nullptr;  // null for a cap
  int cap = 0;                 // the cap that took it
};

struct Scorecard {
  int total = 0;
  int fit = 0;
  int intent = 0;
  const Tier* tier = nullptr;
  Moment tier_since{};
  double certainty = 0.0;  // share of the points at stake whose rules are known, 0..1
  std::vector<Reason>
      reasons;  // fit first, in the order of the file; rows of 0 points are left out
  std::vector<const Rule*> unknown;  // rules that could not be judged yet, in the same order
};

// `before` gives the tier so far, for hysteresis. The result points into `scoring`.
Scorecard score(const Scoring& scoring, const FactView& facts, const TierState& before);

// Why a row is there, in words: the rule's why, or "At most 20 points for engagement".
std::string why(const Reason& reason, const LanguagePacks& packs, std::string_view language);

Scoring read_scoring(const Node& scoring_yaml, const Dictionary& dictionary, const Profile& profile,
                     LocalTextReader& texts, Diagnostics& found);
ShapePtr scoring_shape();

}  // namespace anteroom::scoring
