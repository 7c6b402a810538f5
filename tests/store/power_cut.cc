#include "tests/store/power_cut.h"

#include <filesystem>
#include <fstream>
#include <optional>

namespace anteroom::store {
namespace {

// One file: what is surely on the disk, and what has happened to it since.
class DiskFile {
 public:
  bool is_named() const { return x_content.has_value(); }  // in its folder on the disk
  const std::string& content() const { return *x_content; }

  void write(std::size_t offset, std::string_view bytes) {
    x_since.push_back({offset, bytes, false, false});
  }
  void truncate(std::size_t size) { x_since.push_back({size, {}, true, false}); }
  void sync(std::mt19937& chance) { settle(chance, false, chance() % kLucks); }
  void sync_fails() {
    for (Change& change : x_since) change.is_doubtful = true;
  }
  void lose_power(std::mt19937& chance) {
    if (x_content || chance() % 2) settle(chance, true, chance() % kLucks);
  }

 private:
  struct Change {
    std::size_t offset;
    std::string_view bytes;
    bool is_truncate;
    bool is_doubtful;
  };

  // Each change reaches the disk; a doubtful one may not, or may only begin to. With luck 0 all of
  // them do.
  static constexpr unsigned kLucks = 3;
  void settle(std::mt19937& chance, bool all_are_doubtful, std::size_t luck) {
    if (!x_content) x_content.emplace();
    for (const Change& change : x_since) {
      const bool is_sure = luck == 0 || (!change.is_doubtful && !all_are_doubtful);
      const auto fate = is_sure ? 1 : chance() % 3;
      if (fate == 1) apply(change, change.bytes.size());
      if (fate == 2 && !change.is_truncate) apply(change, chance() % (change.bytes.size() + 1));
    }
    x_since.clear();
  }

  void apply(const Change& change, std::size_t bytes) {
    if (change.is_truncate) return x_content->resize(change.offset);
    if (bytes == 0) return;
    if (x_content->size() < change.offset + bytes) x_content->resize(change.offset + bytes);
    x_content->replace(change.offset, bytes, change.bytes.substr(0, bytes));
  }

  std::optional<std::string> x_content;
  std::vector<Change> x_since;
};

// A folder: which files are in it, and which may still be although they were removed.
class Disk {
 public:
  explicit Disk(std::mt19937& chance) : x_chance(chance) {}

  DiskFile& file(const std::string& path) { return x_files[path]; }

  void sync(const std::string& path) {
    // SQLite syncs the folder with a new file; what was removed by then is gone.
    if (!file(path).is_named()) x_removed.clear();
    file(path).sync(x_chance);
  }
  void remove(const std::string& path) {
    if (file(path).is_named()) x_removed[path] = file(path);
    x_files.erase(path);
  }

  void lose_power(const std::string& folder) {
    for (auto& [path, file] : x_removed) {
      if (x_chance() % 2) x_files.try_emplace(path, std::move(file));
    }
    for (auto& [path, file] : x_files) {
      file.lose_power(x_chance);
      if (!file.is_named()) continue;
      const auto name = std::filesystem::path(path).filename();
      std::ofstream(std::filesystem::path(folder) / name, std::ios::binary) << file.content();
    }
  }

 private:
  std::mt19937& x_chance;
  std::map<std::string, DiskFile> x_files, x_removed;
};

}  // namespace

VfsShim::Answer DiaryVfs::before(const Call& call) {
  const Answer answer = FaultyVfs::before(call);
  if (answer.code != SQLITE_OK && call.operation == Operation::sync) note(call, false);
  return answer;
}

void DiaryVfs::after(const Call& call) { note(call, true); }

void DiaryVfs::note(const Call& call, bool succeeded) {
  using O = Operation;
  const O o = call.operation;
  if (o != O::write && o != O::truncate && o != O::sync && o != O::remove) return;
  const std::lock_guard lock(x_mutex);
  x_entries.push_back({o, succeeded, std::string(call.path), static_cast<std::size_t>(call.offset),
                       std::string(call.bytes)});
}

std::size_t DiaryVfs::instants() const {
  const std::lock_guard lock(x_mutex);
  return x_entries.size();
}

void DiaryVfs::cut(std::size_t instant, std::mt19937& chance, const std::string& folder) const {
  const std::lock_guard lock(x_mutex);
  Disk disk(chance);
  for (std::size_t i = 0; i < instant; ++i) {
    const Entry& entry = x_entries[i];
    switch (entry.operation) {
      case Operation::write:
        disk.file(entry.path).write(entry.offset, entry.bytes);
        break;
      case Operation::truncate:
        disk.file(entry.path).truncate(entry.offset);
        break;
      case Operation::sync:
        entry.succeeded ? disk.sync(entry.path) : disk.file(entry.path).sync_fails();
        break;
      default:
        disk.remove(entry.path);
    }
  }
  disk.lose_power(folder);
}

}  // namespace anteroom::store
