#include "store/sqlite_log.h"

#include <algorithm>
#include <utility>

namespace anteroom::store {
namespace {

constexpr int kReadersMillisecondsToEnd = 100;

}  // namespace

SqliteLog::SqliteLog(Connection connection, const LogBounds& bounds)
    : x_bounds(bounds), x_connection(std::move(connection)) {
  sqlite3_busy_timeout(x_connection.handle(), kReadersMillisecondsToEnd);
  x_thread = std::thread([this] { run(); });
}

SqliteLog::~SqliteLog() {
  {
    const std::lock_guard lock(x_mutex);
    x_closed = true;
    x_changed.notify_all();
  }
  x_thread.join();
}

// A log that is shorter than before was started over.
void SqliteLog::committed(int pages) {
  if (pages < x_pages) x_moved = x_seen = 0;
  x_in_vain = std::min(x_in_vain, pages);
  x_pages = pages;
  x_grown = true;
}

// Each pass leaves what was written meanwhile, which is less each time. With the last of it moved,
// the next commit starts the log over.
void SqliteLog::tend() {
  const News news = collect();
  if (x_pages - x_in_vain >= x_bounds.at_most) return start_over();
  if (news == News::under_way) return;
  const bool is_long = x_pages >= x_bounds.begin;
  if (is_long && news == News::ended && left() <= x_bounds.wait) {
    move();
  } else if (is_long && (news == News::ended || x_pages - x_seen >= x_bounds.begin)) {
    begin(Pass::move);
  }
}

void SqliteLog::tend_when_idle() {
  if (collect() != News::under_way && waits_for_idle()) begin(Pass::move);
}

void SqliteLog::move() {
  wait();
  begin(Pass::move);
  wait();
}

void SqliteLog::start_over() {
  wait();
  x_in_vain = x_pages;
  begin(Pass::start_over);
  wait();
}

void SqliteLog::begin(Pass pass) {
  if (pass == Pass::move && left() <= 0) return;
  x_seen = x_pages;
  x_grown = false;
  const std::lock_guard lock(x_mutex);
  x_asked = pass;
  x_changed.notify_all();
}

void SqliteLog::wait() {
  {
    std::unique_lock lock(x_mutex);
    x_changed.wait(lock, [this] { return !x_asked; });
  }
  collect();
}

// Takes in what a pass has done.
SqliteLog::News SqliteLog::collect() {
  std::optional<Moved> ended;
  {
    const std::lock_guard lock(x_mutex);
    if (x_asked) return News::under_way;
    ended = std::exchange(x_ended, std::nullopt);
  }
  if (!ended || ended->moved < 0) return News::none;
  // What was committed since stands behind what the pass has seen, or the log was started over.
  x_moved = x_grown && ended->moved >= x_pages ? 0 : ended->moved;
  // With all of it moved, the next commit starts it over, unless a reader is in the way.
  if (left() <= 0 || ended->in_log == 0) x_pages = x_moved = x_seen = 0;
  return ended->moved == ended->in_log ? News::ended : News::ended_early;
}

void SqliteLog::run() {
  std::unique_lock lock(x_mutex);
  for (;;) {
    x_changed.wait(lock, [this] { return x_asked || x_closed; });
    if (x_closed) return;
    const Pass pass = *x_asked;
    lock.unlock();
    const Moved ended = pass_over(pass);
    lock.lock();
    x_ended = ended;
    x_asked.reset();
    x_changed.notify_all();
  }
}

SqliteLog::Moved SqliteLog::pass_over(Pass pass) {
  Moved moved;
  sqlite3_wal_checkpoint_v2(
      x_connection.handle(), nullptr,
      pass == Pass::move ? SQLITE_CHECKPOINT_PASSIVE : SQLITE_CHECKPOINT_TRUNCATE, &moved.in_log,
      &moved.moved);
  return moved;
}

}  // namespace anteroom::store
