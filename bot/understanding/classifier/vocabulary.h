// Which features count, where their weights stand, and how rare each is: a flat table of hashes.
// Made from the features of the examples; turns those of a text into a vector. Immutable.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "bot/understanding/classifier/features.h"

namespace anteroom::classifier {

// A sparse vector; and what is needed to make one, kept from text to text.
struct Vector {
  std::vector<std::uint32_t> columns;
  std::vector<float> values;
};
struct Scratch {
  std::vector<std::uint16_t> times;  // by column; all zero between texts
};

using BlockWeights = std::array<double, kBlocks>;

class Vocabulary {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  Vocabulary() = default;
  // Of features that at least `fewest` of the texts have.
  Vocabulary(std::span<const Keys* const> texts, std::size_t fewest);
  Vocabulary(std::vector<Key> sorted_keys, std::vector<float> rarities);

  std::size_t size() const { return x_rarities.size(); }
  std::uint32_t find(Key key) const;
  // How often a text has each feature, in the order of the text.
  void count(const Keys& keys, Scratch& scratch, Vector& counts) const;
  // From counts: (1 + ln times) × rarity; each block has length 1, times its weight.
  void weigh(const BlockWeights& weights, Vector& vector) const;

  // That of some texts, counted by this one: of the features that at least `fewest` of them have.
  // The counts then are by the columns of the new one.
  Vocabulary narrowed(std::span<Vector> counts, std::size_t fewest) const;

  const std::vector<Key>& keys() const { return x_keys; }
  const std::vector<float>& rarities() const { return x_rarities; }

 private:
  struct Slot {
    Key key = 0;
    std::uint32_t column = kNone;
  };
  void index();

  std::vector<Key> x_keys;  // by column, in order
  std::vector<float> x_rarities;
  std::vector<Slot> x_slots;
  std::size_t x_mask = 0;
};

}  // namespace anteroom::classifier
