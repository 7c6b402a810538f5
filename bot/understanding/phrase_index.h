// Finds every known phrase in a text in one pass: a trie of words, and for words of six letters or
// more an index that forgives one slip. Filled once when a practice is loaded, then immutable;
// finding allocates only its result.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/text.h"
#include "bot/understanding/meaning.h"

namespace anteroom::understanding {

struct Hit {  // a phrase at words [first, last)
  std::size_t first = 0;
  std::size_t last = 0;
  const Meaning* meaning = nullptr;
  bool slip = false;        // a word was one edit away
  bool possessive = false;  // its last word: "my son's"

  std::size_t size() const { return last - first; }
};

class PhraseIndex {
 public:
  // `phrase` is folded text. What has no word in it (an emoji, "?") is a symbol.
  void add(std::string_view phrase, Meaning meaning);
  void finish();  // after the last `add`

  // Of folded text and its words, by first word; phrases never reach over the end of a sentence.
  std::vector<Hit> find(std::string_view text, const std::vector<Word>& words) const;
  const std::vector<Meaning>* symbol_at(std::string_view text) const;  // that the text begins with

  bool knows(std::string_view word) const { return x_ids.contains(word); }

 private:
  using WordId = std::uint32_t;
  static constexpr WordId kUnknown = 0xFFFFFFFF;
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  struct Known {  // a word of a text
    WordId id;
    WordId owner;  // of "son" in "son's"
    bool slip;
  };
  struct NodeOfTrie {
    std::vector<Meaning> meanings;
  };

  std::vector<Known> known_words(std::string_view text, const std::vector<Word>& words) const;
  // The meanings of the node as hits; strict: only those that forgive.
  void add_hits(std::uint32_t node, Hit hit, bool strict, std::vector<Hit>& hits) const;
  WordId id_of(std::string_view word) const;
  WordId slip_of(std::string_view word) const;
  WordId intern(std::string_view word);
  std::uint32_t child(std::uint32_t node, WordId word) const;  // 0: none
  void index_slips(WordId word);

  std::unordered_map<std::string, WordId, Hash, std::equal_to<>> x_ids;
  std::vector<std::string_view> x_words;
  std::vector<bool> x_forgiving;  // one slip in the word is forgiven
  std::unordered_map<std::uint64_t, std::vector<WordId>>
      x_slips;  // by the hash of the word without one letter
  std::unordered_map<std::uint64_t, std::uint32_t> x_children;  // node and word -> node
  std::vector<NodeOfTrie> x_nodes{1};
  std::vector<std::pair<std::string, std::vector<Meaning>>> x_symbols;
};

}  // namespace anteroom::understanding
