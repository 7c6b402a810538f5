// A classifier that is ready to use: labels, a linear model, a temperature, a cut, and what five
// folds say of it. Trained from a TrainingOrder; the same order, in whatever order its examples
// stand, gives the same bytes. May be kept as bytes and taken up again.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bot/understanding/classifier/figures.h"

namespace anteroom::classifier {

struct TrainingOrder {
  std::vector<Example> examples;
  std::string wordbook;           // its fingerprint: the analyzer's
  std::string out_of_scope;       // the label of what is none of the others; empty: there is none
  double false_rejection = 0.05;  // the share of texts in scope that the cut may reject
  float out_of_scope_share = kOutOfScopeShare;  // of a score: calibration.h
  double false_alarms = 1.0;  // of hard texts out of scope, the share it may let through: this wins
  Recipe recipe;
  SecondReader second;         // asked when a model is trained; null: there is none
  std::string second_version;  // another one makes other models

  std::string key() const;  // the same for the same model
};

// Out of fold, with the cut.
struct FoldFigures {
  double accuracy = 0;           // in scope; rejected ones are wrong
  double without_cut = 0;        // in scope, none rejected
  double recall = 0;             // of texts in scope: not rejected, or caught by something else
  double false_alarms = 0;       // of texts out of scope: not rejected, or taken by something else
  double hard_false_alarms = 0;  // of the hard ones among them
  double calibration_error = 0;
  std::vector<ClassFigures> classes;
  std::vector<Confusion> confusions;  // the most frequent first
};

struct TrainedModel {
  std::vector<std::string> labels;
  std::uint16_t out_of_scope = kNoClass;
  float out_of_scope_share = kOutOfScopeShare;
  double temperature = 1;
  float cut = 0;
  LinearModel model;
  FoldFigures figures;

  Choice choose(std::span<const float> decisions) const;
};

TrainedModel train(const TrainingOrder& order, const Analyzer& analyzer);

// As bytes with a checksum; null where they are damaged, or of another version.
std::string to_bytes(const TrainedModel& model);
std::optional<TrainedModel> from_bytes(std::string_view bytes);

}  // namespace anteroom::classifier
