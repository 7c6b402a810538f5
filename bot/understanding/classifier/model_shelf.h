// Where trained models stand, by the key of their training order, so that each is trained once and
// shared. One shelf serves all practices of a process; the shell puts one in front of a folder on
// disk. A shelf may forget a model; it then is trained again.
#pragma once

#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "bot/understanding/classifier/trained_model.h"

namespace anteroom::classifier {

using ModelPtr = std::shared_ptr<const TrainedModel>;

class ModelShelf {  // safe to use from several threads
 public:
  virtual ~ModelShelf() = default;
  virtual ModelPtr find(const std::string& key) = 0;  // null: not here
  virtual void keep(const std::string& key, const ModelPtr& model) = 0;
};

// In memory; the models used last.
class MemoryShelf : public ModelShelf {
 public:
  ModelPtr find(const std::string& key) override;
  void keep(const std::string& key, const ModelPtr& model) override;

 private:
  static constexpr std::size_t kMost = 32;

  std::mutex x_mutex;
  std::deque<std::pair<std::string, ModelPtr>> x_models;  // the one used last in front
};

MemoryShelf& shelf_of_this_process();

ModelPtr take_or_train(const TrainingOrder& order, const Analyzer& analyzer, ModelShelf& shelf);

}  // namespace anteroom::classifier
