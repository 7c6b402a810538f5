#include "base/text.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

namespace anteroom {
namespace {

// Every byte below 0x80 folded: lower case, control characters as blanks, and the backtick, which
// many type for an apostrophe.
constexpr std::array<char, 128> ascii_table() {
  std::array<char, 128> table{};
  for (int c = 0; c < 128; ++c) {
    const bool control = c < 0x20 || c == 0x7F;
    table[static_cast<std::size_t>(c)] = static_cast<char>(control                ? ' '
                                                           : c >= 'A' && c <= 'Z' ? c + 32
                                                                                  : c);
  }
  table['`'] = '\'';
  return table;
}
constexpr std::array<char, 128> kAscii = ascii_table();

bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80u; }

// What NFKD leaves as it is, or would split in a way that nobody means.
struct Replacement {
  UChar32 first;
  UChar32 last;
  char ascii;
};
constexpr Replacement kReplacements[] = {
    {0x00AB, 0x00AB, '"'},  {0x00B4, 0x00B4, '\''}, {0x00BB, 0x00BB, '"'},  {0x02B9, 0x02B9, '\''},
    {0x02BC, 0x02BC, '\''}, {0x2010, 0x2015, '-'},  {0x2018, 0x201B, '\''}, {0x201C, 0x201F, '"'},
    {0x2032, 0x2032, '\''}, {0x2033, 0x2033, '"'},  {0x2039, 0x203A, '\''}, {0x2043, 0x2043, '-'},
    {0x2044, 0x2044, '/'},  {0x2212, 0x2212, '-'},  {0x2215, 0x2215, '/'},  {0x301D, 0x301F, '"'},
};

char replacement(UChar32 c) {
  for (const Replacement& row : kReplacements) {
    if (c >= row.first && c <= row.last) return row.ascii;
  }
  if (u_charType(c) == U_DECIMAL_DIGIT_NUMBER) return static_cast<char>('0' + u_charDigitValue(c));
  constexpr std::uint32_t kBlank = U_GC_CC_MASK | U_GC_Z_MASK;
  return (U_GET_GC_MASK(c) & kBlank) != 0 ? ' ' : '\0';
}

// Accents and what has no width. Vowel signs of scripts such as Devanagari and Thai (class 0) are
// letters to their readers, and stay.
bool is_dropped(UChar32 c) {
  return u_getCombiningClass(c) != 0 || u_charType(c) == U_ENCLOSING_MARK ||
         u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

void append_utf8(UChar32 c, std::string& text) {
  std::array<char, U8_MAX_LENGTH> bytes;
  std::size_t length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, c);
  text.append(bytes.data(), length);
}

using Utf16 = std::array<UChar, 32>;  // the longest decomposition has 18

// One step of decomposing or case folding; how many units it gave, 0 where the character stays as
// it is.
int one_step(UChar32 c, Utf16& units) {
  UErrorCode status = U_ZERO_ERROR;
  static const UNormalizer2* const nfkd = unorm2_getNFKDInstance(&status);
  const auto capacity = static_cast<int>(units.size());
  const int decomposed = unorm2_getDecomposition(nfkd, c, units.data(), capacity, &status);
  if (decomposed > 0 && U_SUCCESS(status)) return decomposed;
  std::array<UChar, 2> source;
  int length = 0;
  U16_APPEND_UNSAFE(source.data(), length, c);
  status = U_ZERO_ERROR;
  const int folded_size =
      u_strFoldCase(units.data(), capacity, source.data(), length, U_FOLD_CASE_DEFAULT, &status);
  const bool same =
      folded_size == length && std::equal(source.begin(), source.begin() + length, units.begin());
  return same || U_FAILURE(status) ? 0 : folded_size;
}

// Folds until nothing changes. No rule looks at neighbours, so folding twice changes nothing.
void append_folded(UChar32 c, std::string& text) {
  if (c < 0x80) {
    text.push_back(kAscii[static_cast<std::size_t>(c)]);
    return;
  }
  if (is_dropped(c)) return;
  if (const char ascii = replacement(c)) {
    text.push_back(ascii);
    return;
  }
  Utf16 units;
  const int count = one_step(c, units);
  if (count == 0) append_utf8(c, text);
  for (int i = 0; i < count;) {
    UChar32 part = 0;
    U16_NEXT(units.data(), i, count, part);
    append_folded(part, text);
  }
}

// The character at `at`, which moves behind it; U+FFFD for a bad sequence.
UChar32 next_character(std::string_view text, std::size_t& at) {
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(text.data(), at, text.size(), c);
  return c;
}

std::size_t ascii_run(std::string_view text, std::size_t at) {
  return static_cast<std::size_t>(
      std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), is_ascii) -
      text.begin());
}

bool is_word_character(UChar32 c) { return u_isUAlphabetic(c) || u_isdigit(c); }

// The end of the word character at `at`; `at` itself if none stands there.
std::size_t after_word_character(std::string_view text, std::size_t at) {
  if (at >= text.size()) return at;
  const char c = text[at];
  if (is_ascii(c)) return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? at + 1 : at;
  std::size_t end = at;
  return is_word_character(next_character(text, end)) ? end : at;
}

}  // namespace

Folded fold(std::string_view text) {
  Folded result;
  result.text.reserve(text.size());
  result.origin.reserve(text.size() + 1);
  for (std::size_t at = 0; at < text.size();) {
    for (const std::size_t end = ascii_run(text, at); at < end; ++at) {
      result.text.push_back(kAscii[static_cast<std::size_t>(text[at])]);
      result.origin.push_back(at);
    }
    if (at == text.size()) break;
    const std::size_t begin = at;
    append_folded(next_character(text, at), result.text);
    result.origin.resize(result.text.size(), begin);
  }
  result.origin.push_back(text.size());
  return result;
}

std::string folded(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (is_ascii(text[at])) {
      result.push_back(kAscii[static_cast<std::size_t>(text[at++])]);
    } else {
      append_folded(next_character(text, at), result);
    }
  }
  return result;
}

std::vector<Word> words_of(std::string_view folded_text) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < folded_text.size();) {
    std::size_t end = after_word_character(folded_text, at);
    if (end == at) {
      next_character(folded_text, at);
      continue;
    }
    for (std::size_t next = end;; end = next) {
      const bool apostrophe = end < folded_text.size() && folded_text[end] == '\'';
      next = after_word_character(folded_text, apostrophe ? end + 1 : end);
      if (next == end + (apostrophe ? 1 : 0)) break;
    }
    words.push_back({at, end});
    at = end;
  }
  return words;
}

}  // namespace anteroom
