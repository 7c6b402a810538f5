// Text as people write it, made comparable: UTF-8 checks, folding (case, accents, curly quotes,
// full-width forms) with a map back to the bytes of the original, and words. Pure; wraps ICU (its
// only user, with practice/message.cc).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace anteroom {

bool is_valid_utf8(std::string_view text);
std::string to_valid_utf8(std::string_view text);  // each bad sequence becomes U+FFFD

// At most `bytes` bytes, cut between characters.
std::string_view cut_utf8(std::string_view text, std::size_t bytes);

// Folded text: NFKD without accents and without what has no width, lower case, digits of every
// script and typographic quotes and dashes as ASCII, control characters as blanks. Each character
// is folded by itself, in linear time. Folding twice changes nothing. origin[i] is the byte of the
// original text that folded byte i comes from; origin.back() is the original's size, so [origin[a],
// origin[b]) is the original of folded [a, b).
struct Folded {
  std::string text;
  std::vector<std::size_t> origin;
};
Folded fold(std::string_view text);
std::string folded(std::string_view text);  // only the text

// A run of letters, digits and inner apostrophes of folded text, by byte offsets.
struct Word {
  std::size_t begin = 0;
  std::size_t end = 0;
};
std::vector<Word> words_of(std::string_view folded_text);

// Whether two folded words are the same but for one edit (insert, delete, replace, swap of
// neighbours).
bool within_one_edit(std::string_view a, std::string_view b);
// How many edits apart, at most `limit` + 1; for "did you mean".
int edits_apart(std::string_view a, std::string_view b, int limit);
// The candidate nearest to `word`, if it is near enough to be a slip (a third of its length); else
// "".
std::string_view nearest_word(std::string_view word,
                              const std::vector<std::string_view>& candidates);

std::string_view trimmed(std::string_view text);

}  // namespace anteroom
