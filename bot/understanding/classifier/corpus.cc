#include "bot/understanding/classifier/corpus.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <span>
#include <thread>
#include <tuple>

#include "base/text.h"
#include "bot/understanding/classifier/hashing.h"

namespace anteroom::classifier {
namespace {

std::vector<std::string> labels_of(const std::vector<Example>& examples,
                                   std::vector<std::string> known) {
  std::vector<std::string> labels;
  for (const Example& example : examples) {
    if (std::find(known.begin(), known.end(), example.label) == known.end())
      labels.push_back(example.label);
  }
  std::sort(labels.begin(), labels.end());
  labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
  known.insert(known.end(), labels.begin(), labels.end());
  return known;
}

template <class Stands>
LinearModel learn_from(const Corpus& corpus, const Recipe& recipe, const Stands& stands) {
  std::vector<const Keys*> texts;
  std::vector<std::uint16_t> labels;
  for (const Row& row : corpus.rows()) {
    if (!stands(row)) continue;
    texts.push_back(&row.keys);
    labels.push_back(row.label);
  }
  return LinearModel(texts, labels, corpus.classes(), recipe);
}

}  // namespace

Corpus::Corpus(const std::vector<Example>& examples, const Analyzer& analyzer,
               std::vector<std::string> known, const SecondReader& second)
    : x_labels(labels_of(examples, std::move(known))) {
  Tokens tokens;
  for (const Example& example : examples) {
    Row row;
    row.text = example.text;
    row.label = label(example.label);
    row.hard = example.hard;
    const std::string text = folded(example.text);
    keys_of(text, analyzer, tokens, row.keys);
    if (second) {
      const SecondLook look = second(text);
      row.caught = look.caught;
      row.keys.insert(row.keys.end(), look.hints.begin(), look.hints.end());
    }
    row.normal = normal_form(tokens);
    row.fold = static_cast<std::uint8_t>(hash_of(row.normal) % kFolds);
    x_rows.push_back(std::move(row));
  }
  // By hash, so that the classes are mixed; the rest only breaks ties.
  const auto order = [](const Row& row) {
    return std::tuple(hash_of(row.normal), std::string_view(row.normal), std::string_view(row.text),
                      row.label);
  };
  std::sort(x_rows.begin(), x_rows.end(),
            [&](const Row& a, const Row& b) { return order(a) < order(b); });
}

std::uint16_t Corpus::label(std::string_view name) const {
  const auto found = std::find(x_labels.begin(), x_labels.end(), name);
  return found == x_labels.end() ? kNoClass : static_cast<std::uint16_t>(found - x_labels.begin());
}

void keys_of(std::string_view folded, const Analyzer& analyzer, Tokens& buffer, Keys& keys) {
  analyzer.analyze(folded, buffer);
  keys.clear();
  append_keys(buffer, keys);
}

LinearModel learn(const Corpus& corpus, const Recipe& recipe) {
  return learn_from(corpus, recipe, [](const Row&) { return true; });
}

namespace {

LinearModel learn_without(const Corpus& corpus, std::size_t fold, const Recipe& recipe) {
  return learn_from(corpus, recipe, [&](const Row& row) { return row.fold != fold; });
}

template <class Stands>
void decide_rows(const LinearModel& model, const Corpus& corpus, Decisions& decisions,
                 const Stands& stands) {
  Scratch scratch;
  const std::size_t classes = model.classes();
  for (std::size_t i = 0; i < corpus.rows().size(); ++i) {
    if (!stands(corpus.rows()[i])) continue;
    model.decide(corpus.rows()[i].keys, scratch,
                 std::span(decisions).subspan(i * classes, classes));
  }
}

}  // namespace

Decisions decide_all(const LinearModel& model, const Corpus& corpus) {
  Decisions decisions(corpus.rows().size() * model.classes());
  decide_rows(model, corpus, decisions, [](const Row&) { return true; });
  return decisions;
}

Decisions decide_out_of_fold(const Corpus& corpus, const Recipe& recipe) {
  Decisions decisions(corpus.rows().size() * corpus.classes());
  // Each takes the next fold that nobody has; no two write the same decisions.
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t fold = next++; fold < kFolds; fold = next++) {
      const LinearModel model = learn_without(corpus, fold, recipe);
      decide_rows(model, corpus, decisions, [&](const Row& row) { return row.fold == fold; });
    }
  };
  const std::size_t threads =
      std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, kFolds);
  std::vector<std::future<void>> others;
  for (std::size_t i = 1; i < threads; ++i) others.push_back(std::async(work));
  work();
  for (auto& other : others) other.get();
  return decisions;
}

}  // namespace anteroom::classifier
