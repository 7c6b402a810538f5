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

float of_times(float times) { return times == 1.0f ? 1.0f : 1.0f + std::log(times); }

float rarity(std::size_t having, std::size_t texts) {
  const double share = (1.0 + static_cast<double>(texts)) / (1.0 + static_cast<double>(having));
  return static_cast<float>(std::log(share) + 1.0);
}

void move_to(const std::vector<std::uint32_t>& columns, Vector& counts) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < counts.columns.size(); ++i) {
    const std::uint32_t column = columns[counts.columns[i]];
    if (column == Vocabulary::kNone) continue;
    counts.columns[kept] = column;
    counts.values[kept++] = counts.values[i];
  }
  counts.columns.resize(kept);
  counts.values.resize(kept);
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
  for (const auto& [key, in_texts] : kept) {
    x_keys.push_back(key);
    x_rarities.push_back(rarity(in_texts, texts.size()));
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

void Vocabulary::count(const Keys& keys, Scratch& scratch, Vector& counts) const {
  counts.columns.clear();
  counts.values.clear();
  if (scratch.times.size() < size()) scratch.times.resize(size());
  for (const Key key : keys) {
    const std::uint32_t column = find(key);
    if (column == kNone) continue;
    std::uint16_t& times = scratch.times[column];
    if (times == 0) counts.columns.push_back(column);
    if (times < 0xFFFF) ++times;
  }
  for (const std::uint32_t column : counts.columns) {
    counts.values.push_back(scratch.times[column]);
    scratch.times[column] = 0;
  }
}

void Vocabulary::weigh(const BlockWeights& weights, Vector& vector) const {
  std::array<double, kBlocks> squares{};
  for (std::size_t i = 0; i < vector.columns.size(); ++i) {
    const std::uint32_t column = vector.columns[i];
    float& value = vector.values[i];
    value = of_times(value) * x_rarities[column];
    squares[block_of(x_keys[column])] += static_cast<double>(value) * value;
  }
  std::array<float, kBlocks> factors{};
  for (std::size_t block = 0; block < kBlocks; ++block)
    factors[block] =
        squares[block] > 0 ? static_cast<float>(weights[block] / std::sqrt(squares[block])) : 0.0f;
  for (std::size_t i = 0; i < vector.columns.size(); ++i)
    vector.values[i] *= factors[block_of(x_keys[vector.columns[i]])];
}

Vocabulary Vocabulary::narrowed(std::span<Vector> counts, std::size_t fewest) const {
  std::vector<std::uint32_t> having(size());
  for (const Vector& text : counts) {
    for (const std::uint32_t column : text.columns) ++having[column];
  }
  std::vector<Key> keys;
  std::vector<float> rarities;
  std::vector<std::uint32_t> columns(size(), kNone);
  for (std::uint32_t column = 0; column < size(); ++column) {
    if (having[column] == 0 || having[column] < fewest) continue;
    columns[column] = static_cast<std::uint32_t>(keys.size());
    keys.push_back(x_keys[column]);
    rarities.push_back(rarity(having[column], counts.size()));
  }
  for (Vector& text : counts) move_to(columns, text);
  return {std::move(keys), std::move(rarities)};
}

}  // namespace anteroom::classifier
