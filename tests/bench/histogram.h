// Counts durations in buckets that grow with the value (each at most 1/64 wide), so that
// quantiles of millions of turns cost a few kilobytes. Every measured turn is added to one.
#pragma once

#include <array>
#include <bit>
#include <chrono>
#include <cstddef>
#include <cstdint>

namespace anteroom::bench {

class Histogram {
 public:
  void add(std::chrono::nanoseconds duration) {
    ++x_buckets[bucket_of(static_cast<std::uint64_t>(duration.count()))];
    ++x_count;
  }

  void add(const Histogram& other) {
    for (std::size_t i = 0; i < kBuckets; ++i) x_buckets[i] += other.x_buckets[i];
    x_count += other.x_count;
  }

  std::uint64_t count() const { return x_count; }

  double microseconds(double quantile) const {
    auto left = static_cast<std::uint64_t>(quantile * static_cast<double>(x_count));
    for (std::size_t i = 0; i < kBuckets; ++i) {
      if (x_buckets[i] > left) return static_cast<double>(value_of(i)) / 1000;
      left -= x_buckets[i];
    }
    return 0;
  }

 private:
  static constexpr std::size_t kSteps = 64;  // within each doubling
  static constexpr std::size_t kBuckets = 40 * kSteps;

  static std::size_t bucket_of(std::uint64_t value) {
    if (value < kSteps) return value;
    const auto doublings = static_cast<std::size_t>(std::bit_width(value)) - 7;
    const std::size_t bucket = doublings * kSteps + (value >> doublings);
    return bucket < kBuckets ? bucket : kBuckets - 1;
  }
  static std::uint64_t value_of(std::size_t bucket) {
    if (bucket < 2 * kSteps) return bucket;
    const std::size_t doublings = bucket / kSteps - 1;
    return (bucket - doublings * kSteps) << doublings;
  }

  std::array<std::uint64_t, kBuckets> x_buckets{};
  std::uint64_t x_count = 0;
};

}  // namespace anteroom::bench
