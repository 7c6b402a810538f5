#include "scoring/scoring.h"

#include <algorithm>
#include <cstdlib>

namespace anteroom::scoring {

std::string_view to_text(Ledger ledger) { return ledger == Ledger::fit ? "fit" : "intent"; }

const Tier* Scoring::tier(std::string_view id) const {
  for (const Tier& tier : tiers) {
    if (tier.id == id) return &tier;
  }
  return nullptr;
}

namespace {

constexpr std::string_view kFitCap = "cap:fit";
constexpr std::string_view kIntentCap = "cap:intent";

struct Stakes {  // how many points are at stake, and of how many we know whether they count
  int all = 0;
  int known = 0;
};

int& sum_of(Scorecard& card, Ledger ledger) {
  return ledger == Ledger::fit ? card.fit : card.intent;
}

// What goes over a cap is taken back by a row of its own, so that the rows always add up.
int capped(Scorecard& card, Ledger ledger, std::string_view rule, int points, int cap) {
  if (points <= cap) return points;
  card.reasons.push_back({rule, ledger, cap - points, nullptr, cap});
  return cap;
}

int add_rule(Scorecard& card, Stakes& stakes, const Group& group, const Rule& rule,
             const FactView& facts) {
  const Truth truth = rule.when.evaluate(facts);
  stakes.all += std::abs(rule.points);
  if (truth == Truth::unknown) {
    card.unknown.push_back(&rule);
    return 0;
  }
  stakes.known += std::abs(rule.points);
  if (truth == Truth::no || rule.points == 0) return 0;
  card.reasons.push_back({rule.id, group.ledger, rule.points, &rule, 0});
  return rule.points;
}

void add_ledger(Scorecard& card, Stakes& stakes, const Scoring& scoring, Ledger ledger,
                const FactView& facts) {
  int sum = 0;
  for (const Group& group : scoring.groups) {
    if (group.ledger != ledger) continue;
    int points = 0;
    for (const Rule& rule : group.rules) points += add_rule(card, stakes, group, rule, facts);
    sum += capped(card, ledger, group.cap_rule, points, group.cap);
  }
  const int cap = ledger == Ledger::fit ? scoring.fit_cap : scoring.intent_cap;
  sum_of(card, ledger) =
      capped(card, ledger, ledger == Ledger::fit ? kFitCap : kIntentCap, sum, cap);
}

bool reaches(int points, const std::optional<int>& edge, int margin) {
  return !edge || points >= *edge - margin;
}

bool reaches(const Tier& tier, const Scorecard& card, int margin) {
  return reaches(card.total, tier.at_least, margin) &&
         reaches(card.fit, tier.fit_at_least, margin) &&
         reaches(card.intent, tier.intent_at_least, margin);
}

// Every row there can be, so that a score costs two allocations.
void make_room(Scorecard& card, const Scoring& scoring) {
  std::size_t rules = 0;
  for (const Group& group : scoring.groups) rules += group.rules.size();
  card.reasons.reserve(rules + scoring.groups.size() + 2);
  card.unknown.reserve(rules);
}

// The best tier that is reached; the one so far is kept until a value falls a margin under its
// edge.
const Tier* tier_of(const Scoring& scoring, const Scorecard& card, std::string_view before) {
  for (const Tier& tier : scoring.tiers) {
    const int margin = tier.id == before ? tier.margin : 0;
    if (&tier == &scoring.tiers.back() || reaches(tier, card, margin)) return &tier;
  }
  return nullptr;
}

}  // namespace

Scorecard score(const Scoring& scoring, const FactView& facts, const TierState& before) {
  Scorecard card;
  Stakes stakes;
  make_room(card, scoring);
  add_ledger(card, stakes, scoring, Ledger::fit, facts);
  add_ledger(card, stakes, scoring, Ledger::intent, facts);
  card.total = card.fit + card.intent;
  card.certainty = stakes.all == 0 ? 1.0 : static_cast<double>(stakes.known) / stakes.all;
  card.tier = tier_of(scoring, card, before.tier);
  card.tier_since = card.tier && card.tier->id == before.tier ? before.since : facts.now;
  return card;
}

std::string why(const Reason& reason, const LanguagePacks& packs, std::string_view language) {
  if (reason.from) return reason.from->why.format(language);
  const Argument points = static_cast<double>(reason.cap);
  if (reason.rule == kFitCap) return packs.say("score_cap_fit", language, {{"points", points}});
  if (reason.rule == kIntentCap)
    return packs.say("score_cap_intent", language, {{"points", points}});
  std::string group(reason.rule.substr(reason.rule.find(':') + 1));
  std::replace(group.begin(), group.end(), '_', ' ');
  return packs.say("score_cap_group", language, {{"points", points}, {"group", group}});
}

}  // namespace anteroom::scoring
