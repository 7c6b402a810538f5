// Everything a reader knows by heart: the word lists of the language packs and the choices of the
// practice's fields, as one phrase index. Built once per practice.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bot/understanding/phrase_index.h"
#include "practice/dictionary.h"
#include "practice/language_pack.h"

namespace anteroom::understanding {

struct Lexicon {
  Lexicon(const Dictionary& dictionary, const LanguagePacks& packs);

  PhraseIndex phrases;
  std::vector<std::string> languages;    // by the packs' indices
  std::optional<Meaning> child;          // "for my child", where the practice has that choice
  std::optional<std::uint16_t> decides;  // the field of who decides
};

// The lists that the reader listens for; every one is in the packs (a test asserts it).
std::vector<std::string> lists_heard();

}  // namespace anteroom::understanding
