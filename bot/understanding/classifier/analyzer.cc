#include "bot/understanding/classifier/analyzer.h"

#include <algorithm>

#include "base/text.h"
#include "bot/understanding/classifier/hashing.h"
#include "bot/understanding/classifier/stemmer.h"

namespace anteroom::classifier {
namespace {

constexpr std::size_t kLongestPhrase = 6;  // words of a concept
constexpr std::uint64_t kBoundaryHash = 0x5bd1e9955bd1e995u;
constexpr std::uint64_t kPhraseSeed = 0x2545f4914f6cdd1du;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Snowball's stemmers are objects with a buffer: each thread has one a language.
Stemmer& stemmer_of(const std::string& language) {
  thread_local std::unordered_map<std::string, Stemmer> stemmers;
  const auto known = stemmers.find(language);
  return known != stemmers.end() ? known->second
                                 : stemmers.try_emplace(language, language).first->second;
}

void add_boundary(Tokens& tokens) {
  if (!tokens.list.empty() && tokens.list.back().boundary) return;
  Token token;
  token.hash = kBoundaryHash;
  token.boundary = true;
  tokens.list.push_back(token);
}

void add_token(std::string_view word, std::string_view stem, Tokens& tokens) {
  Token token;
  token.begin = static_cast<std::uint32_t>(tokens.words.size());
  tokens.words += word;
  token.end = static_cast<std::uint32_t>(tokens.words.size());
  token.stem_begin = static_cast<std::uint32_t>(tokens.stems.size());
  tokens.stems += stem;
  token.stem_end = static_cast<std::uint32_t>(tokens.stems.size());
  token.hash = hash_of(stem);
  tokens.list.push_back(token);
}

std::size_t length_of_character(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

}  // namespace

Analyzer::Analyzer(const Wordbook& book) : x_stemmer(book.stemmer) {
  for (const auto& [from, to] : book.spellings) {
    for (const Word& word : words_of(to))
      x_spellings[from].emplace_back(to.substr(word.begin, word.end - word.begin));
  }
  for (const auto& [id, phrases] : book.concepts) {
    x_concepts.push_back(id);
    const auto index = static_cast<std::uint16_t>(x_concepts.size() - 1);
    for (const std::string& phrase : phrases) add_phrase(index, phrase);
  }
}

void Analyzer::add_phrase(std::uint16_t concept_index, std::string_view phrase) {
  Tokens tokens;
  tokenize(phrase, tokens);
  std::erase_if(tokens.list, [](const Token& token) { return token.boundary; });
  if (tokens.list.empty() || tokens.list.size() > kLongestPhrase) return;
  std::uint64_t hash = kPhraseSeed;
  for (std::size_t i = 0; i < tokens.list.size(); ++i) {
    hash = joined(hash, tokens.list[i].hash);
    Step& step = x_steps[hash];
    step.goes_on = step.goes_on || i + 1 < tokens.list.size();
    const bool is_new =
        std::find(step.concepts.begin(), step.concepts.end(), concept_index) == step.concepts.end();
    if (i + 1 == tokens.list.size() && is_new) step.concepts.push_back(concept_index);
  }
}

void Analyzer::analyze(std::string_view folded, Tokens& tokens) const {
  tokenize(folded, tokens);
  find_concepts(tokens);
}

void Analyzer::tokenize(std::string_view folded, Tokens& tokens) const {
  tokens.clear();
  add_boundary(tokens);
  std::size_t at = 0;
  for (const Word& word : words_of(folded)) {
    add_gap(folded.substr(at, word.begin - at), tokens);
    add_word(folded.substr(word.begin, word.end - word.begin), tokens);
    at = word.end;
  }
  add_gap(folded.substr(at), tokens);
  add_boundary(tokens);
}

// Of what stands between words, the symbols that mean something and the ends of sentences.
void Analyzer::add_gap(std::string_view gap, Tokens& tokens) const {
  for (std::size_t i = 0; i < gap.size();) {
    const std::size_t size = std::min(length_of_character(gap[i]), gap.size() - i);
    const std::string_view symbol = gap.substr(i, size);
    const bool stands_alone = size > 1 || symbol == "$" || symbol == "%";
    const bool ends = symbol == "?" || symbol == "!";
    const bool repeats = i > 0 && gap[i - 1] == gap[i];
    if ((stands_alone || ends) && !repeats) add_token(symbol, symbol, tokens);
    if (ends || symbol == "." || symbol == ";") add_boundary(tokens);
    i += size;
  }
}

void Analyzer::add_word(std::string_view word, Tokens& tokens) const {
  if (std::all_of(word.begin(), word.end(), is_digit)) return add_token("0", "0", tokens);
  Stemmer& stemmer = stemmer_of(x_stemmer);
  const auto other = x_spellings.find(word);
  if (other == x_spellings.end()) return add_token(word, stemmer.stem(word), tokens);
  for (const std::string& part : other->second) add_token(part, stemmer.stem(part), tokens);
}

// The longest phrase at each token; the next one begins behind it.
void Analyzer::find_concepts(Tokens& tokens) const {
  for (std::size_t first = 0; first < tokens.list.size();) {
    const Step* found = nullptr;
    const std::size_t size = longest_at(tokens, first, found);
    if (found) {
      for (const std::uint16_t index : found->concepts)
        tokens.concepts.push_back(
            {index, static_cast<std::uint16_t>(first), static_cast<std::uint16_t>(first + size)});
    }
    first += std::max<std::size_t>(size, 1);
  }
}

std::size_t Analyzer::longest_at(const Tokens& tokens, std::size_t first,
                                 const Step*& found) const {
  std::uint64_t hash = kPhraseSeed;
  std::size_t size = 0;
  for (std::size_t i = first; i < tokens.list.size() && !tokens.list[i].boundary; ++i) {
    hash = joined(hash, tokens.list[i].hash);
    const auto step = x_steps.find(hash);
    if (step == x_steps.end()) break;
    if (!step->second.concepts.empty()) {
      found = &step->second;
      size = i + 1 - first;
    }
    if (!step->second.goes_on) break;
  }
  return size;
}

std::string normal_form(const Tokens& tokens) {
  std::string form;
  for (const Token& token : tokens.list) {
    if (token.boundary) continue;
    if (!form.empty()) form += ' ';
    form += tokens.word(token);
  }
  return form;
}

}  // namespace anteroom::classifier
