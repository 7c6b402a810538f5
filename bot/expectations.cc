#include "bot/expectations.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "base/text.h"

namespace anteroom::bot {
namespace {

using nlohmann::json;

// What one key is compared with.
struct Seen {
  const turn::Practice& practice;
  const turn::Turn& turn;
  std::vector<Mismatch>& mismatches;

  void expect(bool holds, const Node& node, std::string came, std::string fix = "") const {
    if (!holds)
      mismatches.push_back({node.place(), in_words(node), std::move(came), std::move(fix)});
  }
  static std::string in_words(const Node& node);
};

std::string Seen::in_words(const Node& node) {
  std::string text;
  if (node.is_scalar()) return node.text();
  for (const Node& item : node.items()) text += (text.empty() ? "" : ", ") + in_words(item);
  for (const auto& [key, value] : node.entries())
    text += (text.empty() ? "" : ", ") + key.text() + ": " + in_words(value);
  return node.is_list() ? "[" + text + "]" : "{" + text + "}";
}

// A YAML value as the JSON that a fact of it would be.
json json_of(const Node& node) {
  if (node.is_list()) {
    json list = json::array();
    for (const Node& item : node.items()) list.push_back(json_of(item));
    return list;
  }
  if (node.is_map()) {
    json object = json::object();
    for (const auto& [key, value] : node.entries()) object[key.text()] = json_of(value);
    return object;
  }
  if (node.quoted()) return node.text();
  const json plain = json::parse(node.text(), nullptr, false);
  if (plain.is_number() || plain.is_boolean()) return plain;
  if (node.text() == "yes" || node.text() == "no") return node.text() == "yes";
  return node.text();
}

bool same_value(const Node& expected, const Value& value) {
  const json came = to_json(value);
  const json wanted = json_of(expected);
  if (came.is_number() && wanted.is_number()) return came.get<double>() == wanted.get<double>();
  if (came.is_array() && !wanted.is_array()) return came.size() == 1 && came.front() == wanted;
  if (came.is_string() && expected.is_scalar()) return came.get<std::string>() == expected.text();
  return came == wanted;
}

// Parked facts are kept, but not known.
const Fact* known_fact(const turn::Turn& turn, const std::string& field) {
  const auto& parked = turn.parked;
  return std::find(parked.begin(), parked.end(), field) == parked.end() ? turn.after.fact(field)
                                                                        : nullptr;
}

void see_known(const Seen& seen, const Node& node) {
  for (const auto& [field, value] : node.entries()) {
    const Fact* fact = known_fact(seen.turn, field.text());
    const bool holds = fact && !fact->doubtful() && same_value(value, fact->value);
    seen.expect(
        holds, value,
        field.text() + (fact ? ": " + to_json(fact->value).dump() +
                                   (fact->doubtful() ? " (in doubt: " + fact->doubt + ")" : "")
                             : " is not known"),
        fact ? to_json(fact->value).dump() : "");
  }
}

void see_unknown(const Seen& seen, const Node& node) {
  for (const std::string& field : node.texts()) {
    const Fact* fact = known_fact(seen.turn, field);
    seen.expect(!fact || fact->doubtful(), node,
                field + " is known" + (fact ? ": " + to_json(fact->value).dump() : ""));
  }
}

void see_asks(const Seen& seen, const Node& node) {
  const std::string asked = turn::asks(seen.turn.after);
  const std::string came = asked.empty() ? "none" : asked;
  seen.expect(came == node.text(), node, came, came);
}

std::string all_said(const turn::Turn& turn) {
  std::string text;
  for (const Reply& reply : turn.replies) text += reply.text + "\n";
  return text;
}

// `*` stands for anything; case and accents do not matter.
bool matches(std::string_view pattern, std::string_view text) {
  std::size_t p = 0, t = 0, star = std::string_view::npos, mark = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      mark = t;
    } else if (p < pattern.size() && pattern[p] == text[t]) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++mark;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

bool is_said(const Seen& seen, const std::string& pattern) {
  return matches("*" + folded(pattern) + "*", folded(all_said(seen.turn)));
}

void see_reply(const Seen& seen, const Node& node) {
  for (const std::string& pattern : node.texts())
    seen.expect(is_said(seen, pattern), node, all_said(seen.turn));
}

void see_reply_not(const Seen& seen, const Node& node) {
  for (const std::string& pattern : node.texts())
    seen.expect(!is_said(seen, pattern), node, all_said(seen.turn));
}

void see_tier(const Seen& seen, const Node& node) {
  seen.expect(seen.turn.after.tier.tier == node.text(), node, seen.turn.after.tier.tier,
              seen.turn.after.tier.tier);
}

void see_flow(const Seen& seen, const Node& node) {
  seen.expect(seen.turn.after.episode.flow == node.text(), node, seen.turn.after.episode.flow,
              seen.turn.after.episode.flow);
}

void see_language(const Seen& seen, const Node& node) {
  seen.expect(seen.turn.after.language == node.text(), node, seen.turn.after.language,
              seen.turn.after.language);
}

void see_episode(const Seen& seen, const Node& node) {
  const int number = seen.turn.after.episode.number;
  seen.expect(number == node.integer(), node, std::to_string(number), std::to_string(number));
}

void see_red_flag(const Seen& seen, const Node& node) {
  const std::string came = seen.turn.reading.red_flag ? seen.turn.reading.red_flag_group : "none";
  seen.expect(came == node.text(), node, came, came);
}

void see_control(const Seen& seen, const Node& node) {
  const std::string came(to_text(seen.turn.reading.control));
  seen.expect(came == node.text(), node, came, came);
}

void see_topic(const Seen& seen, const Node& node) {
  const std::string came = seen.turn.reading.topic.value_or("none");
  seen.expect(came == node.text(), node, came, came);
}

void see_topics(const Seen& seen, const Node& node) {
  const std::vector<std::string>& came = seen.turn.reading.topics;
  std::string list;
  for (const std::string& topic : came) list += (list.empty() ? "" : ", ") + topic;
  seen.expect(came == node.texts(), node, "[" + list + "]", "[" + list + "]");
}

void see_band(const Seen& seen, const Node& node) {
  const std::string came(to_text(seen.turn.reading.band));
  seen.expect(came == node.text(), node, came, came);
}

void see_waiting(const Seen& seen, const Node& node) {
  const std::vector<std::string>& came = seen.turn.after.episode.queued;
  std::string list;
  for (const std::string& topic : came) list += (list.empty() ? "" : ", ") + topic;
  seen.expect(came == node.texts(), node, "[" + list + "]", "[" + list + "]");
}

void see_consents(const Seen& seen, const Node& node) {
  for (const auto& [consent, state] : node.entries()) {
    const ConsentEntry* entry = newest(seen.turn.after.consents, consent.text());
    const std::string came = entry ? std::string(to_text(entry->state)) : "none";
    seen.expect(came == state.text(), state, came, came);
  }
}

void see_number(const Seen& seen, const Node& node, int came) {
  if (node.is_scalar())
    return seen.expect(came == node.integer(), node, std::to_string(came), std::to_string(came));
  for (const auto& [comparison, limit] : node.entries()) {
    const int bound = limit.integer();
    const bool holds = comparison.text() == "at_least"  ? came >= bound
                       : comparison.text() == "at_most" ? came <= bound
                       : comparison.text() == "above"   ? came > bound
                                                        : came < bound;
    seen.expect(holds, limit, std::to_string(came));
  }
}

void see_score(const Seen& seen, const Node& node) {
  if (node["total"]) see_number(seen, node["total"], seen.turn.score.total);
  if (node["fit"]) see_number(seen, node["fit"], seen.turn.score.fit);
  if (node["intent"]) see_number(seen, node["intent"], seen.turn.score.intent);
}

void see_handoff(const Seen& seen, const Node& node) {
  const auto& record = seen.turn.after.episode.handoff;
  if (node.is_scalar()) {
    seen.expect(node.text() == "none" ? !record : record && record->queue == node.text(), node,
                record ? record->queue : "none");
    return;
  }
  if (!record) return seen.expect(false, node, "none");
  if (node["queue"])
    seen.expect(record->queue == node["queue"].text(), node["queue"], record->queue, record->queue);
  if (node["tier"])
    seen.expect(record->tier == node["tier"].text(), node["tier"], record->tier, record->tier);
  if (node["reason"])
    seen.expect(record->reason == node["reason"].text(), node["reason"], record->reason,
                record->reason);
  const json summary = json::parse(record->summary, nullptr, false);
  for (const std::string& field : node["summary"].texts()) {
    const json& answers = summary["answers"];
    const bool there = std::any_of(answers.begin(), answers.end(),
                                   [&](const json& row) { return row["field"] == field; });
    seen.expect(there, node["summary"], field + " is not in the summary");
  }
}

ShapePtr number_expectation() {
  const ShapePtr bound = integer_shape(0, 0);
  return either_shape({bound, object_shape({{"at_least", bound, false, ""},
                                            {"at_most", bound, false, ""},
                                            {"above", bound, false, ""},
                                            {"below", bound, false, ""}})});
}

ShapePtr score_expectation() {
  return object_shape({{"total", number_expectation(), false, ""},
                       {"fit", number_expectation(), false, ""},
                       {"intent", number_expectation(), false, ""}});
}

ShapePtr handoff_expectation() {
  return either_shape({text_shape(), object_shape({{"queue", id_shape(), false, ""},
                                                   {"tier", id_shape(), false, ""},
                                                   {"reason", id_shape(), false, ""},
                                                   {"summary", one_or_list_shape(id_shape()), false,
                                                    "Fields that the summary tells."}})});
}

struct Row {
  std::string name;
  ShapePtr (*shape)();
  void (*see)(const Seen&, const Node&);
  std::string about;
};

ShapePtr any_map() { return map_shape(any_shape()); }
ShapePtr some_texts() { return one_or_list_shape(text_shape()); }
ShapePtr one_text() { return text_shape(); }
ShapePtr topics_shape() { return list_shape(id_shape()); }
ShapePtr band_shape() { return one_of_shape({"none", "act", "ask", "fall_back"}); }
ShapePtr one_number() { return integer_shape(1, 1000); }

const std::vector<Row>& rows() {
  static const std::vector<Row> kRows = {
      {"known", any_map, see_known, "Facts that hold after the turn."},
      {"unknown", some_texts, see_unknown, "Fields that are not known, or in doubt."},
      {"asks", one_text, see_asks, "The field or consent asked for; none for nothing."},
      {"reply", some_texts, see_reply, "What is said, with * for anything."},
      {"reply_not", some_texts, see_reply_not, "What is not said."},
      {"tier", one_text, see_tier, "The tier."},
      {"flow", one_text, see_flow, "The active flow."},
      {"language", one_text, see_language, "The language of the conversation."},
      {"episode", one_number, see_episode, "The number of the episode."},
      {"red_flag", one_text, see_red_flag, "The group of the red flag found; none for none."},
      {"control", one_text, see_control, "The control that was read."},
      {"topic", one_text, see_topic, "What the text is about; none for nothing to read."},
      {"topics", topics_shape, see_topics, "All that it is about, in its order."},
      {"band", band_shape, see_band, "What its topic allows: none, act, ask, fall_back."},
      {"waiting", topics_shape, see_waiting, "Topics that wait for the present one to be done."},
      {"consents", any_map, see_consents, "granted, refused, revoked or none, by consent."},
      {"score", score_expectation, see_score, "total, fit, intent: a number, or bounds."},
      {"handoff", handoff_expectation, see_handoff,
       "none, a queue, or {queue, tier, reason, summary}."},
  };
  return kRows;
}

}  // namespace

std::vector<Member> expectation_members() {
  std::vector<Member> members;
  for (const Row& row : rows()) members.push_back({row.name, row.shape(), false, row.about});
  return members;
}

void compare(const TestTurn& step, const turn::Practice& practice, const turn::Turn& turn,
             std::vector<Mismatch>& mismatches) {
  const Seen seen{practice, turn, mismatches};
  for (const Row& row : rows()) {
    if (const Node& node = step.expected[row.name]) row.see(seen, node);
  }
}

namespace {

void check_name(bool known, const Node& node, const std::string& kind, Diagnostics& found) {
  if (!known)
    found.error(node.place(), "unknown_" + kind,
                "there is no " + kind + " '" + node.text() + "' in this practice");
}

std::vector<Node> one_or_all(const Node& node) {
  return node.is_list() ? node.items() : node ? std::vector<Node>{node} : std::vector<Node>{};
}

void check_fields(const Node& expected, const turn::Practice& practice, Diagnostics& found) {
  const auto check = [&](const Node& id) {
    check_name(practice.dictionary.find(id.text()).has_value(), id, "field", found);
  };
  for (const auto& [field, value] : expected["known"].entries()) check(field);
  for (const Node& field : one_or_all(expected["unknown"])) check(field);
  for (const Node& field : one_or_all(expected["handoff"]["summary"])) check(field);
  const Node& asks = expected["asks"];
  if (asks && asks.text() != "none" && !practice.profile.consent(asks.text())) check(asks);
}

void check_topics(const Node& expected, const turn::Practice& practice, Diagnostics& found) {
  std::vector<Node> named = one_or_all(expected["topic"]);
  for (const char* list : {"topics", "waiting"}) {
    for (const Node& topic : expected[list].items()) named.push_back(topic);
  }
  for (const Node& topic : named) {
    const std::string& id = topic.text();
    check_name(id == "none" || practice.understanding.knows(id), topic, "topic", found);
  }
}

void check_handoff(const Node& expected, const turn::Practice& practice, Diagnostics& found) {
  const Node& queue = expected.is_scalar() ? expected : expected["queue"];
  if (queue && queue.text() != "none")
    check_name(practice.routing.queue(queue.text()) != nullptr, queue, "queue", found);
  const Node& tier = expected["tier"];
  if (tier) check_name(practice.scoring.tier(tier.text()) != nullptr, tier, "tier", found);
}

}  // namespace

void check_expectations(const ConversationTest& test, const turn::Practice& practice,
                        Diagnostics& found) {
  for (const TestTurn& step : test.turns) {
    check_fields(step.expected, practice, found);
    check_handoff(step.expected["handoff"], practice, found);
    check_topics(step.expected, practice, found);
    const Node& flow = step.expected["flow"];
    if (flow) check_name(practice.flows.find(flow.text()) != nullptr, flow, "flow", found);
    const Node& tier = step.expected["tier"];
    if (tier) check_name(practice.scoring.tier(tier.text()) != nullptr, tier, "tier", found);
    for (const auto& [consent, state] : step.expected["consents"].entries()) {
      check_name(practice.profile.consent(consent.text()), consent, "consent", found);
    }
  }
}

}  // namespace anteroom::bot
