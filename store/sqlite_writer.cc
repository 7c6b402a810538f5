#include "store/sqlite_writer.h"

#include <algorithm>
#include <chrono>
#include <iterator>

namespace anteroom::store {
namespace {

constexpr std::size_t kGroup = 256;
constexpr std::size_t kWaitingAtMost = 16'384;  // tens of MB, and seconds of work for a slow disk
constexpr std::chrono::milliseconds kRetry{1000};

int tell_log(void* log, sqlite3*, const char*, int pages) {
  static_cast<SqliteLog*>(log)->committed(pages);
  return SQLITE_OK;
}

}  // namespace

SqliteWriter::SqliteWriter(Connection connection, Connection moving, const LogBounds& bounds,
                           const Codec& codec, const LookUpKey& key,
                           std::function<void(Connection&)> before_group)
    : x_connection(std::move(connection)),
      x_tables(x_connection, codec, key),
      x_before_group(std::move(before_group)),
      x_log(std::move(moving), bounds) {
  // Takes the place of SQLite's own moving inside a commit.
  sqlite3_wal_hook(x_connection.handle(), tell_log, &x_log);
  x_thread = std::thread([this] { run(); });
}

Result<void> SqliteWriter::takes_more() const {
  if (x_closed) return failure("store", "the store is closed");
  if (x_waiting.size() >= kWaitingAtMost) {
    return failure("store", "too many turns wait to be written: the disk is too slow, or it fails");
  }
  return {};
}

void SqliteWriter::add(Work work, Done done) {
  std::unique_lock lock(x_mutex);
  if (const auto fine = takes_more(); !fine) {
    lock.unlock();
    return done({Outcome::failed, fine.error()});
  }
  x_waiting.push_back({std::move(work), std::move(done), {}});
  x_wake.notify_one();
}

Result<void> SqliteWriter::ready() {
  const std::lock_guard lock(x_mutex);
  if (x_trouble && !x_closed) return tl::make_unexpected(*x_trouble);
  return takes_more();
}

void SqliteWriter::close() {
  {
    const std::lock_guard lock(x_mutex);
    x_closed = true;
    x_wake.notify_one();
  }
  const std::lock_guard joining(x_joining);
  if (x_thread.joinable()) x_thread.join();
}

void SqliteWriter::run() {
  std::deque<Job> group;
  while (take(group)) {
    write(group);
    for (Job& job : group) job.done(std::move(job.result));
    group.clear();
  }
}

// Waits for work; false when there is none left and none will come.
bool SqliteWriter::take(std::deque<Job>& group) {
  x_log.tend();
  std::unique_lock lock(x_mutex);
  while (!has_work()) rest(lock);
  const auto count = static_cast<std::ptrdiff_t>(std::min(kGroup, x_waiting.size()));
  std::move(x_waiting.begin(), x_waiting.begin() + count, std::back_inserter(group));
  x_waiting.erase(x_waiting.begin(), x_waiting.begin() + count);
  return !group.empty();
}

// While nobody waits: has the log moved, and tries to write where that failed. Ends when there may
// be work.
void SqliteWriter::rest(std::unique_lock<std::mutex>& lock) {
  const auto work_comes = [this] { return has_work(); };
  if (x_trouble) {
    lock.unlock();
    x_log.move();
    note(try_writing());
    lock.lock();
    if (x_trouble) x_wake.wait_for(lock, kRetry, work_comes);
  } else if (!x_log.waits_for_idle()) {
    x_wake.wait(lock, work_comes);
  } else if (!x_wake.wait_for(lock, x_log.bounds().idle, work_comes)) {
    lock.unlock();
    x_log.tend_when_idle();
    lock.lock();
  }
}

void SqliteWriter::write(std::deque<Job>& group) {
  if (x_before_group) x_before_group(x_connection);
  const auto written = write_all(group);
  if (x_connection.in_transaction()) x_connection.run_script("ROLLBACK");
  note(written);
  if (written) return;
  for (Job& job : group) job.result = {Outcome::failed, written.error()};
}

void SqliteWriter::note(const Result<void>& written) {
  const std::lock_guard lock(x_mutex);
  x_trouble = written ? std::nullopt : std::optional(written.error());
}

// As much as some turns need. It also takes the place in the log of a group whose last write
// failed, so that no power cut can bring that back.
Result<void> SqliteWriter::try_writing() {
  if (x_before_group) x_before_group(x_connection);
  auto written = x_connection.run(
      "INSERT OR REPLACE INTO meta (name, value) VALUES ('written_after_a_fault', "
      "zeroblob(65536))");
  if (written) {
    written = x_connection.run("DELETE FROM meta WHERE name = 'written_after_a_fault'");
  }
  return written;
}

Result<void> SqliteWriter::write_all(std::deque<Job>& group) {
  auto written = x_connection.run("BEGIN IMMEDIATE");
  for (auto job = group.begin(); written && job != group.end(); ++job) written = write_one(*job);
  if (written) written = x_connection.run("COMMIT");
  return written;
}

// What is wrong with one job alone is its own result; an error is the group's.
Result<void> SqliteWriter::write_one(Job& job) {
  if (const auto* change = std::get_if<OutboxChange>(&job.work)) {
    const auto changed = x_tables.change(*change);
    if (!changed) return tl::make_unexpected(changed.error());
    if (!*changed) job.result = {Outcome::failed, {"outbox", "there is no such row"}};
    return {};
  }
  const auto& commit = std::get<Commit>(job.work);
  if (auto fine = check(commit); !fine) {
    job.result = {Outcome::failed, fine.error()};
    return {};
  }
  const auto outcome = x_tables.append(commit);
  if (!outcome) return tl::make_unexpected(outcome.error());
  job.result.outcome = *outcome;
  return {};
}

}  // namespace anteroom::store
