// Trains a classifier on labelled files and says what it is worth on others: the whole of
// `anteroom classifier evaluate`, without its flags and its printing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bot/understanding/classifier/figures.h"

namespace anteroom::bot {

inline constexpr std::size_t kFewestExamples = 20, kMostExamples = 50'000;
inline constexpr std::size_t kFewestLabels = 2, kMostLabels = 200;  // of texts in scope

struct EvaluationFiles {
  std::vector<std::string> train;
  std::vector<std::string> test;        // none: each training text by the models that lack it
  std::vector<std::string> validation;  // none: the cut by five folds of the training texts
  std::string language;                 // whose stems; empty: that of the training texts
  std::string out_of_scope = "oos";     // the label of what is none of the others
  bool concepts = false;                // with the shipped concepts of a clinic
};

struct Evaluation {
  std::vector<std::string> labels;
  std::uint16_t out_of_scope = classifier::kNoClass;  // its number, with or without examples
  std::string language;                               // whose stems were used; empty: none
  double temperature = 1;
  float cut = 0, cut_at_5_percent = 0;
  classifier::CutFigures chosen, at_5_percent;
  double accuracy_without_cut = 0;
  double calibration_error = 0;
  double train_seconds = 0, microseconds_p50 = 0, microseconds_p99 = 0;
  std::vector<classifier::Judged> judged;  // the test's texts, in the order of `texts`
  std::vector<std::string> texts;
};

// Null where the files have mistakes, which go to `found`.
std::optional<Evaluation> evaluate(const EvaluationFiles& files, Diagnostics& found);

}  // namespace anteroom::bot
