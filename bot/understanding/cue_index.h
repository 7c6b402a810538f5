// Finds every cue of the red-flag detector in the words of a text: a trie of words, where a word of
// six letters or more may hold one slip. Built once from tables that are compiled in: a wording
// that cannot be read stops the process, since nothing may be served without it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "bot/understanding/red_flag_words.h"

namespace anteroom::understanding {

using CueId = std::uint16_t;

struct CueHit {  // a cue at words [first, last)
  CueId cue = 0;
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  bool operator==(const CueHit&) const = default;
};

class CueIndex {
 public:
  CueIndex();

  // By first word. No wording reaches over the end of a sentence.
  std::vector<CueHit> find(const std::vector<FlagWord>& words) const;

  std::optional<CueId> id_of(std::string_view name) const;
  std::size_t size() const { return x_names.size(); }

 private:
  using WordId = std::uint32_t;
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  template <typename Value>
  using Table = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

  void add(std::string_view wordings, CueId cue);
  void add_wording(std::string_view wording, CueId cue);
  void add_words(const std::vector<std::vector<std::string>>& choices, CueId cue);
  std::uint32_t grow(std::uint32_t node, std::string_view word);
  WordId intern(std::string_view word, bool stem);
  void index_slips();

  // The known words that a word of the text may stand for.
  std::vector<WordId> known(std::string_view word) const;
  void add_exact(std::string_view word, std::vector<WordId>& ids) const;
  void add_slips(std::string_view word, std::vector<WordId>& ids) const;
  std::uint32_t child(std::uint32_t node, WordId word) const;  // 0: none

  Table<CueId> x_names;
  Table<WordId> x_words, x_stems;
  std::vector<std::string> x_spelled;  // by WordId
  std::vector<bool> x_stem_begins;     // by the hash of three letters: some stem begins so
  std::vector<bool> x_slip_filter;     // by the low bits of a hash in x_slips
  std::unordered_multimap<std::uint64_t, WordId> x_slips;  // of a word without one letter
  std::unordered_map<std::uint64_t, std::uint32_t> x_children;
  std::vector<std::vector<CueId>> x_nodes{1};
};

}  // namespace anteroom::understanding
