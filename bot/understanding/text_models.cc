#include "bot/understanding/text_models.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "bot/understanding/classifier/hashing.h"
#include "bot/understanding/shipped_examples.h"

namespace anteroom::understanding {
namespace {

using classifier::Example;
using classifier::TrainingOrder;
using classifier::Wordbook;

constexpr const char* kOffTopic = "off_topic";
constexpr const char* kNoRedFlag = "none";
constexpr double kMissedRedFlags = 0.03;  // of the examples, by both detectors together
constexpr double kFalseAlarms = 0.07;     // of the hard negatives, by the model alone: this wins
constexpr double kCost = 0.3;             // of what is learned wrongly; found by five folds
constexpr double kTolerance = 0.3;        // half the time of the recipe's, and as good
constexpr std::size_t kOneOf = 4;         // texts of other languages
constexpr std::size_t kFewestWords = 4;   // that the model of emergencies is asked about
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

// What one language's models learn from.
struct Material {
  std::vector<Example> topics, flags;

  Material(const std::string& language, const Understanding& understanding)
      : topics(topic_examples(language)), flags(red_flag_examples(language)) {
    add_own(understanding.examples, language, topics);
    add_own(understanding.red_flag_examples, language, flags);
  }
};

// By a hash of the text, so that one more text changes nothing for the others.
void add_some_of(const std::vector<Example>& all, std::vector<Example>& examples) {
  for (const Example& example : all) {
    const bool is_one = RedFlags::is_group(example.label);
    if (!is_one && classifier::hash_of(example.text) % kOneOf == 0)
      examples.push_back({example.text, kNoRedFlag});
  }
}

// Every text that is about a topic is no emergency, so the model learns what people write every
// day; and from some of other languages that their words alarm nobody, since it hears those, too.
std::vector<Example> flags_or_none(const std::string& language, const Material& own) {
  std::vector<Example> examples;
  for (const Example& example : own.flags) {
    examples.push_back({example.text, example.label, example.label == kNoRedFlag});
  }
  for (const Example& example : own.topics) examples.push_back({example.text, kNoRedFlag});
  for (const std::string& other : shipped_languages()) {
    if (other == language) continue;
    add_some_of(topic_examples(other), examples);
    add_some_of(red_flag_examples(other), examples);
  }
  return examples;
}

// Found by five folds: words say more here, and the cues among the concepts are seldom alone.
classifier::Recipe red_flag_recipe() {
  classifier::Recipe recipe;
  recipe.weights = {1.2, 1.2, 0.8, 0.7};
  recipe.cost = recipe.cost_of_many = 0.5;
  recipe.tolerance = 0.3;
  return recipe;
}

// Trains a language's models, or takes them from the shelf.
class Training {
 public:
  Training(LanguageModels& models, const Wordbook& book, classifier::ModelShelf& shelf)
      : x_models(models), x_shelf(shelf) {
    x_plain.wordbook = book.fingerprint();
    x_plain.recipe.cost = kCost;
    x_plain.recipe.tolerance = kTolerance;
  }

  void train_topics(const Material& material) {
    TrainingOrder order = x_plain;
    order.out_of_scope = kOffTopic;
    x_models.topics = trained(std::move(order), material.topics);
  }
  void train_red_flags(const Material& material, const RedFlags& red_flags) {
    TrainingOrder order = x_plain;
    order.second_version = red_flags.version();
    order.second = [&](std::string_view folded) {
      RedFlag found = red_flags.find(folded);
      return classifier::SecondLook{found.hit, !is_long_enough_for_model(folded),
                                    std::move(found.hints)};
    };
    order.out_of_scope = kNoRedFlag;
    order.out_of_scope_share = 1;  // two sides of one question
    order.recipe = red_flag_recipe();
    order.false_rejection = kMissedRedFlags;
    order.false_alarms = kFalseAlarms;
    x_models.red_flags = trained(std::move(order), flags_or_none(x_models.language, material));
  }

 private:
  classifier::ModelPtr trained(TrainingOrder order, std::vector<Example> examples) {
    order.examples = std::move(examples);
    return classifier::take_or_train(order, x_models.analyzer, x_shelf);
  }

  LanguageModels& x_models;
  classifier::ModelShelf& x_shelf;
  TrainingOrder x_plain;
};

std::vector<std::string> with_shipped(std::vector<std::string> languages) {
  for (const std::string& language : shipped_languages()) {
    if (std::find(languages.begin(), languages.end(), language) == languages.end())
      languages.push_back(language);
  }
  return languages;
}

}  // namespace

bool is_long_enough_for_model(std::string_view folded) {
  return words_of(folded).size() >= kFewestWords;
}

LanguageModels::LanguageModels(std::string its_language, const Wordbook& wordbook)
    : language(std::move(its_language)), analyzer(wordbook) {}

TextModels::TextModels(const Profile& profile, const Understanding& understanding,
                       const RedFlags& red_flags, classifier::ModelShelf& shelf) {
  for (const std::string& language : with_shipped(profile.languages)) {
    const Material material(language, understanding);
    const bool is_served = std::find(profile.languages.begin(), profile.languages.end(),
                                     language) != profile.languages.end();
    const Wordbook book = wordbook_of(profile, language);
    auto models = std::make_unique<LanguageModels>(language, book);
    Training training(*models, book, shelf);
    if (is_served && material.topics.size() >= kFewestOwnExamples) training.train_topics(material);
    if (!material.flags.empty()) training.train_red_flags(material, red_flags);
    if (models->topics || models->red_flags) x_all.push_back(std::move(models));
  }
}

const LanguageModels* TextModels::of(std::string_view language) const {
  const auto found = std::find_if(x_all.begin(), x_all.end(), [&](const auto& models) {
    return models->topics && models->language == language;
  });
  return found == x_all.end() ? nullptr : found->get();
}

const LanguageModels* TextModels::for_text(std::string_view language,
                                           std::string_view conversation) const {
  if (const LanguageModels* models = of(language)) return models;
  if (const LanguageModels* models = of(conversation)) return models;
  const auto first =
      std::find_if(x_all.begin(), x_all.end(), [](const auto& models) { return models->topics; });
  return first == x_all.end() ? nullptr : first->get();
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
      if (known->topics && models->topics)
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
