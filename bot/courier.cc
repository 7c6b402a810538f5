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

Result<int> Courier::deliver(Moment now) {
  const auto due = x_store.due_outbox(now, kAtOnce);
  if (!due) return tl::make_unexpected(due.error());
  int delivered = 0;
  for (const store::OutboxRow& row : *due) {
    const bool done = x_notify(row);
    const int attempts = row.attempts + 1;
    const char* state = done ? "done" : attempts < kAttempts ? "waiting" : "failed";
    if (auto kept = x_store.set_outbox(row.key, state, attempts, now + wait_after(attempts)); !kept)
      return tl::make_unexpected(kept.error());
    delivered += done;
  }
  return delivered;
}

}  // namespace anteroom::bot
