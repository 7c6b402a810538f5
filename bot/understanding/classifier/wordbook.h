// What a classifier knows of a language before it sees an example: its stemmer, spellings that
// stand for others ("appt", "can't"), and concepts: words and phrases that mean the same to a
// clinic ("how much", "cost": price). Shipped in wordbooks/*.yaml; a practice adds the names of its
// own places, services and payers. Plain data; a language without a wordbook has an empty one.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/document.h"

namespace anteroom::classifier {

struct Wordbook {
  std::string stemmer;                                       // a language; empty: words as they are
  std::map<std::string, std::string> spellings;              // folded: one word to one or more
  std::map<std::string, std::vector<std::string>> concepts;  // folded phrases by concept

  void add(const std::string& concept_id, std::string_view phrase);
  std::string fingerprint() const;  // of all it holds
};

Wordbook read_wordbook(const std::string& language, const Node& yaml, Diagnostics& found);
const Wordbook& shipped_wordbook(std::string_view language);

}  // namespace anteroom::classifier
