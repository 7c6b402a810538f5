#include "bot/understanding/phrase_index.h"

#include <algorithm>

namespace anteroom::understanding {
namespace {

constexpr std::size_t kForgivenFrom = 6;  // letters: shorter words are too near to one another

// FNV-1a of the word without the letter at `left_out`.
std::uint64_t hash_without(std::string_view word, std::size_t left_out) {
  std::uint64_t hash = 14695981039346656037u;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (i == left_out) continue;
    hash = (hash ^ static_cast<unsigned char>(word[i])) * 1099511628211u;
  }
  return hash;
}

std::uint64_t step(std::uint32_t node, std::uint32_t word) {
  return (std::uint64_t{node} << 32) | word;
}

// Slips are forgiven where what is meant is a choice, or the name of a day or month.
bool is_forgiving(Means means) {
  return means == Means::choice || means == Means::weekday || means == Means::month;
}

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// A sentence ends between the two words.
bool ends_sentence(std::string_view gap) {
  return gap.find_first_of("!?;\n") != std::string_view::npos ||
         gap.find(". ") != std::string_view::npos;
}

// "Son" of "son's"; else the word itself.
std::string_view without_possessive(std::string_view word) {
  return word.size() > 2 && word.ends_with("'s") ? word.substr(0, word.size() - 2) : word;
}

std::string_view without_blanks(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  return begin == std::string_view::npos ? std::string_view() : text.substr(begin);
}

}  // namespace

PhraseIndex::WordId PhraseIndex::intern(std::string_view word) {
  const auto [at, added] =
      x_ids.try_emplace(std::string(word), static_cast<WordId>(x_words.size()));
  if (added) {
    x_words.push_back(at->first);
    x_forgiving.push_back(false);
  }
  return at->second;
}

void PhraseIndex::add(std::string_view phrase, Meaning meaning) {
  const auto words = words_of(phrase);
  if (words.empty()) {
    const std::string symbol(trimmed(phrase));
    const auto known = std::find_if(x_symbols.begin(), x_symbols.end(),
                                    [&](const auto& row) { return row.first == symbol; });
    if (known != x_symbols.end())
      known->second.push_back(meaning);
    else if (!symbol.empty() && symbol != "-")
      x_symbols.push_back({symbol, {meaning}});
    return;
  }
  std::uint32_t node = 0;
  for (const Word& word : words) {
    const std::string_view letters = phrase.substr(word.begin, word.end - word.begin);
    const WordId id = intern(letters);
    if (is_forgiving(meaning.means) && letters.size() >= kForgivenFrom && !has_digit(letters))
      x_forgiving[id] = true;
    auto [at, added] =
        x_children.try_emplace(step(node, id), static_cast<std::uint32_t>(x_nodes.size()));
    if (added) x_nodes.emplace_back();
    node = at->second;
  }
  x_nodes[node].meanings.push_back(meaning);
}

void PhraseIndex::finish() {
  for (WordId id = 0; id < x_words.size(); ++id) {
    if (x_forgiving[id]) index_slips(id);
  }
  // The longest symbol first.
  std::sort(x_symbols.begin(), x_symbols.end(),
            [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
}

// Words one edit apart have a form in common once each has lost at most one letter.
void PhraseIndex::index_slips(WordId id) {
  const std::string_view word = x_words[id];
  for (std::size_t left_out = 0; left_out <= word.size(); ++left_out)
    x_slips[hash_without(word, left_out)].push_back(id);
}

PhraseIndex::WordId PhraseIndex::id_of(std::string_view word) const {
  const auto found = x_ids.find(word);
  return found == x_ids.end() ? kUnknown : found->second;
}

// Another first letter makes another word ("rental" for "dental") more often than a slip.
PhraseIndex::WordId PhraseIndex::slip_of(std::string_view word) const {
  if (word.size() < kForgivenFrom - 1 || has_digit(word)) return kUnknown;
  for (std::size_t left_out = 0; left_out <= word.size(); ++left_out) {
    const auto found = x_slips.find(hash_without(word, left_out));
    if (found == x_slips.end()) continue;
    for (const WordId id : found->second) {
      const std::string_view known = x_words[id];
      if (known.size() == word.size() && known[0] != word[0] && known[0] != word[1]) continue;
      if (within_one_edit(word, known)) return id;
    }
  }
  return kUnknown;
}

std::uint32_t PhraseIndex::child(std::uint32_t node, WordId word) const {
  if (word == kUnknown) return 0;
  const auto found = x_children.find(step(node, word));
  return found == x_children.end() ? 0 : found->second;
}

std::vector<PhraseIndex::Known> PhraseIndex::known_words(std::string_view text,
                                                         const std::vector<Word>& words) const {
  std::vector<Known> known;
  known.reserve(words.size());
  for (const Word& word : words) {
    const std::string_view letters = text.substr(word.begin, word.end - word.begin);
    const std::string_view owner = without_possessive(letters);
    const WordId owner_id = owner.size() < letters.size() ? id_of(owner) : kUnknown;
    const WordId id = id_of(letters);
    if (id != kUnknown)
      known.push_back({id, owner_id, false});
    else
      known.push_back({owner_id == kUnknown ? slip_of(letters) : kUnknown, owner_id, true});
  }
  return known;
}

std::vector<Hit> PhraseIndex::find(std::string_view text, const std::vector<Word>& words) const {
  const std::vector<Known> known = known_words(text, words);
  std::vector<Hit> hits;
  hits.reserve(words.size() * 2);
  for (std::size_t first = 0; first < words.size(); ++first) {
    std::uint32_t node = 0;
    bool slip = false, owner_inside = false;
    for (std::size_t at = first; at < words.size(); ++at) {
      if (at > first &&
          ends_sentence(text.substr(words[at - 1].end, words[at].begin - words[at - 1].end)))
        break;
      const std::uint32_t next = child(node, known[at].id);
      const std::uint32_t owner = child(node, known[at].owner);
      slip = slip || (next != 0 && known[at].slip);
      add_hits(next, {first, at + 1, nullptr, slip}, slip || owner_inside, hits);
      add_hits(owner, {first, at + 1, nullptr, slip, true}, true, hits);
      owner_inside = owner_inside || next == 0;
      node = next != 0 ? next : owner;
      if (node == 0) break;
    }
  }
  return hits;
}

void PhraseIndex::add_hits(std::uint32_t node, Hit hit, bool strict, std::vector<Hit>& hits) const {
  if (node == 0) return;
  for (const Meaning& meaning : x_nodes[node].meanings) {
    if (strict && !is_forgiving(meaning.means)) continue;
    hit.meaning = &meaning;
    hits.push_back(hit);
  }
}

const std::vector<Meaning>* PhraseIndex::symbol_at(std::string_view text) const {
  text = without_blanks(text);
  for (const auto& [symbol, meanings] : x_symbols) {
    if (text.starts_with(symbol)) return &meanings;
  }
  return nullptr;
}

}  // namespace anteroom::understanding
