#include "bot/understanding/classifier/model_shelf.h"

#include <algorithm>

namespace anteroom::classifier {

ModelPtr MemoryShelf::find(const std::string& key) {
  const std::lock_guard lock(x_mutex);
  const auto found = std::find_if(x_models.begin(), x_models.end(),
                                  [&](const auto& one) { return one.first == key; });
  if (found == x_models.end()) return nullptr;
  std::rotate(x_models.begin(), found, found + 1);
  return x_models.front().second;
}

void MemoryShelf::keep(const std::string& key, const ModelPtr& model) {
  const std::lock_guard lock(x_mutex);
  x_models.emplace_front(key, model);
  if (x_models.size() > kMost) x_models.pop_back();
}

MemoryShelf& shelf_of_this_process() {
  static MemoryShelf shelf;
  return shelf;
}

ModelPtr take_or_train(const TrainingOrder& order, const Analyzer& analyzer, ModelShelf& shelf) {
  const std::string key = order.key();
  if (ModelPtr model = shelf.find(key)) return model;
  auto model = std::make_shared<const TrainedModel>(train(order, analyzer));
  shelf.keep(key, model);
  return model;
}

}  // namespace anteroom::classifier
