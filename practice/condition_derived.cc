// Conditions on what the turn derives: tier, language, channel, flow, red flags, consents, events.
#include <algorithm>

#include "practice/condition_kinds.h"
#include "practice/wording.h"

namespace anteroom::condition_derived {

namespace {

using Expression = Condition::Expression;

std::shared_ptr<Expression> expression_of(const Node& key) {
  auto expression = std::make_shared<Expression>();
  expression->kind = &condition_kind(key.text());
  return expression;
}

// Words out of a fixed set.
ExpressionPtr read_known_words(const Node& key, const Node& node,
                               const std::vector<std::string_view>& known, Diagnostics& found) {
  auto expression = expression_of(key);
  const std::vector<Node> words = node.is_list() ? node.items() : std::vector<Node>{node};
  for (const Node& word : words) {
    if (std::find(known.begin(), known.end(), word.text()) != known.end()) {
      expression->words.push_back({word.text(), {}});
    } else {
      found.error(word.place(), "unknown_value",
                  "'" + word.text() + "' is not a " + key.text() + suggestion(word.text(), known));
    }
  }
  return expression->words.empty() ? nullptr : expression;
}

Truth is_one_of(const Expression& expression, std::string_view derived) {
  if (derived.empty()) return Truth::unknown;
  return truth(std::any_of(expression.words.begin(), expression.words.end(),
                           [&](const Named& word) { return word.id == derived; }));
}

bool happened(const SeenEvent& seen, const Expression& expression, Moment now) {
  return seen.name == expression.event &&
         (expression.topic.empty() || seen.topic == expression.topic) &&
         (expression.within == Duration{} || seen.at > now - expression.within);
}

void read_event_part(const Node& key, const Node& node, Expression& expression, bool named,
                     Diagnostics& found) {
  const std::string& part = key.text();
  if (part == "topic" && node.is_scalar()) {
    expression.topic = node.text();
  } else if (part == "name" && named && node.is_scalar()) {
    expression.event = node.text();
  } else if (part == "within") {
    const auto within = parse_duration(node.text());
    if (!within)
      return found.error(node.place(), "bad_condition", "'within' takes a duration, as in 7d");
    expression.within = *within;
  } else if (part == "at_least") {
    expression.count = node.integer(0);
    if (expression.count < 1)
      found.error(node.place(), "bad_condition", "'at_least' takes a whole number from 1");
  } else {
    std::vector<std::string_view> known = {"topic", "within", "at_least"};
    if (named) known.push_back("name");
    found.error(key.place(), "unknown_key",
                "'" + part + "' means nothing here" + suggestion(part, known));
  }
}

}  // namespace

ExpressionPtr read_words(const Node& key, const Node& node, const ConditionSource& source) {
  auto expression = expression_of(key);
  for (const std::string& word : node.texts()) expression->words.push_back({word, {}});
  if (!expression->words.empty()) return expression;
  source.found.error(node.place(), "bad_condition",
                     "'" + key.text() + "' takes an id, or a list of ids");
  return nullptr;
}

ExpressionPtr read_language(const Node& key, const Node& node, const ConditionSource& source) {
  const auto& languages = source.profile.languages;
  return read_known_words(key, node, {languages.begin(), languages.end()}, source.found);
}

ExpressionPtr read_channel(const Node& key, const Node& node, const ConditionSource& source) {
  return read_known_words(key, node, {to_text(Channel::web), to_text(Channel::sms)}, source.found);
}

Truth evaluate_tier(const Expression& expression, const FactView& view) {
  return is_one_of(expression, view.tier);
}
Truth evaluate_language(const Expression& expression, const FactView& view) {
  return is_one_of(expression, view.language);
}
Truth evaluate_channel(const Expression& expression, const FactView& view) {
  return is_one_of(expression, view.channel);
}
Truth evaluate_flow(const Expression& expression, const FactView& view) {
  return is_one_of(expression, view.flow);
}

std::string words_in_words(const Expression& expression, const LanguagePacks& packs,
                           std::string_view language) {
  std::vector<std::string> words;
  for (const Named& word : expression.words) words.push_back(word.in_words(language));
  const std::string subject =
      packs.say("condition_" + std::string(expression.kind->name), language);
  return packs.say(
      "condition_is", language,
      {{"field", subject}, {"value", join_list(words, ListKind::alternatives, language)}});
}

ExpressionPtr read_red_flag(const Node& key, const Node& node, const ConditionSource& source) {
  auto expression = expression_of(key);
  if (node.text() != "true" && node.text() != "false") {
    source.found.error(node.place(), "bad_condition", "'red_flag' takes true or false");
    return nullptr;
  }
  expression->flag = node.text() == "true";
  return expression;
}

Truth evaluate_red_flag(const Expression& expression, const FactView& view) {
  return truth(view.red_flag == expression.flag);
}

std::string red_flag_in_words(const Expression& expression, const LanguagePacks& packs,
                              std::string_view language) {
  return packs.say(expression.flag ? "condition_red_flag" : "condition_no_red_flag", language);
}

ExpressionPtr read_consent(const Node& key, const Node& node, const ConditionSource& source) {
  auto expression = expression_of(key);
  if (!source.profile.consent(node.text())) {
    source.found.error(node.place(), "unknown_consent",
                       "there is no consent '" + node.text() + "' in practice.yaml" +
                           suggestion(node.text(), ids_of(source.profile.consents)));
    return nullptr;
  }
  expression->subjects = {{node.text(), {}}};
  return expression;
}

// Never asked is no, not unknown: nothing may be done on a consent that nobody gave.
Truth evaluate_consent(const Expression& expression, const FactView& view) {
  return truth(view.consents && granted(*view.consents, expression.subjects.front().id));
}

std::string consent_in_words(const Expression& expression, const LanguagePacks& packs,
                             std::string_view language) {
  return packs.say("condition_consent", language,
                   {{"consent", expression.subjects.front().in_words(language)}});
}

ExpressionPtr read_event(const Node& key, const Node& node, const ConditionSource& source) {
  auto expression = expression_of(key);
  const bool named = key.text() == "event";
  if (!named) expression->event = "page_view";
  if (node.is_map()) {
    for (const auto& [part, value] : node.entries())
      read_event_part(part, value, *expression, named, source.found);
  }
  if (node.is_map() && !expression->event.empty()) return expression;
  source.found.error(
      node.place(), "bad_condition",
      named
          ? "'event' names an event, as in event: {name: cta_click, at_least: 1}"
          : "'page_view' takes a map, as in page_view: {topic: imaging, within: 7d, at_least: 2}");
  return nullptr;
}

// Events are all on record, so this is never unknown.
Truth evaluate_event(const Expression& expression, const FactView& view) {
  if (!view.events) return Truth::no;
  int count = 0;
  for (const SeenEvent& seen : *view.events) {
    if (happened(seen, expression, view.now) && ++count >= expression.count) return Truth::yes;
  }
  return Truth::no;
}

std::string event_in_words(const Expression& expression, const LanguagePacks& packs,
                           std::string_view language) {
  std::string text = packs.say("condition_event", language,
                               {{"event", Named{expression.event, {}}.in_words(language)},
                                {"count", static_cast<double>(expression.count)}});
  if (!expression.topic.empty())
    text += packs.say("condition_event_topic", language,
                      {{"topic", Named{expression.topic, {}}.in_words(language)}});
  if (expression.within != Duration{})
    text +=
        packs.say("condition_event_within", language, {{"duration", to_text(expression.within)}});
  return text;
}

}  // namespace anteroom::condition_derived
