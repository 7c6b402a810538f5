// Learns linear weights by LIBLINEAR (Crammer and Singer's multiclass machine), whose only user
// this is. The library draws from rand(), which linear.cc gives it as a sequence of each thread's
// own, begun anew for each training. So the same rows give the same weights, to the bit, and any
// number of threads may learn at once.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "bot/understanding/classifier/vocabulary.h"

namespace anteroom::classifier {

struct LinearProblem {
  std::span<const Vector> rows;
  std::span<const std::uint16_t> labels;  // of the rows, from 0
  std::size_t classes = 0;
  std::size_t columns = 0;
  double cost = 1.0;
  double tolerance = 0.1;
};

// (columns + 1) × classes weights, those of one column side by side; the last column always
// counts 1. A class without a row is never the best.
std::vector<float> learn_weights(const LinearProblem& problem);

}  // namespace anteroom::classifier
