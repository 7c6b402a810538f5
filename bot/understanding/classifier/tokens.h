// A text as the classifier sees it: words by their usual spelling with their stems, the symbols
// that carry meaning, and the ends of sentences. Made by an Analyzer (analyzer.h); buffers are kept
// from text to text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace anteroom::classifier {

struct Token {
  std::uint32_t begin = 0, end = 0;            // in Tokens::words
  std::uint32_t stem_begin = 0, stem_end = 0;  // in Tokens::stems
  std::uint64_t hash = 0;                      // of the stem
  bool boundary = false;                       // the begin or the end of a sentence
};

struct ConceptHit {
  std::uint16_t concept_index = 0;
  std::uint16_t first = 0, last = 0;  // tokens [first, last)
};

struct Tokens {
  std::string words, stems;
  std::vector<Token> list;  // begins and ends with a boundary
  std::vector<ConceptHit> concepts;

  std::string_view word(const Token& token) const {
    return std::string_view(words).substr(token.begin, token.end - token.begin);
  }
  std::string_view stem(const Token& token) const {
    return std::string_view(stems).substr(token.stem_begin, token.stem_end - token.stem_begin);
  }
  void clear() {
    words.clear();
    stems.clear();
    list.clear();
    concepts.clear();
  }
};

}  // namespace anteroom::classifier
