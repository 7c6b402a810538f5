// A linear model over a vocabulary: what it decides for a text, and why. Immutable; shared between
// threads, each of which brings its own Scratch.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "bot/understanding/classifier/linear.h"
#include "bot/understanding/classifier/vocabulary.h"

namespace anteroom::classifier {

struct Recipe {
  BlockWeights weights{1.0, 1.2, 0.5, 1.0};  // words, characters, skips, concepts
  double cost = 1.0;
  double cost_of_many = 0.3;  // beyond `many` examples
  std::size_t many = 5000;
  double tolerance = 0.1;
  std::size_t fewest = 2;  // texts that must have a feature

  double cost_of(std::size_t examples) const { return examples > many ? cost_of_many : cost; }
  std::string fingerprint() const;
};

class LinearModel {
 public:
  LinearModel() = default;
  // Learned from `rows`, weighed by the vocabulary; their `labels` are below `classes`.
  LinearModel(Vocabulary vocabulary, std::span<const Vector> rows,
              std::span<const std::uint16_t> labels, std::size_t classes, const Recipe& recipe);
  LinearModel(Vocabulary vocabulary, std::vector<float> weights, const BlockWeights& blocks,
              std::size_t classes);

  std::size_t classes() const { return x_classes; }
  // `decisions` has room for one value a class.
  void decide(const Keys& keys, Scratch& scratch, std::span<float> decisions) const;
  // What a feature adds to the decision for a class, by its place in `vector`.
  void vector_of(const Keys& keys, Scratch& scratch, Vector& vector) const;
  float weight(std::uint32_t column, std::size_t of_class) const {
    return x_weights[column * x_classes + of_class];
  }

  const Vocabulary& vocabulary() const { return x_vocabulary; }
  const std::vector<float>& weights() const { return x_weights; }
  const BlockWeights& blocks() const { return x_blocks; }

 private:
  Vocabulary x_vocabulary;
  std::vector<float> x_weights;  // by column, then class
  BlockWeights x_blocks{};
  std::size_t x_classes = 0;
};

}  // namespace anteroom::classifier
