// One language as the program speaks and hears it: the bot's own phrases ("I put down {value}."),
// and the words by which controls, yes and no, days and months are recognised. One YAML file a
// language (practice/languages/*.yaml, built into the program); a practice adds a language, or
// changes a phrase, with a file of the same shape in its folder languages/.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/document.h"
#include "base/shape.h"
#include "practice/message.h"

namespace anteroom {

struct LanguagePack {
  std::string language;
  using Words = std::vector<std::string>;
  std::map<std::string, std::vector<Message>, std::less<>>
      phrases;  // by id; several wordings where it may be said twice running
  std::map<std::string, Words, std::less<>>
      words;  // by list id: "yes", "back", "monday", ...; folded
};

class LanguagePacks {
 public:
  // The shipped packs, built into the program.
  static LanguagePacks shipped(Diagnostics& found);
  static const LanguagePacks& shipped();  // read once
  // Lays a practice's languages/xx.yaml over them: phrases replace, words add.
  void overlay(const Node& language_yaml, const std::string& language, Diagnostics& found);

  // The n-th wording (wrapping around). An unknown language speaks the first pack's; an unknown id
  // is a bug and stops the process.
  std::string say(std::string_view phrase, std::string_view language,
                  const Arguments& arguments = {}, std::size_t n = 0) const;
  bool has(std::string_view language) const;
  const LanguagePack* pack(std::string_view language) const;
  const std::vector<LanguagePack>& all() const { return x_packs; }

 private:
  std::vector<LanguagePack> x_packs;  // English first
};

// Every phrase the program says and every word list it hears, with the arguments a phrase may name:
// a pack that lacks one, or has another, is reported. The tables stand in language_tables.cc.
struct PhraseSlot {
  std::string_view id;
  std::vector<std::string> arguments;
  std::string_view about;
};
struct WordList {
  std::string id;
  std::string_view about;
};
const std::vector<PhraseSlot>& phrase_slots();
const std::vector<WordList>& word_lists();

}  // namespace anteroom
