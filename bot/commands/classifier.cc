#include <CLI/CLI.hpp>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "bot/commands/commands.h"
#include "bot/evaluation.h"

namespace anteroom::bot {
namespace {

using nlohmann::json;
using namespace classifier;

constexpr std::size_t kMostConfusions = 15;

struct Options {
  EvaluationFiles files;
  bool json = false;
  bool texts = false;
};

json or_null(const std::optional<double>& share) { return share ? json(*share) : json(nullptr); }

json to_json(const CutFigures& figures) {
  return {{"in_scope_accuracy", figures.in_scope_accuracy},
          {"oos_recall", or_null(figures.oos_recall)},
          {"oos_precision", or_null(figures.oos_precision)},
          {"oos_f1", or_null(figures.oos_f1)}};
}

void print_json(const Evaluation& result) {
  json row = to_json(result.chosen);
  row["at_5_percent_false_rejection"] = to_json(result.at_5_percent);
  row["in_scope_accuracy_without_cut"] = result.accuracy_without_cut;
  row["calibration_error"] = result.calibration_error;
  row["train_seconds"] = result.train_seconds;
  row["microseconds_p50"] = result.microseconds_p50;
  row["microseconds_p99"] = result.microseconds_p99;
  row["temperature"] = result.temperature;
  row["language"] = result.language.empty() ? json(nullptr) : json(result.language);
  std::printf("%s\n", row.dump().c_str());
}

std::string percent(const std::optional<double>& share) {
  if (!share) return "-";
  char text[16];
  std::snprintf(text, sizeof text, "%.1f %%", *share * 100);
  return text;
}

void print_cut(const char* name, const CutFigures& figures) {
  std::printf("%-24s %10s %12s %12s %12s\n", name, percent(figures.in_scope_accuracy).c_str(),
              percent(figures.oos_recall).c_str(), percent(figures.oos_precision).c_str(),
              percent(figures.oos_f1).c_str());
}

const std::string& name_of(const Evaluation& result, std::uint16_t label) {
  return result.labels[label];
}

void print_classes(const Evaluation& result) {
  std::printf("\n%-24s %8s %8s %10s\n", "label", "texts", "recall", "precision");
  const auto classes = figures_by_class(result.judged, result.cut_at_5_percent, result.out_of_scope,
                                        result.labels.size());
  const auto share = [](std::size_t part, std::size_t whole) -> std::optional<double> {
    if (whole == 0) return std::nullopt;
    return static_cast<double>(part) / static_cast<double>(whole);
  };
  for (const ClassFigures& one : classes) {
    if (one.texts + one.taken == 0) continue;
    std::printf("%-24s %8zu %8s %10s\n", name_of(result, one.label).c_str(), one.texts,
                percent(share(one.right, one.texts)).c_str(),
                percent(share(one.right, one.taken)).c_str());
  }
}

void print_confusions(const Evaluation& result) {
  const auto pairs = confusions(result.judged, result.cut_at_5_percent, result.out_of_scope);
  if (pairs.empty()) return;
  std::printf("\nConfusing pairs\n");
  for (std::size_t i = 0; i < std::min(pairs.size(), kMostConfusions); ++i)
    std::printf("%6zu  %s taken for %s\n", pairs[i].texts, name_of(result, pairs[i].label).c_str(),
                name_of(result, pairs[i].taken_for).c_str());
}

void print_texts(const Evaluation& result) {
  std::printf("\nTexts taken for another label\n");
  for (std::size_t i = 0; i < result.judged.size(); ++i) {
    const Judged& one = result.judged[i];
    const std::uint16_t taken = verdict(one, result.cut_at_5_percent, result.out_of_scope);
    if (taken == one.label) continue;
    const json row{{"text", result.texts[i]},
                   {"label", name_of(result, one.label)},
                   {"taken_for", name_of(result, taken)},
                   {"confidence", std::round(one.choice.confidence * 100) / 100}};
    std::printf("%s\n", row.dump().c_str());
  }
}

void print(const Evaluation& result, const Options& options) {
  std::printf("%-24s %10s %12s %12s %12s\n", "", "in scope", "oos recall", "oos precision",
              "oos F1");
  print_cut("chosen cut", result.chosen);
  print_cut("5 % false rejection", result.at_5_percent);
  std::printf("%-24s %10s\n", "without a cut", percent(result.accuracy_without_cut).c_str());
  std::printf("\ncalibration error %.3f (temperature %.1f), stems: %s\n", result.calibration_error,
              result.temperature, result.language.empty() ? "none" : result.language.c_str());
  std::printf("trained in %.2f s; a text takes %.1f µs (p50), %.1f µs (p99)\n",
              result.train_seconds, result.microseconds_p50, result.microseconds_p99);
  print_classes(result);
  print_confusions(result);
  if (options.texts) print_texts(result);
}

int run(const Options& options) {
  Diagnostics found;
  const auto result = evaluate(options.files, found);
  for (const Diagnostic& one : found.sorted()) std::fprintf(stderr, "%s\n", to_text(one).c_str());
  if (!result) return 1;
  options.json ? print_json(*result) : print(*result, options);
  return 0;
}

}  // namespace

void add_classifier(CLI::App& app, int& exit_code) {
  CLI::App* classifier =
      app.add_subcommand("classifier", "Try the text classifier on labelled texts");
  classifier->require_subcommand(1);
  auto options = std::make_shared<Options>();
  CLI::App* command = classifier->add_subcommand(
      "evaluate",
      "Train on labelled JSON Lines ({\"text\",\"label\"}) and print what that is worth on others");
  command->add_option("--train", options->files.train, "The texts to learn from")->required();
  command->add_option("--test", options->files.test,
                      "The texts to judge; without them, the training texts by five folds");
  command->add_option(
      "--validation", options->files.validation,
      "The texts that choose the cut; without them, the training texts by five folds");
  command
      ->add_option("--out-of-scope", options->files.out_of_scope,
                   "The label of texts that belong to no other")
      ->capture_default_str();
  command->add_option("--language", options->files.language,
                      "Whose word stems to use: en, es, ...; else as the training texts are");
  command->add_flag("--concepts", options->files.concepts,
                    "Use the shipped concepts of a clinic, as a practice does");
  command->add_flag("--texts", options->texts, "Print each text that is taken for another label");
  command->add_flag("--json", options->json, "Print one JSON object");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace anteroom::bot
