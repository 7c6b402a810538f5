#include "flows/answers.h"

#include <algorithm>
#include <set>

namespace anteroom::flows {
namespace {

constexpr std::size_t kMostWays = 20000;  // a walk takes about a microsecond
constexpr std::size_t kMostChoices = 6;   // of a field with several values: 64 sets
constexpr int kOldest = 120;

// --- what a field can hold ---

using Values = std::vector<Value>;

std::optional<Values> one_choice(const Field& field) {
  Values values;
  for (const FieldChoice& choice : field.choices) values.emplace_back(choice.id);
  return values;
}

std::optional<Values> several_choices(const Field& field) {
  if (field.choices.size() > kMostChoices) return {};
  Values values;
  for (std::size_t chosen = 1; chosen < (std::size_t{1} << field.choices.size()); ++chosen) {
    Ids ids;
    for (std::size_t i = 0; i < field.choices.size(); ++i) {
      if (chosen >> i & 1) ids.push_back(field.choices[i].id);
    }
    values.emplace_back(std::move(ids));
  }
  return values;
}

std::optional<Values> yes_or_no(const Field&) { return Values{true, false}; }

std::optional<Values> ages(const Field& field) {
  Values values;
  if (field.least.value_or(0) < 1) {
    for (int months = 0; months < 12; ++months) values.emplace_back(Age{months, Age::Unit::months});
  }
  const int most = static_cast<int>(field.most.value_or(kOldest));
  for (int years = std::max(1, static_cast<int>(field.least.value_or(0))); years <= most; ++years) {
    values.emplace_back(Age{years, Age::Unit::years});
  }
  return values;
}

struct KindRow {
  FieldKind kind;
  std::optional<Values> (*values)(const Field&);
};

constexpr KindRow kKinds[] = {
    {FieldKind::choice, one_choice},
    {FieldKind::urgency, one_choice},
    {FieldKind::choices, several_choices},
    {FieldKind::yes_no, yes_or_no},
    {FieldKind::age, ages},
};

// Nothing where they cannot be listed: texts, open numbers, days.
std::optional<Values> values_of(const Field& field) {
  for (const KindRow& row : kKinds) {
    if (row.kind == field.kind) return row.values(field);
  }
  return {};
}

// Where conditions only ask whether it is known.
std::optional<Values> any_value() { return Values{std::string()}; }

// --- what decides a condition ---

struct Reads {
  std::set<FieldIndex> fields;
  std::set<FieldIndex> compared;
  std::set<std::string> derived;
};

void collect(const Condition& when, const Flow& flow, Reads& reads) {
  for (std::string& name : when.derived()) reads.derived.insert(std::move(name));
  for (FieldIndex field : when.compared()) reads.compared.insert(field);
  for (FieldIndex field : when.fields()) {
    if (!reads.fields.insert(field).second) continue;
    for (const Item& item : flow.items) {
      if (item.kind == ItemKind::ask && item.field == field) collect(item.when, flow, reads);
    }
  }
}

}  // namespace

std::optional<Answers> Answers::deciding(const std::vector<const Condition*>& conditions,
                                         const Flow& flow, const Known& known,
                                         Unanswered unanswered) {
  Reads reads;
  for (const Condition* when : conditions) collect(*when, flow, reads);
  Answers answers;
  answers.x_flow = flow.id;
  answers.x_fields = known.dictionary.size();
  for (FieldIndex field : reads.fields) {
    const auto values =
        reads.compared.contains(field) ? values_of(known.dictionary[field]) : any_value();
    if (!values) return {};
    answers.add_field(field, *values, unanswered);
  }
  for (const std::string& name : reads.derived) {
    if (!answers.add_derived(name, known)) return {};
  }
  std::size_t ways = 1;
  for (const Question& question : answers.x_questions) {
    ways *= question.size();
    if (ways > kMostWays) return {};
  }
  return answers;
}

void Answers::add_field(FieldIndex index, const std::vector<Value>& values, Unanswered unanswered) {
  Question question;
  if (unanswered == Unanswered::included) {
    question.push_back([index](World& world) { world.view.facts[index] = nullptr; });
  }
  for (const Value& value : values) {
    Fact fact;
    fact.value = value;
    const Fact* stays = &x_facts.emplace_back(std::move(fact));
    question.push_back([index, stays](World& world) { world.view.facts[index] = stays; });
  }
  x_questions.push_back(std::move(question));
}

bool Answers::add_words(const std::vector<std::string>& words, std::string_view FactView::*member) {
  if (words.empty()) return false;
  Question question;
  for (const std::string& word : words) {
    question.push_back([&word, member](World& world) { world.view.*member = word; });
  }
  x_questions.push_back(std::move(question));
  return true;
}

void Answers::add_consents(const Known& known) {
  x_consents = known.profile.consents.size();
  for (std::size_t i = 0; i < known.profile.consents.size(); ++i) {
    const std::string& id = known.profile.consents[i].id;
    const auto set = [i, &id](ConsentState state) {
      return [i, &id, state](World& world) {
        world.consents[i].consent = id;
        world.consents[i].state = state;
      };
    };
    x_questions.push_back({set(ConsentState::granted), set(ConsentState::refused)});
  }
}

bool Answers::add_derived(const std::string& name, const Known& known) {
  static const std::vector<std::string> channels{std::string(to_text(Channel::web)),
                                                 std::string(to_text(Channel::sms))};
  if (name == "tier") return add_words(known.tiers, &FactView::tier);
  if (name == "language") return add_words(known.profile.languages, &FactView::language);
  if (name == "channel") return add_words(channels, &FactView::channel);
  if (name == "consent") add_consents(known);
  if (name == "red_flag") {
    x_questions.push_back({[](World& world) { world.view.red_flag = false; },
                           [](World& world) { world.view.red_flag = true; }});
  }
  return name == "consent" || name == "red_flag" || name == "flow";  // the flow is the one walked
}

bool Answers::any(const std::function<bool(const FactView&)>& holds) const {
  World world;
  world.view.facts.assign(x_fields, nullptr);
  world.view.flow = x_flow;
  world.consents.resize(x_consents);
  world.view.consents = &world.consents;
  return any_from(0, world, holds);
}

bool Answers::any_from(std::size_t question, World& world,
                       const std::function<bool(const FactView&)>& holds) const {
  if (question == x_questions.size()) return holds(world.view);
  for (const Setting& set : x_questions[question]) {
    set(world);
    if (any_from(question + 1, world, holds)) return true;
  }
  return false;
}

}  // namespace anteroom::flows
