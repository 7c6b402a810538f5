#include "bot/back_room.h"

#include <utility>

namespace anteroom::bot {

BackRoom::BackRoom() : x_thread([this] { run(); }) {}

void BackRoom::add(std::function<void()> work) {
  const std::lock_guard lock(x_mutex);
  x_waiting.push_back(std::move(work));
  x_wake.notify_one();
}

void BackRoom::close() {
  {
    const std::lock_guard lock(x_mutex);
    x_closed = true;
    x_wake.notify_one();
  }
  if (x_thread.joinable()) x_thread.join();
}

void BackRoom::run() {
  std::unique_lock lock(x_mutex);
  for (;;) {
    x_wake.wait(lock, [this] { return x_closed || !x_waiting.empty(); });
    if (x_closed) return;
    std::function<void()> work = std::move(x_waiting.front());
    x_waiting.pop_front();
    lock.unlock();
    work();
    work = nullptr;  // what it holds goes before the lock is taken
    lock.lock();
  }
}

}  // namespace anteroom::bot
