#include "bot/understanding/text_models.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "bot/understanding/shipped_examples.h"

namespace anteroom::understanding {
namespace {

using classifier::Example;
using classifier::TrainingOrder;
using classifier::Wordbook;

constexpr const char* kOffTopic = "off_topic";
constexpr const char* kNoRedFlag = "none";
constexpr const char* kRedFlag = "red_flag";
constexpr double kMissedRedFlags = 0.03;  // of the examples, by both detectors together
constexpr double kFalseAlarms = 0.08;     // of the hard negatives, by the model alone: this wins
constexpr double kCost = 0.3;             // of what is learned wrongly; found by five folds
constexpr std::size_t kFewestOwnExamples = 20;  // for a language that has none built in
constexpr double kMostLost = 0.02;

// The names of the practice's own services, places and payers are concepts, too.
Wordbook wordbook_of(const Profile& profile, const std::string& language) {
  Wordbook book = classifier::shipped_wordbook(language);
  book.stemmer = language;
  const auto add_names = [&](const char* concept_id, const auto& things) {
    for (const auto& thing : things) {
      for (const LocalText* text : {&thing.label, &thing.synonyms})
        for (const std::string& name : text->patterns(language)) book.add(concept_id, name);
      if constexpr (requires { thing.reasons; })
        for (const std::string& name : thing.reasons.patterns(language)) book.add(concept_id, name);
    }
  };
  add_names("service", profile.services);
  add_names("place", profile.locations);
  add_names("payer", profile.payers);
  return book;
}

void add_own(const std::vector<LabelledExample>& own, const std::string& language,
             std::vector<Example>& examples) {
  for (const LabelledExample& example : own) {
    if (example.language == language) examples.push_back({example.text, example.label});
  }
}

// Every text that is about a topic is no emergency; so the model learns what people write every
// day.
std::vector<Example> flags_or_none(const std::vector<Example>& flags,
                                   const std::vector<Example>& topics) {
  std::vector<Example> examples;
  for (const Example& example : flags) {
    const bool is_one = example.label != kNoRedFlag;
    examples.push_back({example.text, is_one ? kRedFlag : kNoRedFlag, !is_one});
  }
  for (const Example& example : topics) examples.push_back({example.text, kNoRedFlag});
  return examples;
}

std::unique_ptr<const LanguageModels> models_of(const std::string& language, const Profile& profile,
                                                const Understanding& understanding,
                                                const RedFlags& red_flags,
                                                classifier::ModelShelf& shelf) {
  std::vector<Example> topics = topic_examples(language);
  std::vector<Example> flags = red_flag_examples(language);
  add_own(understanding.examples, language, topics);
  add_own(understanding.red_flag_examples, language, flags);
  if (topics.size() < kFewestOwnExamples) return nullptr;
  const Wordbook book = wordbook_of(profile, language);
  auto models = std::make_unique<LanguageModels>(language, book);
  TrainingOrder order;
  order.wordbook = book.fingerprint();
  order.recipe.cost = kCost;
  const auto trained = [&](std::vector<Example> examples, const char* out_of_scope) {
    order.examples = std::move(examples);
    order.out_of_scope = out_of_scope;
    return classifier::take_or_train(order, models->analyzer, shelf);
  };
  models->topics = trained(topics, kOffTopic);
  if (flags.empty()) return models;
  order.false_rejection = kMissedRedFlags;
  order.false_alarms = kFalseAlarms;
  order.second_version = red_flags.version();
  order.second = [&](std::string_view folded) {
    RedFlag found = red_flags.find(folded);
    return classifier::SecondLook{found.hit, std::move(found.hints)};
  };
  models->red_flags = trained(flags_or_none(flags, topics), kNoRedFlag);
  std::erase_if(flags, [](const Example& example) { return example.label == kNoRedFlag; });
  models->red_flag_groups = trained(std::move(flags), "");
  return models;
}

}  // namespace

LanguageModels::LanguageModels(std::string its_language, const Wordbook& wordbook)
    : language(std::move(its_language)), analyzer(wordbook) {}

TextModels::TextModels(const Profile& profile, const Understanding& understanding,
                       const RedFlags& red_flags, classifier::ModelShelf& shelf) {
  for (const std::string& language : profile.languages) {
    if (auto models = models_of(language, profile, understanding, red_flags, shelf))
      x_all.push_back(std::move(models));
  }
}

const LanguageModels* TextModels::of(std::string_view language) const {
  const auto found = std::find_if(x_all.begin(), x_all.end(),
                                  [&](const auto& models) { return models->language == language; });
  return found == x_all.end() ? nullptr : found->get();
}

const LanguageModels* TextModels::for_text(std::string_view language,
                                           std::string_view conversation) const {
  if (const LanguageModels* models = of(language)) return models;
  if (const LanguageModels* models = of(conversation)) return models;
  return x_all.empty() ? nullptr : x_all.front().get();
}

namespace {

std::string percent(double share) {
  return std::to_string(static_cast<int>(std::lround(share * 100))) + " %";
}

void compare(const std::string& what, double before, double after,
             std::vector<std::string>& found) {
  if (after >= before - kMostLost) return;
  found.push_back(what + " falls from " + percent(before) + " to " + percent(after) +
                  " of the examples, each judged by a model that has not seen it");
}

}  // namespace

std::vector<std::string> losses(const TextModels& before, const TextModels& after) {
  std::vector<std::string> found;
  for (const auto& models : after.all()) {
    for (const auto& known : before.all()) {
      if (known->language != models->language) continue;
      compare("topics in '" + models->language + "': what is recognised",
              known->topics->figures.without_cut, models->topics->figures.without_cut, found);
      if (!known->red_flags || !models->red_flags) continue;
      compare("emergencies in '" + models->language + "': what is caught",
              known->red_flags->figures.recall, models->red_flags->figures.recall, found);
    }
  }
  return found;
}

}  // namespace anteroom::understanding
