#include "bot/understanding/classifier/linear.h"

#include <linear.h>

#include <cstdint>
#include <memory>

namespace anteroom::classifier {
namespace {

constexpr std::uint64_t kSeed = 1;
thread_local std::uint64_t drawn = kSeed;
constexpr float kNever = -10.0f;  // the decision for a class that no row has

struct FreeModel {
  void operator()(model* trained) const { free_and_destroy_model(&trained); }
};
using ModelPtr = std::unique_ptr<model, FreeModel>;

// The rows as the library wants them: columns from 1, a last one for the bias, an end.
class Rows {
 public:
  explicit Rows(const LinearProblem& problem) {
    std::size_t size = 0;
    for (const Vector& row : problem.rows) size += row.columns.size() + 2;
    x_nodes.reserve(size);
    for (const Vector& row : problem.rows) add(row, static_cast<int>(problem.columns) + 1);
    for (const std::size_t begin : x_begins) x_rows.push_back(&x_nodes[begin]);
  }
  feature_node** rows() { return x_rows.data(); }

 private:
  void add(const Vector& row, int bias_column) {
    x_begins.push_back(x_nodes.size());
    for (std::size_t i = 0; i < row.columns.size(); ++i)
      x_nodes.push_back({static_cast<int>(row.columns[i]) + 1, static_cast<double>(row.values[i])});
    x_nodes.push_back({bias_column, 1.0});
    x_nodes.push_back({-1, 0.0});
  }

  std::vector<feature_node> x_nodes;
  std::vector<std::size_t> x_begins;
  std::vector<feature_node*> x_rows;
};

ModelPtr train_alone(const LinearProblem& rows_and_labels) {
  Rows rows(rows_and_labels);
  std::vector<double> labels(rows_and_labels.labels.begin(), rows_and_labels.labels.end());
  problem input{};
  input.l = static_cast<int>(labels.size());
  input.n = static_cast<int>(rows_and_labels.columns) + 1;
  input.y = labels.data();
  input.x = rows.rows();
  input.bias = 1.0;
  parameter settings{};
  settings.solver_type = MCSVM_CS;
  settings.C = rows_and_labels.cost;
  settings.eps = rows_and_labels.tolerance;
  static const bool kIsQuiet = (set_print_string_function([](const char*) {}), true);
  static_cast<void>(kIsQuiet);
  drawn = kSeed;
  return ModelPtr(train(&input, &settings));
}

}  // namespace

std::vector<float> learn_weights(const LinearProblem& problem) {
  const std::size_t columns = problem.columns + 1, classes = problem.classes;
  std::vector<float> weights(columns * classes, 0.0f);
  for (std::size_t of_class = 0; of_class < classes; ++of_class)
    weights[problem.columns * classes + of_class] = kNever;
  if (problem.rows.empty()) return weights;
  const ModelPtr trained = train_alone(problem);
  const auto known = static_cast<std::size_t>(trained->nr_class);
  for (std::size_t i = 0; i < known; ++i) {
    const auto of_class = static_cast<std::size_t>(trained->label[i]);
    for (std::size_t column = 0; column < columns; ++column)
      weights[column * classes + of_class] = static_cast<float>(trained->w[column * known + i]);
  }
  return weights;
}

}  // namespace anteroom::classifier

// The library mixes its rows with the process's rand(). In this program that is a sequence a thread
// (Knuth's MMIX generator), begun anew for each model: what is learned depends on nothing else, and
// models may be learned side by side.
extern "C" int rand() noexcept {
  using anteroom::classifier::drawn;
  drawn = drawn * 6364136223846793005u + 1442695040888963407u;
  return static_cast<int>(drawn >> 33);
}
