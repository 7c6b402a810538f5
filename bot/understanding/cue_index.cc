#include "bot/understanding/cue_index.h"

#include <algorithm>
#include <cstdlib>
#include <sstream>

#include "base/text.h"
#include "bot/understanding/red_flag_cues.h"
#include "bot/understanding/red_flag_numbers.h"

namespace anteroom::understanding {
namespace {

constexpr std::size_t kForgiving = 6;     // letters from which a word may hold a slip
constexpr std::size_t kLongestWord = 24;  // a longer one is no word
constexpr std::size_t kFilterBits = 1u << 16u;
constexpr std::size_t kStemBits = 1u << 12u;
constexpr std::size_t kShortestStem = 3;

std::uint64_t hash_of(std::string_view word, std::size_t without = std::string_view::npos) {
  std::uint64_t hash = 14695981039346656037u;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (i != without) hash = (hash ^ static_cast<unsigned char>(word[i])) * 1099511628211u;
  }
  return hash ^ (hash >> 29u);
}

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  std::istringstream in{std::string(text)};
  for (std::string part; std::getline(in, part, at);) {
    if (!trimmed(part).empty()) parts.emplace_back(trimmed(part));
  }
  return parts;
}

std::string_view named_choice(std::string_view name) {
  for (const Cue& choice : red_flag_word_choices()) {
    if (choice.name == name) return choice.wordings;
  }
  std::abort();
}

// "lip/lips?" -> lip, lips and "": it may be left out.
std::vector<std::string> choices_of(std::string element) {
  const bool optional = element.ends_with('?');
  if (optional) element.pop_back();
  std::vector<std::string> choices;
  for (const std::string& choice : split(element, '/')) {
    if (!choice.starts_with('@')) {
      choices.push_back(choice);
      continue;
    }
    for (std::string& named : split(named_choice(choice.substr(1)), '/'))
      choices.push_back(std::move(named));
  }
  if (choices.empty()) std::abort();
  if (optional) choices.emplace_back();
  return choices;
}

}  // namespace

CueIndex::CueIndex() : x_stem_begins(kStemBits), x_slip_filter(kFilterBits) {
  for (const std::string_view name : measured_cues())
    x_names.emplace(std::string(name), static_cast<CueId>(x_names.size()));
  for (const auto& cues : {red_flag_cues(), red_flag_scope_cues()}) {
    for (const Cue& cue : cues) {
      const auto id = static_cast<CueId>(x_names.size());
      if (!x_names.emplace(std::string(cue.name), id).second) std::abort();
      add(cue.wordings, id);
    }
  }
  index_slips();
}

void CueIndex::add(std::string_view wordings, CueId cue) {
  for (const std::string& wording : split(wordings, '|')) add_wording(wording, cue);
}

void CueIndex::add_wording(std::string_view wording, CueId cue) {
  std::vector<std::vector<std::string>> choices;
  for (std::string& element : split(wording, ' '))
    choices.push_back(choices_of(std::move(element)));
  add_words(choices, cue);
}

// Every way through the choices is a path of the trie.
void CueIndex::add_words(const std::vector<std::vector<std::string>>& choices, CueId cue) {
  std::vector<std::uint32_t> ends = {0};
  for (const auto& words : choices) {
    std::vector<std::uint32_t> next;
    for (const std::uint32_t node : ends) {
      for (const std::string& word : words) next.push_back(word.empty() ? node : grow(node, word));
    }
    ends = std::move(next);
  }
  for (const std::uint32_t node : ends) {
    auto& cues = x_nodes[node];
    if (node == 0) std::abort();  // a wording of nothing
    if (std::find(cues.begin(), cues.end(), cue) == cues.end()) cues.push_back(cue);
  }
}

std::uint32_t CueIndex::grow(std::uint32_t node, std::string_view word) {
  const bool stem = word.ends_with('*');
  if (stem) word.remove_suffix(1);
  if (stem && word.size() < kShortestStem) std::abort();
  const std::uint64_t key = (std::uint64_t{node} << 32u) | intern(word, stem);
  const auto [at, is_new] = x_children.emplace(key, static_cast<std::uint32_t>(x_nodes.size()));
  if (is_new) x_nodes.emplace_back();
  return at->second;
}

CueIndex::WordId CueIndex::intern(std::string_view word, bool stem) {
  const auto id = static_cast<WordId>(x_spelled.size());
  const auto [at, is_new] = (stem ? x_stems : x_words).emplace(std::string(word), id);
  if (is_new) x_spelled.emplace_back(word);
  if (stem) x_stem_begins[hash_of(word.substr(0, kShortestStem)) % kStemBits] = true;
  return at->second;
}

void CueIndex::index_slips() {
  for (const auto& [word, id] : x_words) {
    if (word.size() < kForgiving) continue;
    for (std::size_t i = 0; i <= word.size(); ++i) {  // the last: the whole word
      const std::uint64_t hash = hash_of(word, i);
      x_slips.emplace(hash, id);
      x_slip_filter[hash % kFilterBits] = true;
    }
  }
}

void CueIndex::add_exact(std::string_view word, std::vector<WordId>& ids) const {
  if (const auto at = x_words.find(word); at != x_words.end()) ids.push_back(at->second);
  if (word.size() < kShortestStem ||
      !x_stem_begins[hash_of(word.substr(0, kShortestStem)) % kStemBits])
    return;
  for (std::size_t size = kShortestStem; size <= word.size(); ++size) {
    if (const auto at = x_stems.find(word.substr(0, size)); at != x_stems.end())
      ids.push_back(at->second);
  }
}

// The words one edit away that begin with the same letter.
void CueIndex::add_slips(std::string_view word, std::vector<WordId>& ids) const {
  if (word.size() + 1 < kForgiving) return;
  for (std::size_t i = 0; i <= word.size(); ++i) {
    const std::uint64_t hash = hash_of(word, i);
    if (!x_slip_filter[hash % kFilterBits]) continue;
    const auto [first, last] = x_slips.equal_range(hash);
    for (auto at = first; at != last; ++at) {
      const std::string& meant = x_spelled[at->second];
      if (meant.front() == word.front() && within_one_edit(word, meant) &&
          std::find(ids.begin(), ids.end(), at->second) == ids.end())
        ids.push_back(at->second);
    }
  }
}

std::vector<CueIndex::WordId> CueIndex::known(std::string_view word) const {
  std::vector<WordId> ids;
  if (word.size() > kLongestWord) word = word.substr(0, kLongestWord);
  add_exact(word, ids);
  if (!ids.empty()) return ids;
  for (const std::string& spelling : spellings_of(word)) {
    add_exact(spelling, ids);
    if (ids.empty()) add_slips(spelling, ids);
    if (!ids.empty()) return ids;
  }
  add_slips(word, ids);
  return ids;
}

std::uint32_t CueIndex::child(std::uint32_t node, WordId word) const {
  const auto at = x_children.find((std::uint64_t{node} << 32u) | word);
  return at == x_children.end() ? 0 : at->second;
}

std::vector<CueHit> CueIndex::find(const std::vector<FlagWord>& words) const {
  struct Path {
    std::uint32_t node;
    std::uint32_t first;
  };
  std::vector<CueHit> hits;
  std::vector<Path> open, next;
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    if (words[i].before == Gap::sentence) open.clear();
    open.push_back({0, i});
    next.clear();
    for (const WordId word : known(words[i].text)) {
      for (const Path& path : open) {
        const std::uint32_t node = child(path.node, word);
        if (node == 0) continue;
        next.push_back({node, path.first});
        for (const CueId cue : x_nodes[node]) hits.push_back({cue, path.first, i + 1});
      }
    }
    open.swap(next);
  }
  std::stable_sort(hits.begin(), hits.end(),
                   [](const CueHit& a, const CueHit& b) { return a.first < b.first; });
  return hits;
}

std::optional<CueId> CueIndex::id_of(std::string_view name) const {
  const auto at = x_names.find(name);
  return at == x_names.end() ? std::nullopt : std::optional(at->second);
}

}  // namespace anteroom::understanding
