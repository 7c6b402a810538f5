// From decision values to what a bot can act on: a probability, by one temperature that is fitted
// on texts the model has not seen, and whether a text is in scope at all, by a cut on its score.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "bot/understanding/classifier/learning.h"

namespace anteroom::classifier {

inline constexpr float kOutOfScopeShare = 0.5f;

// The best in scope, and how far a text seems in scope: best decision − `share` × that of the class
// out of scope, where there is one.
struct Choice {
  std::uint16_t best = 0;
  float score = 0;
  double confidence = 0;  // in the best: 0..1
};
Choice choose(std::span<const float> decisions, std::uint16_t out_of_scope, double temperature,
              float share = kOutOfScopeShare);

// exp(temperature × decision), made to sum to 1.
void probabilities(std::span<const float> decisions, double temperature, std::span<double> result);

// A judged text: what it is and what it was taken for.
struct Judged {
  std::uint16_t label = 0;
  Choice choice;
  bool caught = false;  // by something else
  bool hard = false;    // out of scope, but looks as if it were not
};
std::vector<Judged> judge(const Corpus& corpus, const Decisions& decisions, double temperature,
                          std::uint16_t out_of_scope, float share = kOutOfScopeShare);

// By which the labels are likeliest.
double fit_temperature(const Corpus& corpus, const Decisions& decisions);

// Below which `share` of the texts in scope lie, those not counted that something else catches.
float cut_at_false_rejection(const std::vector<Judged>& judged, std::uint16_t out_of_scope,
                             double share);
// Above which at most `share` of the hard texts out of scope lie, or of all where none is hard;
// those not counted that something else takes for one in scope anyway.
float cut_at_false_alarms(const std::vector<Judged>& judged, std::uint16_t out_of_scope,
                          double share);
// With the highest accuracy over all labels where, whatever the texts at hand, one in six is out of
// scope; without such texts, the cut at 5 % false rejection.
float best_cut(const std::vector<Judged>& judged, std::uint16_t out_of_scope);

// The mean difference between confidence and accuracy, over ten bands of confidence; of texts in
// scope.
double calibration_error(const std::vector<Judged>& judged, std::uint16_t out_of_scope);

}  // namespace anteroom::classifier
