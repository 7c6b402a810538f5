#include "base/json_writer.h"

#include <array>
#include <charconv>
#include <cmath>

#include "base/text.h"

namespace anteroom {
namespace {

// What stands behind the backslash: itself, or 'u' for the long form; 0: the byte stands as it is.
constexpr std::array<char, 128> escapes() {
  std::array<char, 128> table{};
  for (std::size_t i = 0; i < 0x20; ++i) table[i] = 'u';
  table['\b'] = 'b';
  table['\f'] = 'f';
  table['\n'] = 'n';
  table['\r'] = 'r';
  table['\t'] = 't';
  table['"'] = '"';
  table['\\'] = '\\';
  return table;
}
constexpr std::array<char, 128> kEscapes = escapes();

char escape_of(char byte) {
  const auto at = static_cast<unsigned char>(byte);
  return at < kEscapes.size() ? kEscapes[at] : '\0';
}

}  // namespace

// After an opening bracket, a colon or nothing at all no comma is due; no value ends like these.
void JsonWriter::separate() {
  if (x_text.empty()) return;
  const char last = x_text.back();
  if (last != '{' && last != '[' && last != ':') x_text += ',';
}

void JsonWriter::begin(char bracket) {
  separate();
  x_text += bracket;
}

void JsonWriter::key(std::string_view name) {
  separate();
  quote(name);
  x_text += ':';
}

void JsonWriter::value(std::string_view text) {
  separate();
  if (is_valid_utf8(text)) return quote(text);
  quote(to_valid_utf8(text));
}

void JsonWriter::value(double number) {
  if (!std::isfinite(number)) return null();
  std::array<char, 32> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  raw({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

void JsonWriter::integer(bool negative, unsigned long long magnitude) {
  std::array<char, 24> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), magnitude).ptr;
  separate();
  if (negative) x_text += '-';
  x_text.append(digits.data(), end);
}

void JsonWriter::raw(std::string_view json) {
  separate();
  x_text += json;
}

void JsonWriter::quote(std::string_view text) {
  x_text += '"';
  std::size_t plain = 0;  // where the bytes begin that are not appended yet
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char escape = escape_of(text[i]);
    if (escape == '\0') continue;
    x_text += text.substr(plain, i - plain);
    plain = i + 1;
    x_text += '\\';
    x_text += escape;
    if (escape == 'u') {
      constexpr char kDigits[] = "0123456789abcdef";
      const auto byte = static_cast<unsigned char>(text[i]);
      x_text += {'0', '0', kDigits[byte >> 4], kDigits[byte & 15]};
    }
  }
  x_text += text.substr(plain);
  x_text += '"';
}

}  // namespace anteroom
