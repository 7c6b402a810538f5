// Reads one text of a visitor: red flags and opt-out first, then controls, the answer to the
// pending question, every other slot, and what it is about. Pure: text, expectation and the
// practice in, a Reading out. Odd input is a Reading, never an error.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/case.h"
#include "base/reading.h"
#include "bot/understanding/text_models.h"
#include "practice/dictionary.h"
#include "practice/language_pack.h"
#include "practice/profile.h"
#include "practice/understanding.h"

namespace anteroom::understanding {

// What the bot is waiting for.
struct Expectation {
  const Pending* pending = nullptr;  // its choices bind "2", "yes", "no"; null: nothing was asked
  const Field* field = nullptr;      // the field asked for; null: none, or a consent
  bool yes_no = false;               // a consent, or a yes/no question of the bot
  std::string_view language;         // of the conversation so far
};

// Compiled once per practice: gazetteers, control words, patterns. Immutable, shared between
// threads.
class Reader {
 public:
  // Its models are taken from the shelf, or trained and put there.
  Reader(const Profile& profile, const Dictionary& dictionary, const LanguagePacks& packs,
         const Understanding& understanding = {},
         classifier::ModelShelf& shelf = classifier::shelf_of_this_process());
  ~Reader();
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  // `now` gives "tomorrow" its day, in the practice's time zone.
  Reading read(std::string_view text, const Expectation& expectation, Moment now) const;
  const TextModels& models() const;

 private:
  struct Parts;
  std::unique_ptr<const Parts> x_parts;
};

}  // namespace anteroom::understanding
