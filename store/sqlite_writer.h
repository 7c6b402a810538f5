// The one thread of a SQLite store that writes. It takes everything that waits (up to a bound),
// writes it in one transaction, and calls back; there is no lingering: what comes meanwhile is the
// next group. The write-ahead log is moved into the file beside it (store/sqlite_log.h).
// A group that fails is told to all of it, and the next group is tried afresh. While writing fails
// and nobody waits, it tries again once a second, so that ready() tells when the trouble is over.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <variant>

#include "store/sqlite_log.h"
#include "store/sqlite_turns.h"

namespace anteroom::store {

class SqliteWriter {
 public:
  using Done = std::function<void(CommitResult)>;
  using Work = std::variant<Commit, OutboxChange>;

  // Both connections are to one file.
  SqliteWriter(Connection connection, Connection moving, const LogBounds& bounds,
               const Codec& codec, const LookUpKey& key,
               std::function<void(Connection&)> before_group);
  ~SqliteWriter() { close(); }

  void add(Work work, Done done);  // refused at once if closed, or if too many wait
  Result<void> ready();            // as of the last write; never waits for the disk
  void close();                    // after everything that waits; from any thread but the writer's

 private:
  struct Job {
    Work work;
    Done done;
    CommitResult result;
  };

  bool has_work() const { return x_closed || !x_waiting.empty(); }
  Result<void> takes_more() const;

  void run();
  bool take(std::deque<Job>& group);
  void rest(std::unique_lock<std::mutex>& lock);
  void write(std::deque<Job>& group);
  Result<void> write_all(std::deque<Job>& group);
  Result<void> write_one(Job& job);
  Result<void> try_writing();
  void note(const Result<void>& written);

  Connection x_connection;
  TurnTables x_tables;
  std::function<void(Connection&)> x_before_group;
  SqliteLog x_log;

  std::mutex x_mutex;
  std::condition_variable x_wake;
  std::deque<Job> x_waiting;
  std::optional<Error> x_trouble;  // of the last write, if it failed
  bool x_closed = false;
  std::mutex x_joining;
  std::thread x_thread;
};

}  // namespace anteroom::store
