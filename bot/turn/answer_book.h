// The words by which a text asks for one of the practice's answers, and those that are friendly or
// rude and answer nothing. Built once when a practice is loaded, immutable, shared by all turns.
#pragma once

#include <string_view>
#include <vector>

#include "bot/understanding/phrase_index.h"
#include "practice/understanding.h"

namespace anteroom::turn {

// Some words ask only beside a value: "do you take" beside a payer.
enum class Beside : unsigned char { nothing, payer, service };

struct Cue {
  std::size_t answer = 0;  // index into the practice's answers
  Beside beside = Beside::nothing;
  bool single = false;  // one word: it asks only in a question, or beside the answer's topic
  std::size_t begin = 0, end = 0;  // bytes of the text
};

enum class Tone : unsigned char { plain, greeting, thanks, abuse };

struct Heeded {
  std::vector<Cue> cues;    // in the order of the text; those inside longer ones are left out
  Tone tone = Tone::plain;  // friendly, if there is nothing else; rude, if there is little else
};

class AnswerBook {
 public:
  AnswerBook(const Understanding& understanding, const LanguagePacks& packs);

  Heeded heed(std::string_view text) const;

 private:
  void add_answer(std::size_t index, const CommonAnswer& answer, const LanguagePacks& packs);
  void add_list(std::string_view list, const LanguagePacks& packs, understanding::Meaning meaning);

  understanding::PhraseIndex x_phrases;
};

}  // namespace anteroom::turn
