#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/text.h"

namespace anteroom {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80u; });
}

// The characters of valid UTF-8, so that an edit of a letter is one edit however many bytes it has.
std::u32string characters(std::string_view text) {
  std::u32string characters;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool continues = (byte & 0xC0u) == 0x80u && !characters.empty();
    if (continues) {
      characters.back() = (characters.back() << 6) | (byte & 0x3Fu);
    } else {
      characters.push_back(byte < 0x80u ? byte : byte & 0x3Fu);
    }
  }
  return characters;
}

template <class Chars>
bool one_edit(Chars a, Chars b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  const auto same = std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin();
  a.remove_prefix(static_cast<std::size_t>(same));
  b.remove_prefix(static_cast<std::size_t>(same));
  if (a.size() < b.size()) return a == b.substr(1);
  if (a.empty() || a.substr(1) == b.substr(1)) return true;
  return a.size() > 1 && a[0] == b[1] && a[1] == b[0] && a.substr(2) == b.substr(2);
}

int least(const std::vector<int>& row) { return *std::min_element(row.begin(), row.end()); }

// Optimal string alignment, by rows.
template <class Chars>
int edits(Chars a, Chars b, int limit) {
  if (std::abs(static_cast<int>(a.size()) - static_cast<int>(b.size())) > limit) return limit + 1;
  std::array<std::vector<int>, 3> rows;
  for (std::vector<int>& row : rows) row.resize(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::vector<int>& row = rows[i % 3];
    const std::vector<int>& last = rows[(i + 2) % 3];
    const std::vector<int>& last_but_one = rows[(i + 1) % 3];
    row[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], last_but_one[j - 2] + 1);
    }
    // A swap reaches back two rows, so both must be over the limit.
    if (least(row) > limit && least(last) > limit) return limit + 1;
  }
  return std::min(rows[a.size() % 3][b.size()], limit + 1);
}

}  // namespace

bool within_one_edit(std::string_view a, std::string_view b) {
  if (is_ascii(a) && is_ascii(b)) return one_edit(a, b);
  return one_edit<std::u32string_view>(characters(a), characters(b));
}

int edits_apart(std::string_view a, std::string_view b, int limit) {
  if (is_ascii(a) && is_ascii(b)) return edits(a, b, limit);
  return edits<std::u32string_view>(characters(a), characters(b), limit);
}

std::string_view nearest_word(std::string_view word,
                              const std::vector<std::string_view>& candidates) {
  if (word.size() < 2) return {};
  int least_edits = std::max(1, static_cast<int>(word.size() / 3)) + 1;
  std::string_view nearest;
  for (const std::string_view candidate : candidates) {
    const int apart = edits_apart(word, candidate, least_edits - 1);
    if (apart >= least_edits) continue;
    least_edits = apart;
    nearest = candidate;
  }
  return nearest;
}

}  // namespace anteroom
