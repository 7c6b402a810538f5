#include "bot/model_cache.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <sstream>
#include <system_error>
#include <vector>

namespace anteroom::bot {
namespace {

namespace fs = std::filesystem;

constexpr const char* kEnding = ".model";
constexpr std::size_t kMostFiles = 48;

std::optional<std::string> read_file(const fs::path& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return std::nullopt;
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  if (!in || !(bytes << in.rdbuf())) return std::nullopt;
  return std::move(bytes).str();
}

// Whole or not at all, also where two programs write the same file at once.
void write_file(const fs::path& path, const std::string& bytes) {
  const fs::path unfinished = path.string() + "." + std::to_string(::getpid());
  std::error_code error;
  {
    std::ofstream out(unfinished, std::ios::binary);
    out << bytes;
    if (out.flush()) fs::rename(unfinished, path, error);
  }
  fs::remove(unfinished, error);
}

fs::path default_folder() {
  const auto named = [](const char* variable) {
    const char* value = std::getenv(variable);
    return fs::path(value ? value : "");
  };
  if (const fs::path cache = named("XDG_CACHE_HOME"); cache.is_absolute())
    return cache / "anteroom";
  if (const fs::path home = named("HOME"); home.is_absolute()) return home / ".cache" / "anteroom";
  return {};
}

std::optional<fs::path>& folder_wanted() {
  static std::optional<fs::path> folder;
  return folder;
}

}  // namespace

ModelCache::ModelCache(fs::path folder) : x_folder(std::move(folder)) {}

fs::path ModelCache::file_of(const std::string& key) const { return x_folder / (key + kEnding); }

classifier::ModelPtr ModelCache::find(const std::string& key) {
  if (auto model = x_memory.find(key)) return model;
  const auto bytes = x_folder.empty() ? std::nullopt : read_file(file_of(key));
  auto model = bytes ? classifier::from_bytes(*bytes) : std::nullopt;
  if (!model) {
    x_on_miss();
    return nullptr;
  }
  auto shared = std::make_shared<const classifier::TrainedModel>(std::move(*model));
  x_memory.keep(key, shared);
  return shared;
}

void ModelCache::keep(const std::string& key, const classifier::ModelPtr& model) {
  x_memory.keep(key, model);
  if (x_folder.empty()) return;
  std::error_code error;
  fs::create_directories(x_folder, error);
  if (error) return;
  write_file(file_of(key), classifier::to_bytes(*model));
  forget_oldest();
}

void ModelCache::forget_oldest() const {
  std::vector<std::pair<fs::file_time_type, fs::path>> files;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(x_folder, error)) {
    if (entry.path().extension() == kEnding)
      files.emplace_back(entry.last_write_time(error), entry.path());
  }
  if (files.size() <= kMostFiles) return;
  std::sort(files.begin(), files.end());
  for (std::size_t i = 0; i + kMostFiles < files.size(); ++i) fs::remove(files[i].second, error);
}

ModelCache& model_cache() {
  static ModelCache cache(folder_wanted().value_or(default_folder()));
  return cache;
}

void use_model_cache(const std::string& folder) { folder_wanted() = folder; }

}  // namespace anteroom::bot
