#include "bot/understanding/red_flag_words.h"

#include <algorithm>
#include <cstdlib>

namespace anteroom::understanding {
namespace {

constexpr std::size_t kLongestFigures = 9;  // more are an account's or a phone's

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return c >= 'a' && c <= 'z'; }

struct EmojiRow {
  char32_t first;
  char32_t last;
  std::string_view word;
};
constexpr EmojiRow kEmoji[] = {
    {0x1F48A, 0x1F48A, "emojipill"},     {0x1F480, 0x1F480, "emojideath"},
    {0x2620, 0x2620, "emojideath"},      {0x26B0, 0x26B1, "emojideath"},
    {0x1FAA6, 0x1FAA6, "emojideath"},    {0x1F52A, 0x1F52A, "emojiknife"},
    {0x1F5E1, 0x1F5E1, "emojiknife"},    {0x1F494, 0x1F494, "emojiheartbreak"},
    {0x1F52B, 0x1F52B, "emojigun"},      {0x1FA78, 0x1FA78, "emojiblood"},
    {0x1F691, 0x1F691, "emojiambulance"}};

struct Character {
  char32_t code = 0;
  std::size_t size = 1;
};

// The text is valid UTF-8 where it comes from; a stray byte is a character of its own.
Character character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  const std::size_t size = lead < 0x80u ? 1 : lead < 0xE0u ? 2 : lead < 0xF0u ? 3 : 4;
  if (lead < 0x80u || lead < 0xC0u || at + size > text.size()) return {lead, 1};
  char32_t code = lead & (0x7Fu >> size);
  for (std::size_t i = 1; i < size; ++i) code = (code << 6u) | (byte(at + i) & 0x3Fu);
  return {code, size};
}

// Signs and pictures, beside ASCII; every other character beyond ASCII is taken for a letter.
bool is_sign(char32_t code) {
  return (code >= 0xA0 && code <= 0xBF) || (code >= 0x2000 && code <= 0x2BFF) ||
         (code >= 0xFE00 && code <= 0xFE0F) || (code >= 0x1F000 && code <= 0x1FAFF);
}

class Splitter {
 public:
  explicit Splitter(std::string_view text) : x_text(text) { x_words.reserve(text.size() / 5 + 1); }

  std::vector<FlagWord> split() && {
    while (x_at < x_text.size()) {
      const Character here = character_at(x_text, x_at);
      if (is_digit(x_text[x_at])) {
        take_figures();
      } else if (is_ascii_letter(x_text[x_at]) || (here.code >= 0x80 && !is_sign(here.code))) {
        take_letters();
      } else {
        take_sign(here);
      }
    }
    return std::move(x_words);
  }

 private:
  char next(std::size_t offset) const {
    return x_at + offset < x_text.size() ? x_text[x_at + offset] : ' ';
  }
  void widen(Gap gap) { x_gap = std::max(x_gap, gap); }

  void push(std::string text, std::size_t begin, std::optional<double> number = std::nullopt) {
    x_words.push_back({std::move(text), begin, x_at, x_gap, number});
    x_gap = Gap::none;
  }

  // "1,200" is one number, and so are "100.4" and "38,5".
  bool is_mark_in_figures() const {
    return (next(0) == '.' || next(0) == ',') && is_digit(next(1));
  }
  void take_figures() {
    const std::size_t begin = x_at;
    std::string figures;
    for (bool point = false; is_digit(next(0)) || (!point && is_mark_in_figures()); ++x_at) {
      if (is_digit(next(0))) {
        figures += next(0);
        continue;
      }
      const bool thousands =
          next(0) == ',' && is_digit(next(2)) && is_digit(next(3)) && !is_digit(next(4));
      point = !thousands;
      if (point) figures += '.';
    }
    const bool is_number = figures.size() <= kLongestFigures;
    const double value = is_number ? std::strtod(figures.c_str(), nullptr) : 0.0;
    push(std::move(figures), begin, is_number ? std::optional(value) : std::nullopt);
  }

  bool is_in_word(const Character& here) const {
    const char c = x_text[x_at];
    if (here.code >= 0x80) return !is_sign(here.code);
    // Letters and figures; "@" and "$" for letters, "*" for one left out, between letters.
    const bool within = (c == '@' || c == '$' || c == '*') &&
                        (is_ascii_letter(next(1)) || (c == '*' && next(1) == '*'));
    return is_digit(c) || is_ascii_letter(c) || c == '\'' || within;
  }
  void take_letters() {
    const std::size_t begin = x_at;
    std::string word;
    while (x_at < x_text.size()) {
      const Character here = character_at(x_text, x_at);
      if (!is_in_word(here)) break;
      if (next(0) != '\'' && next(0) != '*') word.append(x_text.substr(x_at, here.size));
      x_at += here.size;
    }
    if (!word.empty()) push(std::move(word), begin);
  }

  void take_sign(const Character& here) {
    const auto emoji = std::find_if(std::begin(kEmoji), std::end(kEmoji), [&](const EmojiRow& row) {
      return here.code >= row.first && here.code <= row.last;
    });
    const std::size_t begin = x_at;
    x_at += here.size;
    if (emoji != std::end(kEmoji)) return push(std::string(emoji->word), begin);
    if (here.code == '%') return push("%", begin);
    if (here.code == '$') return push("$", begin);
    widen(gap_of(here, begin));
  }

  Gap gap_of(const Character& here, std::size_t at) const {
    switch (here.code) {
      case '.':
        return dot_at(at);
      case ';':
      case '!':
      case '?':
      case 0xA1:
      case 0xBF:
        return Gap::sentence;
      case '/':
        return Gap::slash;
      case ',':
      case ':':
      case '(':
      case ')':
        return Gap::comma;
      case '-':
        return at > 0 && x_text[at - 1] == ' ' ? Gap::comma : Gap::none;
      default:
        return Gap::none;
    }
  }
  // "..." is a pause, the dots of "e.r." are none.
  Gap dot_at(std::size_t at) const {
    const auto around = [&](std::size_t i) { return i < x_text.size() ? x_text[i] : ' '; };
    if (around(at + 1) == '.' || (at > 0 && x_text[at - 1] == '.')) return Gap::comma;
    const bool initial = at > 0 && is_ascii_letter(x_text[at - 1]) &&
                         (at < 2 || !is_ascii_letter(x_text[at - 2])) &&
                         is_ascii_letter(around(at + 1)) && !is_ascii_letter(around(at + 2));
    return initial ? Gap::none : Gap::sentence;
  }

  std::string_view x_text;
  std::size_t x_at = 0;
  Gap x_gap = Gap::none;
  std::vector<FlagWord> x_words;
};

// At most `most` of the same letter in a row, where three or more stand.
std::string with_runs_of(std::string_view word, std::size_t most) {
  std::string result;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t other = std::min(word.find_first_not_of(word[at], at), word.size());
    const std::size_t run = other - at;
    result.append(run >= 3 ? std::min(run, most) : run, word[at]);
    at = other;
  }
  return result;
}

std::string without_figures(std::string word, char one) {
  for (char& c : word) {
    switch (c) {
      case '0':
        c = 'o';
        break;
      case '1':
        c = one;
        break;
      case '3':
        c = 'e';
        break;
      case '4':
      case '@':
        c = 'a';
        break;
      case '5':
      case '$':
        c = 's';
        break;
      case '7':
        c = 't';
        break;
      default:
        break;
    }
  }
  return word;
}

bool has_long_run(std::string_view word) {
  for (std::size_t i = 2; i < word.size(); ++i) {
    if (word[i] == word[i - 1] && word[i] == word[i - 2]) return true;
  }
  return false;
}

}  // namespace

std::vector<FlagWord> flag_words(std::string_view folded_text) {
  return Splitter(folded_text).split();
}

std::vector<std::string> spellings_of(std::string_view word) {
  std::vector<std::string> all;
  if (has_long_run(word)) {
    all.push_back(with_runs_of(word, 1));
    all.push_back(with_runs_of(word, 2));
  }
  if (word.find_first_of("013457@$") != std::string_view::npos) {
    const std::string base = with_runs_of(word, 2);
    all.push_back(without_figures(base, 'i'));
    all.push_back(without_figures(base, 'l'));
  }
  return all;
}

}  // namespace anteroom::understanding
