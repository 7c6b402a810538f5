#include "base/source_text.h"

#include <algorithm>

#include "base/text.h"

namespace anteroom {
namespace {

constexpr const char* kRule = "yaml";

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

bool SourceText::check_characters(Diagnostics& found) {
  if (!is_valid_utf8(x_text)) {
    const std::string valid = to_valid_utf8(x_text);
    const auto bad = std::mismatch(x_text.begin(), x_text.end(), valid.begin(), valid.end()).first;
    found.error(place(static_cast<std::size_t>(bad - x_text.begin())), kRule,
                "this is not UTF-8; save the file as UTF-8");
    return false;
  }
  constexpr int kEnough = 20;
  int bad = 0;
  for (std::size_t at = 0; at < x_text.size() && bad < kEnough; ++at) {
    const auto c = static_cast<unsigned char>(x_text[at]);
    const bool ends_line = c == '\n' || (c == '\r' && x_text.substr(at + 1).starts_with('\n'));
    if (ends_line || (c >= 0x20u && c != 0x7Fu)) continue;
    found.error(place(at), kRule,
                c == '\t' ? "a tab; use blanks (within \"...\" a tab is written \\t)"
                          : "a control character; take it out");
    ++bad;
    at = std::min(x_text.find('\n', at), x_text.size());  // one a line is enough
  }
  return bad == 0;
}

}  // namespace anteroom
