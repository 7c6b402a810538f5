#include "bot/understanding/classifier/side_by_side.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <system_error>
#include <thread>
#include <vector>

namespace anteroom::classifier {

void side_by_side(std::size_t count, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next = 0;
  const auto take_parts = [&] {
    for (std::size_t part = next++; part < count; part = next++) work(part);
  };
  const std::size_t cores = std::max(std::thread::hardware_concurrency(), 1u);
  std::vector<std::future<void>> others;  // their destructors wait
  try {
    for (std::size_t i = 1; i < std::min(cores, count); ++i)
      others.push_back(std::async(std::launch::async, take_parts));
  } catch (const std::system_error&) {  // no more threads: those that are there do it all
  }
  take_parts();
  for (auto& other : others) other.get();
}

}  // namespace anteroom::classifier
