// One text as the reader hears it: the original, its folded form, its words, and every known phrase
// in it. Made once per text; every part of the reader asks it. Spans are in words; `span` gives the
// bytes of the original.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "bot/understanding/lexicon.h"

namespace anteroom::understanding {

struct WordSpan {  // words [first, last)
  std::size_t first = 0;
  std::size_t last = 0;
  bool empty() const { return first >= last; }
  bool overlaps(WordSpan other) const { return first < other.last && other.first < last; }
};

// Hits in the order of their first words, and where those of each word begin.
class HitsByWord {
 public:
  HitsByWord() = default;
  HitsByWord(std::vector<Hit> hits, std::size_t words);
  const std::vector<Hit>& all() const { return x_hits; }
  std::span<const Hit> beginning_in(std::size_t from, std::size_t to) const;  // words [from, to)

 private:
  std::vector<Hit> x_hits;
  std::vector<std::size_t> x_begin;
};

class Heard {
 public:
  Heard(std::string_view original, const Lexicon& lexicon);

  std::string_view original() const { return x_original; }
  std::string_view text() const { return x_folded.text; }  // folded
  std::size_t size() const { return x_words.size(); }
  std::string_view word(std::size_t i) const {
    return text().substr(x_words[i].begin, x_words[i].end - x_words[i].begin);
  }
  const Word& bytes_of(std::size_t i) const { return x_words[i]; }  // in the folded text
  std::string_view gap_before(
      std::size_t i) const;  // between this word and the one before (or the text's ends)
  std::string_view original_of(std::size_t i) const;

  // Phrases that are not part of a longer one, by first word; words that only fill are never the
  // longer one.
  const std::vector<Hit>& hits() const { return x_hits.all(); }
  const std::vector<Hit>& all() const { return x_all.all(); }  // also those inside longer ones
  std::span<const Hit> all_beginning_in(std::size_t from, std::size_t to) const {
    return x_all.beginning_in(from, to);
  }
  // The longest phrase of this meaning that begins, or ends, at the word; null: none.
  const Hit* at(std::size_t first, Means means) const;
  const Hit* ending(std::size_t last, Means means) const;
  // Also those inside longer phrases.
  const Hit* any_at(std::size_t first, Means means) const;
  const Hit* any_ending(std::size_t last, Means means) const;
  bool says(Means means) const;  // anywhere

  // Whether all words outside `span` only fill (please, the, ...).
  bool only_filler_beside(WordSpan span) const;
  bool fills(std::size_t i) const { return x_fills[i]; }
  bool knows(std::size_t i) const { return x_lexicon.phrases.knows(word(i)); }
  // A clause ends after the word: a comma, a stop, the end.
  bool clause_ends_after(std::size_t i) const;
  bool same_clause(std::size_t i, std::size_t j) const;  // i < j
  bool negated(std::size_t first) const;  // "not", up to three words before it in its clause

  std::pair<std::size_t, std::size_t> span(WordSpan words) const;  // bytes of the original
  std::pair<std::size_t, std::size_t> bytes(
      std::size_t begin, std::size_t end) const;  // from bytes of the folded text
  WordSpan words_in(std::size_t begin,
                    std::size_t end) const;  // that touch these bytes of the original
  bool symbol(Means means) const;            // a text without words that begins with such a symbol
  const Lexicon& lexicon() const { return x_lexicon; }

 private:
  bool is_part_of_longer(const Hit& hit) const;
  bool leaves_person(const Hit& longer, const Hit& hit) const;
  void mark_filler();
  bool is_negation(const Hit& hit) const;
  bool opens_correction(const Hit& no, std::size_t value) const;

  std::string_view x_original;
  const Lexicon& x_lexicon;
  Folded x_folded;
  std::vector<Word> x_words;
  HitsByWord x_all;
  HitsByWord x_hits;
  std::vector<bool> x_fills;
};

}  // namespace anteroom::understanding
