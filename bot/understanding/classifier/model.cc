#include "bot/understanding/classifier/model.h"

#include <algorithm>

#include "base/hash.h"

namespace anteroom::classifier {

std::string Recipe::fingerprint() const {
  std::string all;
  for (const double number : weights) all += std::to_string(number) + ' ';
  for (const double number : {cost, cost_of_many, tolerance}) all += std::to_string(number) + ' ';
  return content_hash(all + std::to_string(many) + ' ' + std::to_string(fewest));
}

LinearModel::LinearModel(Vocabulary vocabulary, std::span<const Vector> rows,
                         std::span<const std::uint16_t> labels, std::size_t classes,
                         const Recipe& recipe)
    : x_vocabulary(std::move(vocabulary)), x_blocks(recipe.weights), x_classes(classes) {
  LinearProblem problem;
  problem.rows = rows;
  problem.labels = labels;
  problem.classes = classes;
  problem.columns = x_vocabulary.size();
  problem.cost = recipe.cost_of(rows.size());
  problem.tolerance = recipe.tolerance;
  x_weights = learn_weights(problem);
}

LinearModel::LinearModel(Vocabulary vocabulary, std::vector<float> weights,
                         const BlockWeights& blocks, std::size_t classes)
    : x_vocabulary(std::move(vocabulary)),
      x_weights(std::move(weights)),
      x_blocks(blocks),
      x_classes(classes) {}

void LinearModel::vector_of(const Keys& keys, Scratch& scratch, Vector& vector) const {
  x_vocabulary.count(keys, scratch, vector);
  x_vocabulary.weigh(x_blocks, vector);
}

void LinearModel::decide(const Keys& keys, Scratch& scratch, std::span<float> decisions) const {
  thread_local Vector vector;
  vector_of(keys, scratch, vector);
  const float* bias = x_weights.data() + x_vocabulary.size() * x_classes;
  std::copy_n(bias, x_classes, decisions.begin());
  for (std::size_t i = 0; i < vector.columns.size(); ++i) {
    const float* weights = x_weights.data() + std::size_t{vector.columns[i]} * x_classes;
    const float value = vector.values[i];
    for (std::size_t of_class = 0; of_class < x_classes; ++of_class)
      decisions[of_class] += value * weights[of_class];
  }
}

}  // namespace anteroom::classifier
