#include "bot/evaluation.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <set>
#include <sstream>

#include "base/text.h"
#include "bot/clock.h"
#include "bot/understanding/classifier/examples.h"
#include "practice/language_pack.h"

namespace anteroom::bot {
namespace {

using namespace classifier;

constexpr double kFalseRejection = 0.05;
constexpr double kLeastFunctionWords = 0.15;  // of the words of a text in a language we know
constexpr std::size_t kTextsForLanguage = 2000;

using Examples = std::vector<PlacedExample>;

Examples read_file(const std::string& name, Diagnostics& found) {
  std::ifstream in(name, std::ios::binary);
  std::ostringstream bytes;
  if (in) bytes << in.rdbuf();
  if (!in || bytes.fail()) {
    found.error({name, 1, 1}, "unreadable_file",
                "this cannot be read; a file of JSON Lines is expected");
    return {};
  }
  Examples examples = read_examples(name, bytes.str(), found);
  if (examples.empty())
    found.error({name, 1, 1}, "no_examples", R"(here is no line {"text":"...","label":"..."})");
  return examples;
}

std::vector<Example> read_files(const std::vector<std::string>& names,
                                const std::set<std::string>* known, Diagnostics& found) {
  std::vector<Example> all;
  for (const std::string& name : names) {
    for (PlacedExample& one : read_file(name, found)) {
      if (known && !known->contains(one.example.label))
        found.error({name, one.line, 1}, "unknown_label",
                    "no training text has the label '" + one.example.label + "'");
      all.push_back(std::move(one.example));
    }
  }
  return all;
}

void check_size(const std::string& file, const std::vector<Example>& train,
                const std::set<std::string>& labels, Diagnostics& found) {
  const auto complain = [&](std::size_t count, std::size_t least, std::size_t most,
                            const std::string& what) {
    if (count >= least && count <= most) return;
    found.error({file, 1, 1}, "size",
                "there are " + std::to_string(count) + " " + what + "; " + std::to_string(least) +
                    " to " + std::to_string(most) + " are needed");
  };
  complain(train.size(), kFewestExamples, kMostExamples, "training texts");
  complain(labels.size(), kFewestLabels, kMostLabels, "labels of texts in scope");
}

// The language whose small words are the most frequent; empty: none that we know.
std::string language_of(const std::vector<Example>& examples) {
  std::string best;
  double best_share = kLeastFunctionWords;
  for (const LanguagePack& pack : LanguagePacks::shipped().all()) {
    const auto& list = pack.words.find("function_words")->second;
    const std::set<std::string, std::less<>> small(list.begin(), list.end());
    double words = 0, known = 0;
    for (std::size_t i = 0; i < std::min(examples.size(), kTextsForLanguage); ++i) {
      const std::string text = folded(examples[i].text);
      for (const Word& word : words_of(text)) {
        ++words;
        known += small.contains(std::string_view(text).substr(word.begin, word.end - word.begin));
      }
    }
    if (words == 0 || known / words <= best_share) continue;
    best_share = known / words;
    best = pack.language;
  }
  return best;
}

Wordbook wordbook_for(const std::string& language, bool concepts) {
  Wordbook book = shipped_wordbook(language);
  book.stemmer = language;
  if (!concepts) book.concepts.clear();
  return book;
}

double percentile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  return values[std::min(values.size() - 1,
                         static_cast<std::size_t>(share * static_cast<double>(values.size())))];
}

double seconds_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double>(steady_now() - begin).count();
}

class Evaluator {
 public:
  Evaluator(const EvaluationFiles& files, std::vector<Example> train)
      : x_files(files),
        x_train(std::move(train)),
        x_language(files.language.empty() ? language_of(x_train) : files.language),
        x_analyzer(wordbook_for(x_language, files.concepts)) {}

  Evaluation run(const std::vector<Example>& test, const std::vector<Example>& validation) {
    const auto begin = steady_now();
    const Corpus corpus(x_train, x_analyzer, {x_files.out_of_scope});
    const LinearModel model = learn(corpus, x_recipe);
    x_result.train_seconds = seconds_since(begin);
    x_result.labels = corpus.labels();
    x_result.out_of_scope = 0;
    x_result.language = x_language;
    const Decisions folds =
        validation.empty() || test.empty() ? decide_out_of_fold(corpus, x_recipe) : Decisions{};
    if (validation.empty()) {
      find_cuts(corpus, folds);
    } else {
      const Corpus apart(validation, x_analyzer, corpus.labels());
      find_cuts(apart, decide_all(model, apart));
    }
    if (test.empty())
      judge_all(corpus, folds);
    else
      judge_test(model, test);
    measure(model, test.empty() ? x_train : test);
    return std::move(x_result);
  }

 private:
  void find_cuts(const Corpus& corpus, const Decisions& decisions) {
    x_result.temperature = fit_temperature(corpus, decisions);
    const auto judged = judge(corpus, decisions, x_result.temperature, x_result.out_of_scope);
    x_result.cut = best_cut(judged, x_result.out_of_scope);
    x_result.cut_at_5_percent =
        cut_at_false_rejection(judged, x_result.out_of_scope, kFalseRejection);
  }

  void judge_test(const LinearModel& model, const std::vector<Example>& test) {
    const Corpus corpus(test, x_analyzer, x_result.labels);
    judge_all(corpus, decide_all(model, corpus));
  }

  void judge_all(const Corpus& corpus, const Decisions& decisions) {
    const std::uint16_t outside = x_result.out_of_scope;
    x_result.judged = judge(corpus, decisions, x_result.temperature, outside);
    for (const Row& row : corpus.rows()) x_result.texts.push_back(row.text);
    x_result.chosen = figures_at(x_result.cut, x_result.judged, outside);
    x_result.at_5_percent = figures_at(x_result.cut_at_5_percent, x_result.judged, outside);
    x_result.accuracy_without_cut = figures_at(-1e9f, x_result.judged, outside).in_scope_accuracy;
    x_result.calibration_error = calibration_error(x_result.judged, outside);
  }

  // One text at a time, from its bytes to its class.
  void measure(const LinearModel& model, const std::vector<Example>& texts) {
    Tokens tokens;
    Keys keys;
    Scratch scratch;
    std::vector<float> decisions(model.classes());
    std::vector<double> microseconds;
    for (const Example& example : texts) {
      const auto begin = steady_now();
      keys_of(folded(example.text), x_analyzer, tokens, keys);
      model.decide(keys, scratch, decisions);
      choose(decisions, x_result.out_of_scope, x_result.temperature);
      microseconds.push_back(seconds_since(begin) * 1e6);
    }
    x_result.microseconds_p50 = percentile(microseconds, 0.50);
    x_result.microseconds_p99 = percentile(microseconds, 0.99);
  }

  const EvaluationFiles& x_files;
  std::vector<Example> x_train;
  std::string x_language;
  Analyzer x_analyzer;
  Recipe x_recipe;
  Evaluation x_result;
};

}  // namespace

std::optional<Evaluation> evaluate(const EvaluationFiles& files, Diagnostics& found) {
  std::vector<Example> train = read_files(files.train, nullptr, found);
  std::set<std::string> labels;
  for (const Example& example : train) labels.insert(example.label);
  labels.erase(files.out_of_scope);
  if (!found.has_errors()) check_size(files.train.front(), train, labels, found);
  labels.insert(files.out_of_scope);
  const auto test = read_files(files.test, &labels, found);
  const auto validation = read_files(files.validation, &labels, found);
  if (found.has_errors()) return std::nullopt;
  return Evaluator(files, std::move(train)).run(test, validation);
}

}  // namespace anteroom::bot
