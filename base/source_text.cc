#include "base/source_text.h"

#include <algorithm>

#include "base/text.h"

namespace anteroom {
namespace {

constexpr const char* kRule = "yaml";

struct Beginning {
  std::string_view bytes;  // '?' stands for any byte but zero
  const char* encoding;
};
// With a byte order mark, or with the zero bytes that the first letter has.
constexpr Beginning kBeginnings[] = {
    {{"\xFF\xFE\0\0", 4}, "UTF-32"}, {{"\0\0\xFE\xFF", 4}, "UTF-32"}, {{"?\0\0\0", 4}, "UTF-32"},
    {{"\0\0\0?", 4}, "UTF-32"},      {"\xFF\xFE", "UTF-16"},          {"\xFE\xFF", "UTF-16"},
    {{"?\0?\0", 4}, "UTF-16"},       {{"\0?\0?", 4}, "UTF-16"},
};

// The encoding that the text is in, where that is neither UTF-8 nor one of single bytes; else null.
const char* foreign_encoding(std::string_view text) {
  for (const Beginning& row : kBeginnings) {
    const bool fits =
        text.size() >= row.bytes.size() &&
        std::equal(row.bytes.begin(), row.bytes.end(), text.begin(),
                   [](char wanted, char c) { return wanted == '?' ? c != '\0' : wanted == c; });
    if (fits) return row.encoding;
  }
  return nullptr;
}

const char* what_is_wrong_with_ascii(std::string_view rest) {
  const auto c = static_cast<unsigned char>(rest.front());
  if (c == '\n' || (c >= 0x20u && c != 0x7Fu)) return nullptr;
  if (c == '\t') return "a tab; use blanks (within \"...\" a tab is written \\t)";
  if (c == '\0') return "a zero byte; take it out";
  if (c != '\r') return "a control character; take it out";
  if (rest.substr(1).starts_with('\n')) return nullptr;
  return "a carriage return without a line feed; end lines as Unix or Windows do";
}

// Controls beyond ASCII, and what Unicode keeps free of characters for ever.
const char* what_is_wrong_with(std::string_view rest) {
  const auto byte = [&](std::size_t i) {
    return i < rest.size() ? static_cast<unsigned char>(rest[i]) : 0u;
  };
  if (byte(0) < 0x80u) return what_is_wrong_with_ascii(rest);
  if (byte(0) == 0xC2u && byte(1) < 0xA0u) return "a control character; take it out";
  if (rest.starts_with("\xEF\xBB\xBF")) return "a byte order mark within the file; take it out";
  const bool last_of_plane =
      byte(0) >= 0xF0u && (byte(1) & 0x0Fu) == 0x0Fu && byte(2) == 0xBFu && byte(3) >= 0xBEu;
  const bool of_no_use = (rest.starts_with("\xEF\xBF") && byte(2) >= 0xBEu) ||
                         (rest.starts_with("\xEF\xB7") && byte(2) >= 0x90u && byte(2) <= 0xAFu);
  return last_of_plane || of_no_use ? "this is no character; take it out" : nullptr;
}

}  // namespace

SourceText::SourceText(std::string file, std::string_view text)
    : x_file(std::move(file)), x_text(text) {
  x_starts.push_back(0);
  for (std::size_t at = text.find('\n'); at != std::string_view::npos;
       at = text.find('\n', at + 1)) {
    x_starts.push_back(at + 1);
  }
}

std::size_t SourceText::offset(int line, int column) const {
  if (line < 0 || column < 0) return 0;
  const std::size_t index = std::min(static_cast<std::size_t>(line), x_starts.size() - 1);
  return std::min(x_starts[index] + static_cast<std::size_t>(column), x_text.size());
}

Place SourceText::place(std::size_t offset) {
  const auto after = std::upper_bound(x_starts.begin(), x_starts.end(), offset);
  const auto line = static_cast<std::size_t>(after - x_starts.begin()) - 1;
  if (line != x_line || offset < x_offset) {
    x_line = line;
    x_offset = x_starts[line];
    x_column = 1;
  }
  for (; x_offset < offset; ++x_offset) {
    const bool begins_character = (static_cast<unsigned char>(x_text[x_offset]) & 0xC0u) != 0x80u;
    if (begins_character) ++x_column;
  }
  return {x_file, static_cast<int>(line) + 1, x_column};
}

std::string_view SourceText::line(int number) const {
  const auto index = static_cast<std::size_t>(number - 1);
  if (number < 1 || index >= x_starts.size()) return {};
  const std::string_view rest = x_text.substr(x_starts[index]);
  return rest.substr(0, rest.find_first_of("\r\n"));
}

bool SourceText::check_encoding(Diagnostics& found) {
  if (const char* encoding = foreign_encoding(x_text)) {
    found.error(place(0), kRule, std::string("this file is ") + encoding + "; save it as UTF-8");
    return false;
  }
  if (is_valid_utf8(x_text)) return true;
  const std::string valid = to_valid_utf8(x_text);
  const auto bad = std::mismatch(x_text.begin(), x_text.end(), valid.begin(), valid.end()).first;
  found.error(place(static_cast<std::size_t>(bad - x_text.begin())), kRule,
              "this is not UTF-8 (Latin-1 or Windows-1252, perhaps); save the file as UTF-8");
  return false;
}

bool SourceText::check_characters(Diagnostics& found) {
  constexpr int kEnough = 20;
  int bad = 0;
  for (std::size_t at = 0; at < x_text.size() && bad < kEnough; ++at) {
    const char* what = what_is_wrong_with(x_text.substr(at));
    if (!what) continue;
    found.error(place(at), kRule, what);
    ++bad;
    at = std::min(x_text.find('\n', at), x_text.size());  // one a line is enough
  }
  return bad == 0;
}

// A directive stands at the beginning, or behind the end of a document ("...").
bool SourceText::check_directives(Diagnostics& found) {
  bool may_stand_here = true;
  for (const std::size_t start : x_starts) {
    const std::string_view line = from(start);
    if (may_stand_here && line.starts_with('%')) {
      found.error(place(start), kRule,
                  "directives (%YAML, %TAG) are not used in a practice; take this line out");
      return false;
    }
    const bool says_nothing = line.empty() || line.find_first_of("\r\n#") == 0;
    may_stand_here = line.starts_with("...") || (may_stand_here && says_nothing);
  }
  return true;
}

}  // namespace anteroom
