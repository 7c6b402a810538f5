// The write-ahead log of a SQLite store, as its writer sees it: how long it is, and when it is
// moved into the file. A thread with a connection of its own does that beside the commits; the
// writer waits only for the little that a pass has left over, and where the log outgrows its bound.
// A pass never begins while nothing is left to move: one that does so just as a write starts the
// log over loses pages in SQLite before 3.51.3 (sqlite.org/wal.html#walresetbug).
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

#include "store/sqlite_connection.h"

namespace anteroom::store {

struct LogBounds {                      // pages of 4 kB
  int begin = 4'000;                    // so many more, and a pass begins
  int wait = 100;                       // no more than these are worth waiting for
  int at_most = 16'000;                 // beyond, the log is moved and cut while the writer waits
  std::chrono::milliseconds idle{200};  // unused for so long, it is moved whatever its length
};

// All members are for the writer's thread.
class SqliteLog {
 public:
  SqliteLog(Connection connection, const LogBounds& bounds);
  ~SqliteLog();

  void committed(int pages);  // in the log now
  void tend();                // between two groups
  void tend_when_idle();      // likewise, while nobody waits
  void move();                // waits until all is moved that can be

  // Something is in it that idle time would move.
  bool waits_for_idle() const { return left() > 0 && x_grown; }
  const LogBounds& bounds() const { return x_bounds; }

 private:
  enum class Pass : unsigned char {
    move,       // waits for nobody: what a reader still needs stays
    start_over  // waits for readers, a little, and cuts the log
  };
  struct Moved {
    int in_log = -1;  // -1: the pass has failed
    int moved = -1;
  };
  enum class News : unsigned char { none, under_way, ended_early, ended };

  int left() const { return x_pages - x_moved; }
  News collect();
  void begin(Pass pass);
  void start_over();
  void wait();

  void run();
  Moved pass_over(Pass pass);

  const LogBounds x_bounds;
  int x_pages = 0;       // in the log, as of the last commit
  int x_moved = 0;       // of them, known to be in the file
  int x_seen = 0;        // x_pages when the last pass began
  int x_in_vain = 0;     // x_pages when the log could not be started over
  bool x_grown = false;  // committed since the last pass began

  Connection x_connection;
  std::mutex x_mutex;
  std::condition_variable x_changed;
  std::optional<Pass> x_asked;  // until it has ended
  std::optional<Moved> x_ended;
  bool x_closed = false;
  std::thread x_thread;
};

}  // namespace anteroom::store
