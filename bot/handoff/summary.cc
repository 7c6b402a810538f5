#include "bot/handoff/summary.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace anteroom::handoff {
namespace {

using nlohmann::json;

std::string label_of(const SummarySource& source, const Field& field) {
  return field.name(source.staff_language);
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

// Counting; doubtful: must be asked again; parked: a change has taken the question off the path.
enum class Standing : unsigned char { counting, doubtful, parked };

Standing standing_of(const SummarySource& source, FieldIndex field, const Fact& fact) {
  if (source.counting.fact(field)) return Standing::counting;
  return fact.doubtful() ? Standing::doubtful : Standing::parked;
}

// In the order of the dictionary.
json answers(const SummarySource& source, Standing standing) {
  json rows = json::array();
  for (FieldIndex i = 0; i < source.dictionary.size(); ++i) {
    const Field& field = source.dictionary[i];
    const Fact* fact = source.a_case.fact(field.id);
    if (fact && standing_of(source, i, *fact) == standing)
      rows.push_back(answer(source, field, *fact));
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
    if (!is_asked_on_path(source, item)) continue;
    const std::string& field = source.dictionary[item.field].id;
    if (std::find(fields.begin(), fields.end(), json(field)) == fields.end())
      fields.push_back(field);
  }
  return fields;
}

json reasons(const SummarySource& source) {
  json rows = json::array();
  for (const scoring::Reason& reason : source.score.reasons) {
    rows.push_back({{"rule", std::string(reason.rule)},
                    {"ledger", std::string(to_text(reason.ledger))},
                    {"points", reason.points},
                    {"why", scoring::why(reason, source.packs, source.staff_language)}});
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

// A consent holds for its purpose: who agreed to offers has not agreed to texts about a request.
bool may_text(const SummarySource& source) {
  if (source.a_case.texts_on_hold) return false;
  const auto& terms = source.profile.consents;
  return std::any_of(terms.begin(), terms.end(), [&](const ConsentTerms& one) {
    return one.channel == Channel::sms && one.purpose == "scheduling" &&
           granted(source.a_case.consents, one.id);
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
  for (const Attempt& attempt : source.a_case.episode.attempts)
    rows.push_back({{"field", attempt.field}, {"words", attempt.words}});
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

// As readable text, a line each.

void add_line(std::string& text, const std::string& head, const std::string& tail) {
  if (tail.empty()) return;
  text += head;
  text += ": ";
  text += tail;
  text += '\n';
}

template <class InWords>
std::string joined(const json& rows, std::string_view separator, const InWords& in_words) {
  std::string text;
  for (const json& row : rows) {
    if (!text.empty()) text += separator;
    text += in_words(row);
  }
  return text;
}

std::string as_it_is(const json& row) { return row.get<std::string>(); }
std::string words_of(const json& row) { return row["words"]; }
std::string answer_in_words(const json& row) {
  return row["label"].get<std::string>() + " " + row["spoken"].get<std::string>();
}
std::string reason_in_words(const json& row) {
  const int points = row["points"];
  return row["why"].get<std::string>() + (points < 0 ? " " : " +") + std::to_string(points);
}

std::string phrase(const SummarySource& source, std::string_view id,
                   const Arguments& arguments = {}) {
  return source.packs.say(id, source.staff_language, arguments);
}

std::string missing_in_words(const SummarySource& source, const json& fields) {
  return joined(fields, ", ", [&](const json& id) {
    return label_of(source, source.dictionary[*source.dictionary.find(id.get<std::string>())]);
  });
}

std::string score_in_words(const SummarySource& source, const json& score) {
  const std::string tier = source.score.tier
                               ? " (" + source.score.tier->label.format(source.staff_language) + ")"
                               : std::string();
  const std::string reasons = joined(score["reasons"], "; ", reason_in_words);
  return std::to_string(source.score.total) + tier + (reasons.empty() ? "" : ": " + reasons);
}

std::string so_far(const SummarySource& source) {
  const Episode& episode = source.a_case.episode;
  const Date opened = local_time(episode.opened, source.profile.time_zone).date;
  return phrase(
      source, "summary_so_far",
      {{"turns", static_cast<double>(episode.turns)},
       {"opened", format_date(opened, DateStyle::full, source.staff_language)},
       {"flow", source.flow.label.empty() ? source.flow.id
                                          : source.flow.label.format(source.staff_language)}});
}

// What matters most stands first: an emergency, then what is known, then what is not.
std::string as_text(const SummarySource& source, const json& all) {
  std::string text;
  add_line(text, phrase(source, "summary_red_flags"), joined(all["red_flags"], "; ", as_it_is));
  for (const json& row : all["answers"]) add_line(text, row["label"], row["spoken"]);
  add_line(text, phrase(source, "summary_to_confirm"),
           joined(all["doubtful"], "; ", answer_in_words));
  add_line(text, phrase(source, "summary_no_longer"), joined(all["parked"], "; ", answer_in_words));
  add_line(text, phrase(source, "summary_questions"), joined(all["questions"], "; ", as_it_is));
  add_line(text, phrase(source, "summary_also_said"), joined(all["attempts"], "; ", words_of));
  add_line(text, phrase(source, "summary_missing"), missing_in_words(source, all["missing"]));
  add_line(text, phrase(source, "summary_texting"),
           phrase(source, may_text(source) ? "summary_may_text" : "summary_do_not_text"));
  add_line(text, phrase(source, "summary_score"), score_in_words(source, all["score"]));
  add_line(text, phrase(source, "summary_happened"), so_far(source));
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
  all["answers"] = answers(source, Standing::counting);
  all["doubtful"] = answers(source, Standing::doubtful);
  all["parked"] = answers(source, Standing::parked);
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
