// The words of a folded text as the red-flag detector sees them: without apostrophes ("can't" is
// "cant"), figures as numbers ("3wk" is 3 and "wk"), emoji as words, and what stands between two
// words. Pure and linear; never fails.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anteroom::understanding {

enum class Gap : unsigned char { none, slash, comma, clause, sentence };

struct FlagWord {
  std::string text;
  std::size_t begin = 0;  // bytes of the folded text
  std::size_t end = 0;
  Gap before = Gap::none;        // the strongest break before the word
  std::optional<double> number;  // of figures; words of numbers are red_flag_numbers.h's
};

std::vector<FlagWord> flag_words(std::string_view folded_text);

// Other spellings that may be meant by a word, the likeliest first: long runs of a letter shortened
// ("heeelp"), figures that stand for letters ("su1cide"). Mostly none.
std::vector<std::string> spellings_of(std::string_view word);

}  // namespace anteroom::understanding
