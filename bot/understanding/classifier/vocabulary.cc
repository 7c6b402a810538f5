#include "bot/understanding/classifier/vocabulary.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace anteroom::classifier {
namespace {

std::vector<Key> distinct(const Keys& keys) {
  std::vector<Key> sorted = keys;
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  return sorted;
}

// Every feature of every text, once a text, in order: runs are the texts that have it.
std::vector<Key> in_order(std::span<const Keys* const> texts) {
  std::vector<Key> all;
  for (const Keys* keys : texts) {
    const std::vector<Key> own = distinct(*keys);
    all.insert(all.end(), own.begin(), own.end());
  }
  std::sort(all.begin(), all.end());
  return all;
}

float of_times(std::uint16_t times) {
  return times == 1 ? 1.0f : 1.0f + std::log(static_cast<float>(times));
}

}  // namespace

Vocabulary::Vocabulary(std::span<const Keys* const> texts, std::size_t fewest) {
  const std::vector<Key> all = in_order(texts);
  const double count = static_cast<double>(texts.size());
  for (auto begin = all.begin(); begin != all.end();) {
    const auto end = std::find_if(begin, all.end(), [&](Key key) { return key != *begin; });
    const auto having = static_cast<std::size_t>(end - begin);
    if (having >= fewest) {
      x_keys.push_back(*begin);
      const double share = (1.0 + count) / (1.0 + static_cast<double>(having));
      x_rarities.push_back(static_cast<float>(std::log(share) + 1.0));
    }
    begin = end;
  }
  index();
}

Vocabulary::Vocabulary(std::vector<Key> sorted_keys, std::vector<float> rarities)
    : x_keys(std::move(sorted_keys)), x_rarities(std::move(rarities)) {
  index();
}

void Vocabulary::index() {
  x_slots.assign(std::bit_ceil(2 * x_keys.size() + 1), {});
  x_mask = x_slots.size() - 1;
  for (std::uint32_t column = 0; column < x_keys.size(); ++column) {
    std::size_t at = x_keys[column] & x_mask;
    while (x_slots[at].column != kNone) at = (at + 1) & x_mask;
    x_slots[at] = {x_keys[column], column};
  }
}

std::uint32_t Vocabulary::find(Key key) const {
  if (x_slots.empty()) return kNone;
  std::size_t at = key & x_mask;
  while (x_slots[at].column != kNone && x_slots[at].key != key) at = (at + 1) & x_mask;
  return x_slots[at].column;
}

void Vocabulary::weigh(const Keys& keys, const BlockWeights& weights, Scratch& scratch,
                       Vector& vector) const {
  vector.columns.clear();
  vector.values.clear();
  if (scratch.times.size() < size()) scratch.times.resize(size());
  for (const Key key : keys) {
    const std::uint32_t column = find(key);
    if (column == kNone) continue;
    std::uint16_t& times = scratch.times[column];
    if (times == 0) vector.columns.push_back(column);
    if (times < 0xFFFF) ++times;
  }
  std::array<double, kBlocks> squares{};
  for (const std::uint32_t column : vector.columns) {
    const float value = of_times(scratch.times[column]) * x_rarities[column];
    scratch.times[column] = 0;
    vector.values.push_back(value);
    squares[block_of(x_keys[column])] += static_cast<double>(value) * value;
  }
  std::array<float, kBlocks> factors{};
  for (std::size_t block = 0; block < kBlocks; ++block)
    factors[block] =
        squares[block] > 0 ? static_cast<float>(weights[block] / std::sqrt(squares[block])) : 0.0f;
  for (std::size_t i = 0; i < vector.columns.size(); ++i)
    vector.values[i] *= factors[block_of(x_keys[vector.columns[i]])];
}

}  // namespace anteroom::classifier
