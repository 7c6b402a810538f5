#include "bot/turn_json.h"

#include <nlohmann/json.hpp>

namespace anteroom::bot {
namespace {

using nlohmann::json;

template <class Rows>
json list_of(const Rows& rows) {
  json list = json::array();
  for (const auto& row : rows) list.push_back(to_json(row));
  return list;
}

json score_json(const scoring::Scorecard& score, const LanguagePacks& packs,
                std::string_view language) {
  json reasons = json::array();
  for (const scoring::Reason& reason : score.reasons) {
    reasons.push_back({{"rule", std::string(reason.rule)},
                       {"ledger", std::string(to_text(reason.ledger))},
                       {"points", reason.points},
                       {"why", scoring::why(reason, packs, language)}});
  }
  return {{"total", score.total},         {"fit", score.fit},
          {"intent", score.intent},       {"tier", score.tier ? json(score.tier->id) : json()},
          {"certainty", score.certainty}, {"reasons", std::move(reasons)},
          {"guardrails", json::array()}};
}

json controls_json(const std::vector<OfferedChoice>& controls) {
  json list = json::array();
  for (const OfferedChoice& control : controls)
    list.push_back({{"id", control.id}, {"label", control.label}});
  return list;
}

json effects_json(const std::vector<Effect>& effects) {
  json list = json::array();
  for (const Effect& effect : effects) {
    json row{{"kind", std::string(to_text(effect.kind))}, {"key", effect.key}};
    if (!effect.data.empty()) row["data"] = json::parse(effect.data, nullptr, false);
    list.push_back(std::move(row));
  }
  return list;
}

std::string text_of(const Inbound& inbound) {
  const auto* text = std::get_if<Text>(&inbound.body);
  return text ? text->text : std::string();
}

}  // namespace

nlohmann::json facts_json(const Case& a_case) {
  json facts = json::object();
  for (const Fact& fact : a_case.facts) {
    json row{{"value", to_json(fact.value)},
             {"source", std::string(to_text(fact.source))},
             {"confidence", fact.confidence},
             {"at", to_text(fact.at)},
             {"inbound", fact.inbound}};
    if (!fact.words.empty()) row["words"] = fact.words;
    if (fact.doubtful()) row["doubt"] = fact.doubt;
    facts[fact.field] = std::move(row);
  }
  return facts;
}

nlohmann::json handoff_json(const HandoffRecord& record) {
  return {{"id", record.id},
          {"queue", record.queue},
          {"tier", record.tier},
          {"opened", to_text(record.opened)},
          {"due", to_text(record.due)},
          {"reason", record.reason},
          {"summary", json::parse(record.summary, nullptr, false)}};
}

nlohmann::json consents_json(const ConsentLedger& ledger) { return list_of(ledger); }

nlohmann::json turn_json(const turn::Practice& practice, const turn::Turn& turn,
                         const Inbound& inbound) {
  const Case& after = turn.after;
  const std::string asked = turn::asks(after);
  const std::string& staff_language = practice.profile.languages.front();
  return {{"replies", list_of(turn.replies)},
          {"asks", asked.empty() ? json() : json(asked)},
          {"reading", to_json(turn.reading, text_of(inbound))},
          {"facts", facts_json(after)},
          {"parked", turn.parked},
          {"score", score_json(turn.score, practice.packs, staff_language)},
          {"qualification",
           {{"decision", turn.qualification.decision}, {"reason", turn.qualification.reason}}},
          {"consents", consents_json(after.consents)},
          {"flow", after.episode.flow},
          {"language", after.language},
          {"episode", after.episode.number},
          {"controls", controls_json(turn::controls(practice, after))},
          {"effects", effects_json(turn.effects)},
          {"handoff", after.episode.handoff ? handoff_json(*after.episode.handoff) : json()}};
}

}  // namespace anteroom::bot
