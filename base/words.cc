#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/text.h"

namespace anteroom {
namespace {

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte >= 0x80u;
}

std::size_t common_prefix(std::string_view a, std::string_view b) {
  const std::size_t size = std::min(a.size(), b.size());
  std::size_t i = 0;
  while (i < size && a[i] == b[i]) ++i;
  return i;
}

}  // namespace

std::vector<Word> words_of(std::string_view folded_text) {
  std::vector<Word> words;
  const std::size_t size = folded_text.size();
  for (std::size_t at = 0; at < size; ++at) {
    if (!is_word_byte(folded_text[at])) continue;
    std::size_t end = at + 1;
    while (end < size) {
      const bool inner_apostrophe =
          folded_text[end] == '\'' && end + 1 < size && is_word_byte(folded_text[end + 1]);
      if (!is_word_byte(folded_text[end]) && !inner_apostrophe) break;
      ++end;
    }
    words.push_back({at, end});
    at = end;
  }
  return words;
}

bool within_one_edit(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  const std::size_t same = common_prefix(a, b);
  if (same == a.size()) return true;
  a.remove_prefix(same);
  b.remove_prefix(same);
  if (a.size() < b.size()) return a == b.substr(1);
  if (a.substr(1) == b.substr(1)) return true;
  return a.size() > 1 && a[0] == b[1] && a[1] == b[0] && a.substr(2) == b.substr(2);
}

// Optimal string alignment, by rows; a row whose least is over the limit ends it.
int edits_apart(std::string_view a, std::string_view b, int limit) {
  const auto size_a = static_cast<int>(a.size()), size_b = static_cast<int>(b.size());
  if (std::abs(size_a - size_b) > limit) return limit + 1;
  std::array<std::vector<int>, 3> rows;
  for (std::vector<int>& row : rows) row.resize(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::vector<int>& row = rows[i % 3];
    const std::vector<int>& last = rows[(i + 2) % 3];
    const std::vector<int>& last_but_one = rows[(i + 1) % 3];
    row[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = a[i - 1] == b[j - 1];
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], last_but_one[j - 2] + 1);
    }
    // A swap reaches back two rows, so both must be over the limit.
    const auto least = [](const std::vector<int>& r) {
      return *std::min_element(r.begin(), r.end());
    };
    if (least(row) > limit && least(last) > limit) return limit + 1;
  }
  return std::min(rows[a.size() % 3][b.size()], limit + 1);
}

std::string_view nearest_word(std::string_view word,
                              const std::vector<std::string_view>& candidates) {
  if (word.size() < 2) return {};
  const int limit = std::max(1, static_cast<int>(word.size() / 3));
  std::string_view nearest;
  int least = limit + 1;
  for (const std::string_view candidate : candidates) {
    const int edits = edits_apart(word, candidate, least - 1);
    if (edits >= least) continue;
    least = edits;
    nearest = candidate;
  }
  return nearest;
}

}  // namespace anteroom
