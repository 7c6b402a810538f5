#include "bot/courier.h"

#include <algorithm>

namespace anteroom::bot {
namespace {

constexpr std::size_t kAtOnce = 100;
constexpr int kAttempts = 12;

Duration wait_after(int attempts) {
  return std::chrono::seconds(5) * (1 << std::min(attempts, 10));
}

}  // namespace

// What was tried is done, or due later: so the rounds come to an end.
Result<int> Courier::deliver(Moment now) {
  int delivered = 0;
  for (std::size_t tried = kAtOnce; tried == kAtOnce;) {
    const auto due = x_store.due_outbox(now, kAtOnce);
    if (!due) return tl::make_unexpected(due.error());
    for (const store::OutboxRow& row : *due) {
      const auto done = try_once(row, now);
      if (!done) return tl::make_unexpected(done.error());
      delivered += *done;
    }
    tried = due->size();
  }
  return delivered;
}

Result<bool> Courier::try_once(const store::OutboxRow& row, Moment now) {
  const bool done = x_notify(row);
  const int attempts = row.attempts + 1;
  const char* state = done ? "done" : attempts < kAttempts ? "waiting" : "failed";
  const auto kept = x_store.set_outbox(row.key, state, attempts, now + wait_after(attempts));
  if (!kept) return tl::make_unexpected(kept.error());
  return done;
}

}  // namespace anteroom::bot
