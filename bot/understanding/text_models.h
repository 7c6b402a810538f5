// The models a practice reads texts with, a set a language: what a text is about, and whether it
// sounds like an emergency of some group. Emergencies are listened for in all languages built in,
// also those the practice does not serve; they know some ordinary texts of the others. Trained when
// the practice is loaded, from the shipped examples and its own, or taken from the shelf.
// Immutable; shared between threads.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "bot/understanding/classifier/model_shelf.h"
#include "bot/understanding/red_flags.h"
#include "practice/understanding.h"

namespace anteroom::understanding {

// Whether the model of emergencies is asked about a text: very few words are an answer more often
// than a cry, and those are left to the patterns.
bool is_long_enough_for_model(std::string_view folded);

struct LanguageModels {
  LanguageModels(std::string language, const classifier::Wordbook& wordbook);

  std::string language;
  classifier::Analyzer analyzer;
  classifier::ModelPtr topics;     // null: the practice does not serve this language
  classifier::ModelPtr red_flags;  // of groups; out of scope: what is none; null: no examples
};

class TextModels {
 public:
  // What the patterns of `red_flags` find, the model need not.
  TextModels(const Profile& profile, const Understanding& understanding, const RedFlags& red_flags,
             classifier::ModelShelf& shelf);

  // Those for a text's topic: of its own language, else of the conversation's, else the first.
  const LanguageModels* for_text(std::string_view language, std::string_view conversation) const;
  const std::vector<std::unique_ptr<const LanguageModels>>& all() const { return x_all; }

 private:
  const LanguageModels* of(std::string_view language) const;

  std::vector<std::unique_ptr<const LanguageModels>> x_all;
};

// What the five folds say against these models, compared with the ones in use: a figure that is
// more than two points lower. A line each, for people; none where all is well.
std::vector<std::string> losses(const TextModels& before, const TextModels& after);

}  // namespace anteroom::understanding
