// Watches a practice's folder while it is served. A thread of its own looks every second whether
// any of its files has another size, time or inode (so that editors, checkouts and swapped links
// all count); when they have been quiet for one look, it reads and checks the whole practice and
// tells what it found. It never touches the practice that is served.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <tuple>
#include <vector>

#include "base/document.h"
#include "bot/turn/practice.h"

namespace anteroom::bot {

// A practice's folder, read and checked.
struct PracticeReading {
  PracticeFiles files;
  std::shared_ptr<const turn::Practice> practice;  // null: it has mistakes
  std::vector<Diagnostic> mistakes;                // errors only, by place
  std::optional<Error> unreadable;                 // why there are no files
};
PracticeReading read_practice(const std::string& folder);

class PracticeWatch {
 public:
  // Called on the watch's thread, for each reading that differs from the one before.
  using Tell = std::function<void(PracticeReading)>;

  // `known` are the files as the caller has read them.
  PracticeWatch(std::string folder, PracticeFiles known, Tell tell,
                std::chrono::milliseconds every = std::chrono::seconds(1));
  ~PracticeWatch() { close(); }
  PracticeWatch(const PracticeWatch&) = delete;
  PracticeWatch& operator=(const PracticeWatch&) = delete;

  void look_now();  // reads and tells at once, whether or not anything has changed
  // A practice that is no longer served is let go of here, when its last turn has ended: taking
  // one apart takes long enough to be noticed on the desk's thread.
  void retire(std::shared_ptr<const turn::Practice> practice);
  void close();

 private:
  using Trace = std::tuple<std::uint64_t, std::uint64_t, std::int64_t>;  // inode, size, time
  using Traces = std::map<std::string, Trace>;

  void run();
  bool wait();
  void look(bool at_once);
  void read(Traces before, bool at_once);
  void let_go();
  Traces traces() const;

  std::string x_folder;
  Tell x_tell;
  std::chrono::milliseconds x_every;
  PracticeFiles x_files;            // as last read
  std::optional<Traces> x_read;     // when they were read
  std::optional<Traces> x_changed;  // at the last look, where they differ

  std::mutex x_mutex;
  std::condition_variable x_wake;
  bool x_asked = false;
  bool x_closed = false;
  std::vector<std::shared_ptr<const turn::Practice>> x_retired;
  std::thread x_thread;
};

}  // namespace anteroom::bot
