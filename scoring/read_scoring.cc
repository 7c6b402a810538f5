#include <algorithm>
#include <set>

#include "base/text.h"
#include "scoring/scoring.h"

namespace anteroom::scoring {
namespace {

ShapePtr rule_shape() {
  return object_shape({
      {"rule", id_shape(), true, "The rule's id, shown with every score it is part of."},
      {"when", condition_shape(), true, "When it counts."},
      {"points", integer_shape(-100, 100), true, "What it gives; may be negative."},
      {"why", local_text_shape("Why, in words a manager understands."), true,
       "Why, in words a manager understands."},
  });
}

ShapePtr ledger_shape() {
  const ShapePtr group = object_shape({
      {"cap", integer_shape(0, 1000), true, "The most that this group gives."},
      {"rules", list_shape(rule_shape()), true,
       "All that match count; their order does not matter."},
  });
  return object_shape({
      {"cap", integer_shape(0, 1000), true, "The most that this ledger gives."},
      {"groups", map_shape(group), true, "Rules that belong together, capped together."},
  });
}

ShapePtr tier_shape() {
  const ShapePtr edges = object_shape({
      {"total", integer_shape(0, 2000), false, "Fit and intent together."},
      {"fit", integer_shape(0, 1000), false, "Right audience."},
      {"intent", integer_shape(0, 1000), false, "Readiness to act."},
  });
  return object_shape({
      {"tier", id_shape(), true, "The tier's id."},
      {"label", local_text_shape("Its name for staff."), true, "Its name for staff."},
      {"at_least", edges, false, "All of these must be reached; the last tier has none."},
      {"margin", integer_shape(0, 100), false,
       "A lead in the tier stays until it falls further than this under an edge."},
      {"action", one_of_shape({"hand_off", "follow_up", "nurture"}), true, "What happens next."},
      {"queue", id_shape(), false, "The queue of routing.yaml."},
      {"within", duration_shape(), true, "How soon."},
  });
}

class ScoringReader {
 public:
  ScoringReader(const Dictionary& dictionary, const Profile& profile, LocalTextReader& texts,
                Diagnostics& found)
      : x_dictionary(dictionary), x_profile(profile), x_texts(texts), x_found(found) {}

  Scoring read(const Node& yaml) {
    Scoring scoring;
    scoring.version = yaml["version"].text();
    scoring.fit_cap = read_ledger(scoring, Ledger::fit, yaml["fit"]);
    scoring.intent_cap = read_ledger(scoring, Ledger::intent, yaml["intent"]);
    for (const Node& tier : yaml["tiers"].items()) scoring.tiers.push_back(read_tier(tier));
    check_tiers(scoring, yaml["tiers"]);
    return scoring;
  }

 private:
  int read_ledger(Scoring& scoring, Ledger ledger, const Node& yaml) {
    for (const auto& [name, group] : yaml["groups"].entries()) {
      check_group_name(name);
      scoring.groups.push_back(read_group(name.text(), ledger, group));
    }
    return yaml["cap"].integer(100);
  }

  // A group's cap is a row "cap:NAME", which must mean one thing.
  void check_group_name(const Node& name) {
    const std::string& id = name.text();
    if (id == "fit" || id == "intent") {
      x_found.error(name.place(), "reserved_group",
                    "'" + id + "' is the name of a ledger; call the group something else");
    } else if (!x_groups.insert(id).second) {
      x_found.error(name.place(), "duplicate_group",
                    "there are two groups '" + id + "'; call one of them something else");
    }
  }

  Group read_group(const std::string& id, Ledger ledger, const Node& yaml) {
    Group group;
    group.id = id;
    group.cap_rule = "cap:" + id;
    group.ledger = ledger;
    group.cap = yaml["cap"].integer(100);
    for (const Node& rule : yaml["rules"].items()) group.rules.push_back(read_rule(rule));
    return group;
  }

  Rule read_rule(const Node& yaml) {
    Rule rule;
    rule.id = yaml["rule"].text();
    rule.place = yaml.place();
    rule.points = yaml["points"].integer();
    rule.why = x_texts.read(yaml["why"], "scoring." + rule.id + ".why", {}, false);
    rule.when = read_condition(yaml["when"], x_dictionary, x_profile, x_found);
    if (!x_ids.insert(rule.id).second) {
      x_found.error(yaml["rule"].place(), "duplicate_rule",
                    "there are two rules '" + rule.id + "'; give each its own id");
    }
    check_reason(rule, yaml["why"]);
    check_inputs(rule, yaml["when"]);
    return rule;
  }

  // A reason is said of many leads, and nothing is put into it.
  void check_reason(const Rule& rule, const Node& why) {
    for (const auto& [language, wordings] : rule.why.all()) {
      for (const Message& wording : wordings) {
        if (wording.arguments().empty()) continue;
        x_found.error(why.place(), "placeholder_in_reason",
                      "{" + wording.arguments().front() +
                          "} would stay empty: a reason has no placeholders; write it out");
        return;
      }
    }
  }

  // Fields that are not allowed in scoring, and the tier itself, are no inputs of a score.
  void check_inputs(const Rule& rule, const Node& when) {
    for (FieldIndex field : rule.when.fields()) {
      if (x_dictionary[field].scoring == ScoringUse::allowed) continue;
      x_found.error(when.place(), "field_not_for_scoring",
                    "rule '" + rule.id + "' reads '" + x_dictionary[field].id +
                        "', which fields.yaml keeps out of scoring; leave it out, or say `scoring: "
                        "allowed` there with a reason");
    }
    const std::vector<std::string> derived = rule.when.derived();
    if (std::find(derived.begin(), derived.end(), "tier") != derived.end()) {
      x_found.error(when.place(), "tier_in_rule",
                    "a rule cannot read the tier: the tier follows from the rules");
    }
  }

  Tier read_tier(const Node& yaml) {
    Tier tier;
    tier.id = yaml["tier"].text();
    tier.place = yaml.place();
    tier.label = x_texts.read(yaml["label"], "scoring." + tier.id + ".label", {}, false);
    tier.at_least = read_edge(yaml["at_least"]["total"]);
    tier.fit_at_least = read_edge(yaml["at_least"]["fit"]);
    tier.intent_at_least = read_edge(yaml["at_least"]["intent"]);
    tier.margin = yaml["margin"].integer();
    tier.action = yaml["action"].text();
    tier.queue = yaml["queue"].text();
    tier.within = parse_duration(yaml["within"].text()).value_or(std::chrono::hours(24));
    return tier;
  }

  static std::optional<int> read_edge(const Node& yaml) {
    return yaml ? std::optional(yaml.integer()) : std::nullopt;
  }

  void check_tiers(const Scoring& scoring, const Node& yaml) {
    if (scoring.tiers.empty()) {
      if (!yaml) return;  // the file is unreadable or the key is missing: that was told
      x_found.error(yaml.place(), "no_tiers",
                    "there must be at least one tier; the last takes all that is left");
      return;
    }
    for (std::size_t i = 0; i < scoring.tiers.size(); ++i) {
      check_place_in_line(scoring, i);
      check_reachable(scoring, scoring.tiers[i]);
    }
  }

  void check_place_in_line(const Scoring& scoring, std::size_t i) {
    const Tier& tier = scoring.tiers[i];
    const bool last = i + 1 == scoring.tiers.size();
    if (scoring.tier(tier.id) != &tier) {
      x_found.error(tier.place, "duplicate_tier",
                    "there are two tiers '" + tier.id + "'; give each its own id");
    }
    if (last && !tier.takes_all()) {
      x_found.error(tier.place, "last_tier_closed",
                    "the last tier takes all that is left, so it has no `at_least`");
    } else if (!last && tier.takes_all()) {
      x_found.error(
          tier.place, "tier_without_edge",
          "tier '" + tier.id + "' has no `at_least`, so no lead reaches the tiers after it");
    }
    if (i > 0 && asks_for_more(tier, scoring.tiers[i - 1])) {
      x_found.error(
          tier.place, "tier_order",
          "tiers stand best first; '" + tier.id + "' asks for more than the tier before it");
    }
  }

  // Then whoever reaches it reaches the tier before it, too, and never gets here.
  static bool asks_for_more(const Tier& tier, const Tier& before) {
    const auto covers = [](const std::optional<int>& edge, const std::optional<int>& edge_before) {
      return !edge_before || (edge && *edge >= *edge_before);
    };
    return !before.takes_all() && covers(tier.at_least, before.at_least) &&
           covers(tier.fit_at_least, before.fit_at_least) &&
           covers(tier.intent_at_least, before.intent_at_least);
  }

  void check_reachable(const Scoring& scoring, const Tier& tier) {
    if (tier.at_least.value_or(0) > scoring.fit_cap + scoring.intent_cap ||
        tier.fit_at_least.value_or(0) > scoring.fit_cap ||
        tier.intent_at_least.value_or(0) > scoring.intent_cap) {
      x_found.error(
          tier.place, "tier_out_of_reach",
          "no lead can reach tier '" + tier.id + "': the caps of fit and intent are lower");
    }
  }

  const Dictionary& x_dictionary;
  const Profile& x_profile;
  LocalTextReader& x_texts;
  Diagnostics& x_found;
  std::set<std::string> x_ids, x_groups;
};

}  // namespace

ShapePtr scoring_shape() {
  return object_shape({
      {"version", text_shape(), true, "Changes with the rules; every score says it."},
      {"fit", ledger_shape(), true, "Right audience."},
      {"intent", ledger_shape(), true, "Readiness to act."},
      {"tiers", list_shape(tier_shape()), true, "Best first; the last takes all that is left."},
  });
}

Scoring read_scoring(const Node& yaml, const Dictionary& dictionary, const Profile& profile,
                     LocalTextReader& texts, Diagnostics& found) {
  check(yaml, *scoring_shape(), found);
  return ScoringReader(dictionary, profile, texts, found).read(yaml);
}

}  // namespace anteroom::scoring
