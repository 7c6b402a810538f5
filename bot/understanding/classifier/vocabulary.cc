#include "bot/understanding/classifier/vocabulary.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

namespace anteroom::classifier {
namespace {

// How many texts have a feature: a flat table, which grows when it is half full. Keys are hashes.
class Having {
 public:
  struct Count {
    Key key = 0;
    std::uint32_t texts = 0;  // 0: the slot is free
    std::uint32_t last = 0;   // the text that was counted last
  };

  void add(Key key, std::uint32_t text) {
    Count& count = slot(key);
    if (count.texts > 0 && count.last == text) return;
    if (count.texts++ == 0) ++x_used;
    count.key = key;
    count.last = text;
    if (2 * x_used > x_slots.size()) grow();
  }
  const std::vector<Count>& all() const { return x_slots; }

 private:
  Count& slot(Key key) {
    std::size_t at = key & (x_slots.size() - 1);
    while (x_slots[at].texts > 0 && x_slots[at].key != key) at = (at + 1) & (x_slots.size() - 1);
    return x_slots[at];
  }
  void grow() {
    std::vector<Count> counts(2 * x_slots.size());
    counts.swap(x_slots);
    for (const Count& count : counts) {
      if (count.texts > 0) slot(count.key) = count;
    }
  }

  std::vector<Count> x_slots = std::vector<Count>(1024);
  std::size_t x_used = 0;
};

float of_times(std::uint16_t times) {
  return times == 1 ? 1.0f : 1.0f + std::log(static_cast<float>(times));
}

}  // namespace

Vocabulary::Vocabulary(std::span<const Keys* const> texts, std::size_t fewest) {
  Having having;
  for (std::uint32_t text = 0; text < texts.size(); ++text) {
    for (const Key key : *texts[text]) having.add(key, text);
  }
  std::vector<std::pair<Key, std::uint32_t>> kept;
  for (const auto& count : having.all()) {
    if (count.texts > 0 && count.texts >= fewest) kept.emplace_back(count.key, count.texts);
  }
  std::sort(kept.begin(), kept.end());
  const double count = static_cast<double>(texts.size());
  for (const auto& [key, in_texts] : kept) {
    x_keys.push_back(key);
    const double share = (1.0 + count) / (1.0 + static_cast<double>(in_texts));
    x_rarities.push_back(static_cast<float>(std::log(share) + 1.0));
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
