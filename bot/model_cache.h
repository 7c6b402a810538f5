// Trained models, kept in a folder between runs so that the program starts at once: one file each,
// named by the key of its training order, with a checksum. A file that is damaged or cannot be read
// or written is no error: the model is trained. Used by every command that loads a practice.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "bot/understanding/classifier/model_shelf.h"

namespace anteroom::bot {

class ModelCache : public classifier::ModelShelf {
 public:
  explicit ModelCache(std::filesystem::path folder);  // empty: only in memory

  classifier::ModelPtr find(const std::string& key) override;
  void keep(const std::string& key, const classifier::ModelPtr& model) override;

  // Called for each model that is not here and so has to be learned, on the thread that will. Set
  // it before the first practice is loaded.
  void on_miss(std::function<void()> tell) { x_on_miss = std::move(tell); }

 private:
  std::filesystem::path file_of(const std::string& key) const;
  void forget_oldest() const;

  std::filesystem::path x_folder;
  classifier::MemoryShelf x_memory;
  std::function<void()> x_on_miss = [] {};
};

// The program's own: in $XDG_CACHE_HOME/anteroom or ~/.cache/anteroom, unless told otherwise before
// its first use.
ModelCache& model_cache();
void use_model_cache(const std::string& folder);

}  // namespace anteroom::bot
