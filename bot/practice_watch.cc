#include "bot/practice_watch.h"

#include <sys/stat.h>

#include <filesystem>
#include <utility>

#include "bot/model_cache.h"
#include "bot/practice_folder.h"

namespace anteroom::bot {
namespace {

namespace fs = std::filesystem;

constexpr const char* kSubfolders[] = {"", "flows", "languages"};  // what a turn depends on

std::int64_t nanoseconds(const timespec& time) {
  return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

}  // namespace

PracticeReading read_practice(const std::string& folder) {
  PracticeReading reading;
  auto files = read_practice_folder(folder);
  if (!files) {
    reading.unreadable = files.error();
    return reading;
  }
  reading.files = std::move(*files);
  std::erase_if(reading.files,
                [](const auto& file) { return file.first.starts_with("conversations/"); });
  Diagnostics found;
  reading.practice = turn::load_practice(reading.files, found, model_cache());
  for (Diagnostic& one : found.sorted()) {
    if (one.level == Diagnostic::Level::error) reading.mistakes.push_back(std::move(one));
  }
  return reading;
}

PracticeWatch::PracticeWatch(std::string folder, PracticeFiles known, Tell tell,
                             std::chrono::milliseconds every)
    : x_folder(std::move(folder)),
      x_tell(std::move(tell)),
      x_every(every),
      x_files(std::move(known)),
      x_thread([this] { run(); }) {}

void PracticeWatch::look_now() {
  const std::lock_guard lock(x_mutex);
  x_asked = true;
  x_wake.notify_one();
}

void PracticeWatch::retire(std::shared_ptr<const turn::Practice> practice) {
  const std::lock_guard lock(x_mutex);
  x_retired.push_back(std::move(practice));
}

void PracticeWatch::close() {
  {
    const std::lock_guard lock(x_mutex);
    x_closed = true;
    x_wake.notify_one();
  }
  if (x_thread.joinable()) x_thread.join();
}

void PracticeWatch::run() {
  while (wait()) {
    bool asked = false;
    {
      const std::lock_guard lock(x_mutex);
      asked = std::exchange(x_asked, false);
    }
    look(asked);
    let_go();
  }
}

bool PracticeWatch::wait() {
  std::unique_lock lock(x_mutex);
  x_wake.wait_for(lock, x_every, [this] { return x_asked || x_closed; });
  return !x_closed;
}

// A change is read only when a second look finds it unchanged: whoever is writing has finished.
void PracticeWatch::look(bool at_once) {
  Traces now = traces();
  if (at_once || (x_changed && *x_changed == now)) {
    read(std::move(now), at_once);
  } else if (!x_read || *x_read != now) {
    x_changed = std::move(now);
  } else {
    x_changed.reset();
  }
}

// What changes while it is read is read again later. Files whose bytes are the same as before are
// no news.
void PracticeWatch::read(Traces before, bool at_once) {
  PracticeReading reading = read_practice(x_folder);
  x_changed.reset();
  if (traces() != before && !at_once) return;
  x_read = std::move(before);
  if (!at_once && !reading.unreadable && reading.files == x_files) return;
  x_files = reading.files;
  x_tell(std::move(reading));
}

void PracticeWatch::let_go() {
  std::vector<std::shared_ptr<const turn::Practice>> unused;
  const std::lock_guard lock(x_mutex);
  std::erase_if(x_retired, [&](auto& practice) {
    if (practice.use_count() > 1) return false;
    unused.push_back(std::move(practice));
    return true;
  });
}

PracticeWatch::Traces PracticeWatch::traces() const {
  Traces traces;
  for (const char* name : kSubfolders) {
    std::error_code error;
    for (const fs::directory_entry& entry :
         fs::directory_iterator(fs::path(x_folder) / name, error)) {
      struct stat file {};
      if (entry.path().extension() != ".yaml" || ::stat(entry.path().c_str(), &file) != 0) continue;
      traces[entry.path().string()] = {file.st_ino, static_cast<std::uint64_t>(file.st_size),
                                       nanoseconds(file.st_mtim)};
    }
  }
  return traces;
}

}  // namespace anteroom::bot
