#include "bot/handoff/summary.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace anteroom::handoff {
namespace {

using nlohmann::json;

std::string label_of(const SummarySource& source, const Field& field) {
  return field.staff_label.empty() ? field.id : field.staff_label.format(source.staff_language);
}

json answer(const SummarySource& source, const Field& field, const Fact& fact) {
  json row{{"field", field.id},
           {"label", label_of(source, field)},
           {"value", to_json(fact.value)},
           {"spoken", spoken(field, fact.value, source.staff_language)},
           {"source", std::string(to_text(fact.source))},
           {"confidence", fact.confidence},
           {"at", to_text(fact.at)}};
  if (!fact.words.empty()) row["words"] = fact.words;
  if (fact.doubtful()) row["doubt"] = fact.doubt;
  return row;
}

// In the order of the dictionary; parked facts are told apart, not hidden.
json answers(const SummarySource& source, bool counting) {
  json rows = json::array();
  for (FieldIndex i = 0; i < source.dictionary.size(); ++i) {
    const Field& field = source.dictionary[i];
    const Fact* fact = source.a_case.fact(field.id);
    if (fact && (source.counting.fact(i) != nullptr) == counting) rows.push_back(answer(source, field, *fact));
  }
  return rows;
}

bool is_asked_on_path(const SummarySource& source, const flows::Item& item) {
  return item.kind == flows::ItemKind::ask && item.when.evaluate(source.counting) == Truth::yes &&
         !source.counting.fact(item.field);
}

json missing(const SummarySource& source) {
  json fields = json::array();
  for (const flows::Item& item : source.flow.items) {
    const std::string& field = source.dictionary[item.field].id;
    if (is_asked_on_path(source, item) && std::find(fields.begin(), fields.end(), json(field)) == fields.end()) fields.push_back(field);
  }
  return fields;
}

json reasons(const SummarySource& source) {
  json rows = json::array();
  for (const scoring::Reason& reason : source.score.reasons) {
    rows.push_back({{"rule", std::string(reason.rule)},
                    {"ledger", std::string(to_text(reason.ledger))},
                    {"points", reason.points},
                    {"why", scoring::why(reason, source.staff_language)}});
  }
  return rows;
}

json score(const SummarySource& source) {
  return {{"total", source.score.total},
          {"fit", source.score.fit},
          {"intent", source.score.intent},
          {"tier", source.score.tier ? source.score.tier->id : std::string()},
          {"certainty", source.score.certainty},
          {"reasons", reasons(source)}};
}

json consents(const SummarySource& source) {
  json rows = json::array();
  for (const ConsentEntry& entry : source.a_case.consents) rows.push_back(to_json(entry));
  return rows;
}

bool may_text(const SummarySource& source) {
  return std::any_of(source.profile.consents.begin(), source.profile.consents.end(), [&](const ConsentTerms& terms) {
    return terms.channel == Channel::sms && granted(source.a_case.consents, terms.id);
  });
}

json contact(const SummarySource& source) {
  json way{{"text_messages", may_text(source) ? "allowed" : "do_not_text"}};
  for (const char* id : {"name", "phone", "email", "preferred_channel", "preferred_time"}) {
    const auto index = source.dictionary.find(id);
    const Fact* fact = index ? source.counting.fact(*index) : nullptr;
    if (fact) way[id] = to_json(fact->value);
  }
  return way;
}

json attempts(const SummarySource& source) {
  json rows = json::array();
  for (const Attempt& attempt : source.a_case.episode.attempts) rows.push_back({{"field", attempt.field}, {"words", attempt.words}});
  return rows;
}

json questions(const SummarySource& source) {
  const Episode& episode = source.a_case.episode;
  json rows(episode.kept_questions);
  for (const std::string& question : episode.open_questions) rows.push_back(question);
  return rows;
}

json happened(const SummarySource& source) {
  const Episode& episode = source.a_case.episode;
  return {{"opened", to_text(episode.opened)},
          {"turns", episode.turns},
          {"flow", source.flow.id},
          {"language", source.a_case.language},
          {"skipped", episode.skipped},
          {"given_up", episode.given_up}};
}

// --- as readable text ------------------------------------------------------------------------------------------

void add_line(std::string& text, const std::string& head, const std::string& tail) {
  if (tail.empty()) return;
  text += head;
  text += ": ";
  text += tail;
  text += '\n';
}

std::string joined(const json& rows, const char* member) {
  std::string text;
  for (const json& row : rows) {
    if (!text.empty()) text += "; ";
    text += member ? row.at(member).get<std::string>() : row.get<std::string>();
  }
  return text;
}

std::string phrase(const SummarySource& source, std::string_view id) { return source.packs.say(id, source.staff_language); }

std::string missing_in_words(const SummarySource& source, const json& fields) {
  std::string text;
  for (const json& id : fields) {
    const auto index = source.dictionary.find(id.get<std::string>());
    if (!text.empty()) text += ", ";
    text += label_of(source, source.dictionary[*index]);
  }
  return text;
}

std::string as_text(const SummarySource& source, const json& all) {
  std::string text;
  for (const json& row : all["answers"]) add_line(text, row["label"], row["spoken"]);
  add_line(text, phrase(source, "summary_red_flags"), joined(all["red_flags"], nullptr));
  add_line(text, phrase(source, "summary_questions"), joined(all["questions"], nullptr));
  add_line(text, phrase(source, "summary_also_said"), joined(all["attempts"], "words"));
  add_line(text, phrase(source, "summary_missing"), missing_in_words(source, all["missing"]));
  add_line(text, phrase(source, "summary_texting"), phrase(source, may_text(source) ? "summary_may_text" : "summary_do_not_text"));
  const json& total = all["score"];
  const std::string tier = source.score.tier ? source.score.tier->label.format(source.staff_language) : std::string();
  add_line(text, phrase(source, "summary_score"),
           std::to_string(total["total"].get<int>()) + " (" + tier + "): " + joined(total["reasons"], "why"));
  return text;
}

}  // namespace

nlohmann::json summary(const SummarySource& source) {
  json all;
  for (const char* id : {"service", "location", "urgency", "timing"}) {
    const auto index = source.dictionary.find(id);
    const Fact* fact = index ? source.counting.fact(*index) : nullptr;
    all[id] = fact ? to_json(fact->value) : json();
  }
  all["answers"] = answers(source, true);
  all["not_counting"] = answers(source, false);
  all["questions"] = questions(source);
  all["attempts"] = attempts(source);
  all["red_flags"] = source.a_case.episode.red_flags;
  all["missing"] = missing(source);
  all["contact"] = contact(source);
  all["consents"] = consents(source);
  all["score"] = score(source);
  all["happened"] = happened(source);
  all["text"] = as_text(source, all);
  return all;
}

}  // namespace anteroom::handoff
