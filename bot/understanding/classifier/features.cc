#include "bot/understanding/classifier/features.h"

#include <array>

#include "bot/understanding/classifier/hashing.h"

namespace anteroom::classifier {
namespace {

constexpr std::size_t kShortestRun = 2, kLongestRun = 4;  // letters
constexpr std::size_t kMostBetween = 2;                   // words between the two of a pair
constexpr std::size_t kReach = 2;                         // from a concept to another, or to a word
constexpr std::uint64_t kPairSeed = 0x632be59bd9b4e019u;
constexpr std::size_t kLongestWord = 40;  // letters; the rest of a longer one says nothing

Key key_of(Block block, std::uint64_t hash) {
  return (hash >> 2) | (static_cast<std::uint64_t>(block) << 62);
}

// Each walk tells `on` the key, and by which tokens or bytes the feature is known.
template <class On>
void walk_words(const Tokens& tokens, const On& on) {
  const auto& list = tokens.list;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (!list[i].boundary) on(key_of(Block::words, list[i].hash), i, i);
    if (i > 0) on(key_of(Block::words, joined(list[i - 1].hash, list[i].hash)), i - 1, i);
  }
}

template <class On>
void walk_skips(const Tokens& tokens, const On& on) {
  const auto& list = tokens.list;
  for (std::size_t i = 0; i < list.size(); ++i) {
    for (std::size_t j = i + 2; j < list.size() && j <= i + 1 + kMostBetween; ++j)
      on(key_of(Block::skips, joined(list[i].hash, list[j].hash)), i, j);
  }
}

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }

// The runs of letters of one word between blanks, over characters, not bytes.
template <class On>
void walk_runs(std::string_view word, const On& on) {
  std::array<std::uint32_t, kLongestWord + 2> letters{' '};
  std::size_t size = 1;
  for (const char c : word) {
    const auto byte = static_cast<unsigned char>(c);
    if (begins_character(c)) {
      if (size == kLongestWord + 1) break;
      letters[size++] = byte;
    } else {
      letters[size - 1] = (letters[size - 1] << 8) | byte;
    }
  }
  letters[size++] = ' ';
  for (std::size_t begin = 0; begin + kShortestRun <= size; ++begin) {
    std::uint64_t hash = kPairSeed;
    for (std::size_t i = begin; i < size && i < begin + kLongestRun; ++i) {
      hash = (hash ^ letters[i]) * 0x9fb21c651e98df25u;
      hash ^= hash >> 29;
      if (i - begin + 1 >= kShortestRun) on(key_of(Block::characters, mixed(hash)), begin, i + 1);
    }
  }
}

// A text with its concepts in place of their words: "refill my [drug]".
struct Unit {
  std::uint64_t hash = 0;
  std::size_t at = 0;  // a concept hit, or a token
  bool is_concept = false;
};

void append_units(const Tokens& tokens, std::vector<Unit>& units) {
  std::size_t hit = 0;
  for (std::size_t token = 0; token < tokens.list.size();) {
    while (hit < tokens.concepts.size() && tokens.concepts[hit].first < token) ++hit;
    if (hit < tokens.concepts.size() && tokens.concepts[hit].first == token) {
      units.push_back({mixed(tokens.concepts[hit].concept_index + 1u), hit, true});
      token = tokens.concepts[hit].last;
    } else {
      units.push_back({tokens.list[token].hash, token, false});
      ++token;
    }
  }
}

// Concepts alone, and with what stands beside them, or one word further.
template <class On>
void walk_concepts(const Tokens& tokens, const On& on) {
  thread_local std::vector<Unit> units;
  units.clear();
  append_units(tokens, units);
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (units[i].is_concept) on(key_of(Block::concepts, units[i].hash), units[i], units[i]);
    for (std::size_t j = i + 1; j < units.size() && j <= i + kReach; ++j) {
      if (!units[i].is_concept && !units[j].is_concept) continue;
      const std::uint64_t hash = joined(units[i].hash + (j - i), units[j].hash);
      on(key_of(Block::concepts, hash), units[i], units[j]);
    }
  }
}

std::string shown(const Tokens& tokens, std::size_t index) {
  const Token& token = tokens.list[index];
  return token.boundary ? "|" : std::string(tokens.stem(token));
}

}  // namespace

Key hint_key(std::uint64_t hash) { return key_of(Block::concepts, mixed(hash)); }

void append_keys(const Tokens& tokens, Keys& keys) {
  const auto keep = [&](Key key, const auto&, const auto&) { keys.push_back(key); };
  walk_words(tokens, keep);
  walk_skips(tokens, keep);
  walk_concepts(tokens, keep);
  for (const Token& token : tokens.list) {
    if (!token.boundary) walk_runs(tokens.word(token), keep);
  }
}

std::vector<NamedKey> named_keys(const Analyzer& analyzer, const Tokens& tokens) {
  std::vector<NamedKey> named;
  walk_words(tokens, [&](Key key, std::size_t first, std::size_t last) {
    const std::string before = first == last ? "" : shown(tokens, first) + " ";
    named.push_back({key, before + shown(tokens, last)});
  });
  walk_skips(tokens, [&](Key key, std::size_t first, std::size_t last) {
    named.push_back({key, shown(tokens, first) + " … " + shown(tokens, last)});
  });
  walk_concepts(tokens, [&](Key key, const Unit& first, const Unit& last) {
    const auto name = [&](const Unit& unit) {
      return unit.is_concept
                 ? "[" + analyzer.concept_name(tokens.concepts[unit.at].concept_index) + "]"
                 : shown(tokens, unit.at);
    };
    named.push_back({key, first.at == last.at && first.is_concept == last.is_concept
                              ? name(last)
                              : name(first) + " + " + name(last)});
  });
  for (const Token& token : tokens.list) {
    if (token.boundary) continue;
    const std::string word = " " + std::string(tokens.word(token)) + " ";
    std::vector<std::size_t> begins;  // of the characters
    for (std::size_t i = 0; i < word.size(); ++i) {
      if (begins_character(word[i])) begins.push_back(i);
    }
    begins.push_back(word.size());
    walk_runs(tokens.word(token), [&](Key key, std::size_t first, std::size_t last) {
      if (last >= begins.size()) return;
      named.push_back({key, "'" + word.substr(begins[first], begins[last] - begins[first]) + "'"});
    });
  }
  return named;
}

}  // namespace anteroom::classifier
