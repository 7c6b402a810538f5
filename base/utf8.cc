#include <algorithm>

#include "base/text.h"

namespace anteroom {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0u) == 0x80u; }

unsigned byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0u;
}

// The bytes of the well-formed character that begins at `at` (Unicode 15, table 3-7), 0 where none
// does.
std::size_t character_length(std::string_view text, std::size_t at) {
  const unsigned first = byte_at(text, at);
  if (first < 0x80u) return 1;
  if (first < 0xC2u || first > 0xF4u) return 0;
  const unsigned second = byte_at(text, at + 1);
  const unsigned least = first == 0xE0u ? 0xA0u : first == 0xF0u ? 0x90u : 0x80u;
  const unsigned most = first == 0xEDu ? 0x9Fu : first == 0xF4u ? 0x8Fu : 0xBFu;
  if (second < least || second > most) return 0;
  const std::size_t length = first < 0xE0u ? 2 : first < 0xF0u ? 3 : 4;
  if (at + length > text.size()) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if (!is_continuation(text[at + i])) return 0;
  }
  return length;
}

// Where the first bad sequence at or after `at` begins; the size if all is well.
std::size_t first_bad(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const std::size_t length = character_length(text, at);
    if (length == 0) return at;
    at += length;
  }
  return text.size();
}

}  // namespace

bool is_valid_utf8(std::string_view text) { return first_bad(text, 0) == text.size(); }

std::string to_valid_utf8(std::string_view text) {
  std::string valid;
  valid.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t bad = first_bad(text, at);
    valid.append(text.substr(at, bad - at));
    if (bad == text.size()) break;
    valid.append(kReplacement);
    at = bad + 1;
    while (at < text.size() && is_continuation(text[at])) ++at;
  }
  return valid;
}

std::string_view cut_utf8(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && is_continuation(text[bytes])) --bytes;
  return text.substr(0, bytes);
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n\f\v";
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

}  // namespace anteroom
