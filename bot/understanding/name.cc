// Names: what follows "my name is" or "me llamo", and a few bare words where a name was asked for.
// Written as people write names: "ANA DE LA CRUZ" becomes "Ana de la Cruz".
#include <algorithm>
#include <array>
#include <optional>

#include "bot/understanding/field_kinds.h"

namespace anteroom::understanding {
namespace {

constexpr std::size_t kMostWords = 6;
constexpr double kUnasked = 0.9;

constexpr std::array<std::string_view, 18> kParticles = {"de",  "la", "las", "los", "del", "da",
                                                         "das", "do", "dos", "van", "von", "der",
                                                         "den", "di", "bin", "ibn", "al",  "y"};

bool is_particle(std::string_view word) {
  return std::find(kParticles.begin(), kParticles.end(), word) != kParticles.end();
}

bool is_capital(std::string_view original) {
  const auto first = static_cast<unsigned char>(original.empty() ? ' ' : original[0]);
  return (first >= 'A' && first <= 'Z') ||
         (first == 0xC3u && static_cast<unsigned char>(original[1]) < 0x9Fu);  // Á, É, Ñ, ...
}

bool has_digit(std::string_view word) {
  return word.find_first_of("0123456789") != std::string_view::npos;
}

bool is_small_word(const Heard& heard, std::size_t i) {
  for (const Means means : {Means::function_word, Means::joiner, Means::question, Means::negation,
                            Means::filler, Means::polite}) {
    if (heard.any_at(i, means)) return true;
  }
  return false;
}

// Between two words of one name: a blank, a hyphen, the point after an initial.
bool is_inside_name(std::string_view gap, std::string_view before) {
  const bool blank = !gap.empty() && gap.find_first_not_of(' ') == std::string_view::npos;
  return blank || gap == "-" || (gap.starts_with(". ") && before.size() <= 2);
}

// A word that can be part of a name; known words only with a capital ("April", "Will").
bool is_name_word(const Heard& heard, std::size_t i, bool asked) {
  if (has_digit(heard.word(i))) return false;
  const bool capital = is_capital(heard.original_of(i));
  if (is_small_word(heard, i)) return false;
  return capital || asked || !heard.knows(i);
}

// The end of the name that begins at the word; particles only inside of it.
std::size_t end_of_name(const Heard& heard, std::size_t first, bool asked) {
  std::size_t end = first;
  for (std::size_t i = first; i < heard.size() && i < first + kMostWords; ++i) {
    if (i > first && !is_inside_name(heard.gap_before(i), heard.word(i - 1))) break;
    if (i > first && is_particle(heard.word(i))) continue;
    if (!is_name_word(heard, i, asked)) break;
    end = i + 1;
  }
  return end;
}

// Letters of the alphabets that visitors write in: one case for a whole name is how people type,
// not how they are called.
enum class Case : std::uint8_t { lower, upper, mixed };
Case case_of(std::string_view text) {
  bool lower = false, upper = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == 0xC3u && i + 1 < text.size()) {
      const auto next = static_cast<unsigned char>(text[++i]);
      (next < 0x9Fu ? upper : lower) = true;
    } else if (byte < 0x80u) {
      lower = lower || (byte >= 'a' && byte <= 'z');
      upper = upper || (byte >= 'A' && byte <= 'Z');
    }
  }
  if (lower && upper) return Case::mixed;
  return upper ? Case::upper : Case::lower;
}

// ASCII and the accented letters of Latin-1, of which the capitals lie 0x20 below.
void set_case(std::string& text, std::size_t at, bool upper) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (upper ? (byte >= 'a' && byte <= 'z') : (byte >= 'A' && byte <= 'Z'))
    text[at] = static_cast<char>(byte ^ 0x20u);
  if (byte != 0xC3u || at + 1 >= text.size()) return;
  const auto next = static_cast<unsigned char>(text[at + 1]);
  const bool is_sign =
      next == 0x97u || next == 0xB7u || next == 0x9Fu || next == 0xBFu;  // x, /, sharp s, y
  if (is_sign) return;
  if (upper ? next >= 0xA0u : next < 0xA0u) text[at + 1] = static_cast<char>(next ^ 0x20u);
}

std::string title_case(std::string text) {
  bool begins = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xC0u) == 0x80u) continue;
    set_case(text, i, begins);
    begins = byte == ' ' || byte == '-' || byte == '\'';
  }
  return text;
}

std::string written(const Heard& heard, WordSpan words) {
  std::string all;
  for (std::size_t i = words.first; i < words.last; ++i) all += heard.original_of(i);
  const bool as_typed = case_of(all) == Case::mixed;
  std::string name;
  for (std::size_t i = words.first; i < words.last; ++i) {
    const std::string_view gap = heard.gap_before(i);
    if (i > words.first) name += gap == "-" ? "-" : gap.front() == '.' ? ". " : " ";
    std::string word(heard.original_of(i));
    const bool particle = i > words.first && is_particle(heard.word(i));
    if (!as_typed) word = particle ? std::string(heard.word(i)) : title_case(std::move(word));
    name += word;
  }
  return name;
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
  }));
}

// "My name is" says it by itself; "I'm" and "es" say many other things.
bool says_name(const Heard& heard, const Hit& intro) {
  for (std::size_t i = intro.first; i < intro.last; ++i) {
    const bool small = heard.any_at(i, Means::function_word) || heard.any_at(i, Means::age_intro) ||
                       heard.fills(i);
    if (!small) return true;
  }
  return false;
}

// "My son's name is", "el nombre de mi hija es": not the writer's.
bool is_of_another(const Heard& heard, std::size_t first) {
  const auto& child = heard.lexicon().child;
  return child && std::any_of(heard.all().begin(), heard.all().end(), [&](const Hit& hit) {
           return hit.last == first && hit.meaning->means == Means::choice &&
                  hit.meaning->a == child->a && !hit.meaning->only_when_asked;
         });
}

// One word alone ("es", "habla", "name") introduces no "HMO" and no "mixteco"; "me llamó" is not
// "me llamo".
bool introduces(const Heard& heard, const Hit& intro) {
  if (heard.original_of(intro.last - 1).ends_with("\xC3\xB3")) return false;
  if (intro.size() > 1) return true;
  const std::string_view first = heard.original_of(intro.last);
  return is_capital(first) && case_of(first) == Case::mixed;
}

bool is_intro(const Heard& heard, const Hit& hit, bool asked) {
  if (hit.meaning->means == Means::other_name_intro) return asked;
  return hit.meaning->means == Means::name_intro && (asked || !is_of_another(heard, hit.first));
}

std::optional<WordSpan> introduced(const Heard& heard, bool asked) {
  for (const Hit& hit : heard.hits()) {
    if (!is_intro(heard, hit, asked) || hit.last >= heard.size() ||
        (heard.clause_ends_after(hit.last - 1) && heard.gap_before(hit.last) != ": "))
      continue;
    const bool strong = says_name(heard, hit);
    if (!asked && !introduces(heard, hit)) continue;
    if (!asked && heard.knows(hit.last) && (!strong || !is_capital(heard.original_of(hit.last))))
      continue;
    if (!strong && !asked && !is_capital(heard.original_of(hit.last))) continue;
    const std::size_t end = end_of_name(heard, hit.last, asked && strong);
    if (end == hit.last) continue;
    const bool whole =
        heard.only_filler_beside({hit.first, end}) || heard.clause_ends_after(end - 1);
    if (!asked && !whole && !is_capital(heard.original_of(hit.last))) continue;
    return WordSpan{hit.last, end};
  }
  return std::nullopt;
}

// "Thanks, Dana Ruiz" at the end of a text, or "- Dana" on it.
std::optional<WordSpan> signature(const Heard& heard) {
  constexpr std::size_t kMostSigned = 4;
  const std::size_t size = heard.size();
  for (std::size_t first = size > kMostSigned ? size - kMostSigned : 1; first < size; ++first) {
    const std::string_view gap = heard.gap_before(first);
    const bool parted = gap.find_first_of(",.!\n-~") != std::string_view::npos;
    const bool dashed = gap.find("\n-") != std::string_view::npos || gap.ends_with(" -") ||
                        gap.ends_with("\n- ") || gap.ends_with(" - ") || gap.ends_with('~');
    if (!dashed && (!parted || !heard.any_ending(first, Means::sign_off))) continue;
    if (!is_capital(heard.original_of(first)) || end_of_name(heard, first, false) != size) continue;
    if (heard.knows(first)) return std::nullopt;
    return WordSpan{first, size};
  }
  return std::nullopt;
}

// A text that is only the choice of another question ("Oakland") is no name.
bool is_another_answer(const Heard& heard, WordSpan words) {
  return std::any_of(heard.hits().begin(), heard.hits().end(), [&](const Hit& hit) {
    return hit.meaning->means == Means::choice && !hit.slip && hit.first == words.first &&
           hit.last == words.last;
  });
}

std::optional<WordSpan> bare(const Heard& heard) {
  std::size_t first = 0;
  while (first + 1 < heard.size() && (is_small_word(heard, first) || heard.at(first, Means::yes)))
    ++first;
  const std::size_t end = end_of_name(heard, first, true);
  if (end <= first ||
      (end < heard.size() && !heard.clause_ends_after(end - 1) && !is_small_word(heard, end)))
    return std::nullopt;
  if (is_another_answer(heard, {first, end})) return std::nullopt;
  return WordSpan{first, end};
}

// Odd signs, but no other words: as typed.
bool is_oddly_written(const Heard& heard) {
  if (heard.size() > kMostWords ||
      heard.text().find_first_of("0123456789?") != std::string_view::npos)
    return false;
  for (std::size_t i = 0; i < heard.size(); ++i) {
    if (is_small_word(heard, i)) return false;
  }
  return !is_another_answer(heard, {0, heard.size()});
}

std::string with_single_blanks(std::string_view text) {
  std::string result;
  for (const char c : trimmed(text)) {
    if (c != ' ' || !result.ends_with(' ')) result += c;
  }
  return result;
}

}  // namespace

std::vector<Slot> find_name(const Listening& listening) {
  auto words = introduced(listening.heard, false);
  if (!words) words = signature(listening.heard);
  if (!words) return {};
  std::string name = written(listening.heard, *words);
  if (characters(name) > listening.field.longest) return {};
  return {slot_at(listening, *words, std::move(name), kUnasked)};
}

Answer answer_name(const Listening& listening) {
  const Heard& heard = listening.heard;
  if (heard.size() == 0) return Answer::no("empty");
  auto words = introduced(heard, true);
  if (!words && !heard.text().ends_with('?')) words = bare(heard);
  const bool odd = !words && is_oddly_written(heard);
  if (odd) words = WordSpan{0, heard.size()};
  if (!words) return Answer::no("not_a_name");
  std::string name = odd ? with_single_blanks(heard.original()) : written(heard, *words);
  if (characters(name) > listening.field.longest) return Answer::no("too_long");
  return Answer::yes(slot_at(listening, *words, std::move(name), 1.0));
}

}  // namespace anteroom::understanding
