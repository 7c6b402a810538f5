#include "bot/understanding/topics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "base/text.h"
#include "bot/understanding/judged_text.h"

namespace anteroom::understanding {
namespace {

using classifier::TrainedModel;

constexpr std::size_t kMostCandidates = 3;
constexpr std::size_t kFewestWords = 2;  // of a clause with a topic of its own
constexpr double kSureOfClause = 0.85;   // fewer words say less
constexpr std::size_t kMostTopics = 4;
constexpr std::size_t kMostWeights = 12;
constexpr const char* kOffTopic = "off_topic";

struct Verdict {
  std::string topic;
  double confidence = 0;
  TopicBand band = TopicBand::none;
};

TopicBand band_of(double confidence, double act, const TopicBands& bands) {
  if (confidence >= act) return TopicBand::act;
  return confidence >= bands.ask ? TopicBand::ask : TopicBand::fall_back;
}

// Surely none of the topics is something to act on; a text that only fits none of them well was not
// understood.
Verdict verdict_of(const TrainedModel& model, const TopicBands& bands, double act,
                   std::string_view folded, const LanguageModels& models,
                   std::vector<double>& likely) {
  const auto decisions = decide(model, keys_of(models, folded));
  likely.resize(decisions.size());
  classifier::probabilities(decisions, model.temperature, likely);
  const auto choice = model.choose(decisions);
  if (choice.score >= model.cut)
    return {model.labels[choice.best], choice.confidence, band_of(choice.confidence, act, bands)};
  const double outside = likely[model.out_of_scope];
  return {kOffTopic, outside, outside >= bands.act ? TopicBand::act : TopicBand::fall_back};
}

std::vector<TopicGuess> candidates_of(const TrainedModel& model,
                                      const std::vector<double>& likely) {
  std::vector<TopicGuess> guesses;
  for (std::size_t i = 0; i < likely.size(); ++i) {
    if (i != model.out_of_scope) guesses.push_back({model.labels[i], likely[i]});
  }
  std::stable_sort(guesses.begin(), guesses.end(), [](const TopicGuess& a, const TopicGuess& b) {
    return a.confidence > b.confidence;
  });
  guesses.resize(std::min(guesses.size(), kMostCandidates));
  return guesses;
}

bool is_in(const std::vector<std::string>& topics, std::string_view topic) {
  return std::find(topics.begin(), topics.end(), topic) != topics.end();
}

// The topics of the clauses, in the order of the text; that of the whole text stands first where no
// clause has it.
std::vector<std::string> topics_of(const LanguageModels& models, const TopicBands& bands,
                                   std::string_view folded, const Verdict& whole) {
  std::vector<std::string> topics;
  const auto clauses = clauses_of(folded);
  std::vector<double> likely;
  for (const std::string_view clause : clauses) {
    if (clauses.size() == 1 || topics.size() == kMostTopics) break;
    const Verdict one = verdict_of(*models.topics, bands, std::max(bands.act, kSureOfClause),
                                   clause, models, likely);
    if (one.band == TopicBand::act && one.topic != kOffTopic && !is_in(topics, one.topic))
      topics.push_back(one.topic);
  }
  const bool counts = whole.band == TopicBand::act && whole.topic != kOffTopic;
  if (counts && !is_in(topics, whole.topic)) topics.insert(topics.begin(), whole.topic);
  return topics;
}

// What a detector or a control has found is certain.
std::string_view found_otherwise(const Reading& reading) {
  if (reading.red_flag && !reading.red_flag_soft) return "emergency";
  if (reading.opt_out) return "opt_out";
  return reading.control == Control::person ? "human" : std::string_view();
}

void set_topic(std::string_view topic, Reading& reading) {
  reading.topic = std::string(topic);
  reading.confidence = 1.0;
  reading.band = TopicBand::act;
  std::erase(reading.topics, topic);
  reading.topics.insert(reading.topics.begin(), std::string(topic));
}

}  // namespace

void hear_topics(const LanguageModels& models, const TopicBands& bands, std::string_view folded,
                 Reading& reading) {
  if (trimmed(folded).empty()) return;
  std::vector<double> likely;
  Verdict whole = verdict_of(*models.topics, bands, bands.act, folded, models, likely);
  reading.candidates = candidates_of(*models.topics, likely);
  reading.topics = topics_of(models, bands, folded, whole);
  if (const std::string_view found = found_otherwise(reading); !found.empty())
    return set_topic(found, reading);
  reading.topic = std::move(whole.topic);
  reading.confidence = whole.confidence;
  reading.band = whole.band;
}

std::vector<std::string_view> clauses_of(std::string_view folded) {
  static constexpr std::array<std::string_view, 13> kSplits{
      "and",    "also", "but", "plus", "y", "tambien", "pero",
      "ademas", "then", "btw", "oh",   "e", "&"};
  static constexpr std::string_view kEnds = ".?!;&+";
  std::vector<std::string_view> clauses;
  std::size_t begin = 0, at = 0, words = 0;
  for (const Word& word : words_of(folded)) {
    const std::string_view gap = folded.substr(at, word.begin - at);
    const std::string_view text = folded.substr(word.begin, word.end - word.begin);
    const bool splits = gap.find_first_of(kEnds) != std::string_view::npos ||
                        std::find(kSplits.begin(), kSplits.end(), text) != kSplits.end();
    if (splits && words >= kFewestWords) {
      clauses.push_back(folded.substr(begin, word.begin - begin));
      words = 0;
      begin = word.begin;
    }
    ++words;
    at = word.end;
  }
  if (begin < folded.size()) clauses.push_back(folded.substr(begin));
  return clauses;
}

Why why(const LanguageModels& models, std::string_view folded) {
  const TrainedModel& model = *models.topics;
  classifier::Tokens tokens;
  models.analyzer.analyze(folded, tokens);
  classifier::Keys keys;
  classifier::append_keys(tokens, keys);
  const auto decisions = decide(model, keys);
  std::vector<std::size_t> order(decisions.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return decisions[a] > decisions[b]; });
  Why why{model.labels[order[0]], model.labels[order[1]], {}};
  std::map<classifier::Key, std::string> names;
  for (auto& [key, name] : classifier::named_keys(models.analyzer, tokens))
    names.emplace(key, std::move(name));
  classifier::Scratch scratch;
  classifier::Vector vector;
  model.model.vector_of(keys, scratch, vector);
  for (std::size_t i = 0; i < vector.columns.size(); ++i) {
    const std::uint32_t column = vector.columns[i];
    const double weight =
        static_cast<double>(vector.values[i] * (model.model.weight(column, order[0]) -
                                                model.model.weight(column, order[1])));
    why.weights.push_back({names[model.model.vocabulary().keys()[column]], weight});
  }
  std::stable_sort(why.weights.begin(), why.weights.end(), [](const auto& a, const auto& b) {
    return std::abs(a.weight) > std::abs(b.weight);
  });
  why.weights.resize(std::min(why.weights.size(), kMostWeights));
  return why;
}

}  // namespace anteroom::understanding
