// Turns folded text into tokens and concepts by a wordbook. Made once per model and immutable: it
// may be shared between threads. The order of what it does is the first step of every feature.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "bot/understanding/classifier/tokens.h"
#include "bot/understanding/classifier/wordbook.h"

namespace anteroom::classifier {

class Analyzer {
 public:
  explicit Analyzer(const Wordbook& book);

  void analyze(std::string_view folded, Tokens& tokens) const;
  const std::string& concept_name(std::size_t index) const { return x_concepts[index]; }

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  struct Step {  // of a phrase: one more stem
    std::vector<std::uint16_t> concepts;
    bool goes_on = false;
  };

  void add_phrase(std::uint16_t concept_index, std::string_view phrase);
  void tokenize(std::string_view folded, Tokens& tokens) const;
  void add_gap(std::string_view gap, Tokens& tokens) const;
  void add_word(std::string_view word, Tokens& tokens) const;
  void find_concepts(Tokens& tokens) const;
  std::size_t longest_at(const Tokens& tokens, std::size_t first, const Step*& found) const;

  std::string x_stemmer;
  std::unordered_map<std::string, std::vector<std::string>, Hash, std::equal_to<>> x_spellings;
  std::vector<std::string> x_concepts;
  std::unordered_map<std::uint64_t, Step> x_steps;  // by the joined hashes of a phrase's stems
};

// The tokens in one line: texts that are the same to the classifier have the same.
std::string normal_form(const Tokens& tokens);

}  // namespace anteroom::classifier
