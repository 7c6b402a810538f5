// One language as the program speaks and hears it: the bot's own phrases ("I put down {value}."), and the words by which controls,
// yes and no, days and months are recognised. One YAML file a language (practice/languages/*.yaml, built into the program);
// a practice adds a language, or changes a phrase, with a file of the same shape in its folder languages/.
#pragma once

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
  std::map<std::string, std::vector<Message>> phrases;     // by id; several wordings where it may be said twice running
  std::map<std::string, std::vector<std::string>> words;   // by list id: "yes", "back", "monday", "next_week", ...
};

class LanguagePacks {
 public:
  // The shipped packs, built into the program.
  static LanguagePacks shipped(Diagnostics& found);
  // Lays a practice's languages/xx.yaml over them: phrases replace, words add.
  void overlay(const Node& language_yaml, const std::string& language, Diagnostics& found);

  // The n-th wording (wrapping around). An unknown language speaks the first pack's; an unknown id is a bug and stops the process.
  std::string say(std::string_view phrase, std::string_view language, const Arguments& arguments = {}, std::size_t n = 0) const;
  bool has(std::string_view language) const;
  const LanguagePack* pack(std::string_view language) const;
  const std::vector<LanguagePack>& all() const { return x_packs; }

 private:
  std::vector<LanguagePack> x_packs;  // English first
};

// Every phrase the program says and every word list it hears, with the arguments a phrase may name: a pack that lacks one, or
// has another, is reported. The table stands in language_pack.cc.
struct PhraseSlot {
  std::string_view id;
  std::vector<std::string> arguments;
  std::string_view about;
};
const std::vector<PhraseSlot>& phrase_slots();
const std::vector<std::string_view>& word_lists();

}  // namespace anteroom
