#include "tests/scoring/random_practice.h"

#include <catch2/catch.hpp>
#include <iterator>

namespace anteroom::testing {
namespace {

const char* const kLeaves[] = {
    "{service: imaging}",
    "{service: [imaging, dental]}",
    "{payer: acme}",
    "{letter: have_it}",
    "{urgency: [today, this_week]}",
    "{urgency: flexible}",
    "{insured: yes}",
    "{documents: [card, images]}",
    "{visits: {at_least: 3}}",
    "{visits: {above: 10, at_most: 40}}",
    "{timing: {at_most: 7}}",
    "{known: phone}",
    "{known: [service, location]}",
    "{unknown: email}",
    "{service: dental, known: reason}",
    "{language: es}",
    "{flow: visit}",
    "{red_flag: true}",
    "{consent: text_messages}",
    "{page_view: {topic: consult, within: 7d, at_least: 2}}",
    "{event: {name: cta_click}}",
};

Ids some_of(const std::vector<FieldChoice>& choices, RandomPractice& random) {
  Ids ids;
  for (const FieldChoice& choice : choices) {
    if (random.below(2)) ids.push_back(choice.id);
  }
  return ids;
}

SeenEvent random_event(RandomPractice& random) {
  SeenEvent event;
  event.name = random.below(2) ? "page_view" : "cta_click";
  event.topic = random.below(2) ? "consult" : "home";
  event.at = kNow - std::chrono::hours(random.below(24 * 14));
  return event;
}

}  // namespace

std::string RandomPractice::condition(int depth) {
  const int kind = depth > 0 ? below(6) : 5;
  if (kind == 0) return "{not: " + condition(depth - 1) + "}";
  if (kind > 2) return kLeaves[static_cast<std::size_t>(below(std::size(kLeaves)))];
  std::string list = condition(depth - 1);
  for (int more = below(3); more > 0; --more) list += ", " + condition(depth - 1);
  return (kind == 1 ? "{any: [" : "{all: [") + list + "]}";
}

std::string RandomPractice::rule() {
  return "        - {rule: rule_" + std::to_string(++x_rules) + ", when: " + condition(3) +
         ", points: " + std::to_string(below(51) - 15) + ", why: Because}\n";
}

std::string RandomPractice::ledger(const std::string& name) {
  std::string yaml = name + ":\n  cap: " + std::to_string(below(80)) + "\n  groups:\n";
  for (int group = 1 + below(4); group > 0; --group) {
    yaml += "    " + name + "_" + std::to_string(group) +
            ":\n      cap: " + std::to_string(below(50)) + "\n      rules:\n";
    for (int rules = 1 + below(6); rules > 0; --rules) yaml += rule();
  }
  return yaml;
}

scoring::Scoring RandomPractice::scoring() {
  const std::string text = "version: \"1\"\n" + ledger("fit") + ledger("intent") +
                           "tiers: [{tier: low, label: Low, action: nurture, within: 7d}]\n";
  INFO(text);
  Diagnostics found;
  scoring::Scoring read = read_scoring(parse_yaml("scoring.yaml", text, found), clinic());
  scoring::Tier high = read.tiers.front();
  high.id = "high";
  high.at_least = below(40);
  high.margin = below(6);
  if (below(2)) high.intent_at_least = below(20);
  read.tiers.insert(read.tiers.begin(), high);
  return read;
}

Fact RandomPractice::fact(const Field& field) {
  Fact fact;
  fact.field = field.id;
  fact.at = kNow;
  const auto days = [&] { return add_days(local_time(kNow, "UTC").date, below(30)); };
  const Date from = days();
  switch (field.kind) {
    case FieldKind::choices:
      fact.value = some_of(field.choices, *this);
      break;
    case FieldKind::yes_no:
      fact.value = below(2) == 0;
      break;
    case FieldKind::number:
      fact.value = static_cast<double>(below(50));
      break;
    case FieldKind::age:
      fact.value = Age{below(90), Age::Unit::years};
      break;
    case FieldKind::timing:
      fact.value = Timing{from, add_days(from, below(10))};
      break;
    default:
      fact.value = field.choices.empty() ? "something"
                                         : field
                                               .choices[static_cast<std::size_t>(
                                                   below(static_cast<int>(field.choices.size())))]
                                               .id;
  }
  return fact;
}

Case RandomPractice::a_case() {
  Case random_case;
  for (const Field& field : clinic().dictionary.fields()) {
    if (below(2)) continue;
    random_case.facts.push_back(fact(field));
    if (below(8) == 0) random_case.facts.back().doubt = "value_gone";
  }
  for (int events = below(5); events > 0; --events) {
    random_case.events.push_back(random_event(*this));
  }
  for (int entries = below(3); entries > 0; --entries) {
    ConsentEntry entry;
    entry.consent = "text_messages";
    entry.state = below(2) ? ConsentState::granted : ConsentState::revoked;
    random_case.consents.push_back(entry);
  }
  random_case.language = below(2) ? "en" : "es";
  random_case.episode.flow = below(2) ? "visit" : "";
  if (below(4) == 0) random_case.episode.red_flags.insert("cardiac");
  random_case.tier.tier = below(2) ? "high" : "low";
  return random_case;
}

}  // namespace anteroom::testing
