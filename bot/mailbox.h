// What other threads bring to the desk's thread. Many letters may lie in it; only the first one
// asks for a wake-up, so that the answers of one group commit cost one.
#pragma once

#include <mutex>
#include <utility>
#include <vector>

namespace anteroom::bot {

template <class Letter>
class Mailbox {
 public:
  // True for the first letter since the last take_all(): the owner must be woken.
  bool put(Letter letter) {
    const std::lock_guard lock(x_mutex);
    x_letters.push_back(std::move(letter));
    return x_letters.size() == 1;
  }

  std::vector<Letter> take_all() {
    const std::lock_guard lock(x_mutex);
    return std::exchange(x_letters, {});
  }

 private:
  std::mutex x_mutex;
  std::vector<Letter> x_letters;
};

}  // namespace anteroom::bot
