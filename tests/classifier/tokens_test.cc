// How a text falls into tokens, stems, concepts and features.
#include <algorithm>

#include <catch2/catch.hpp>

#include "base/text.h"
#include "bot/understanding/classifier/features.h"

namespace anteroom::classifier {
namespace {

Wordbook small_book() {
  Wordbook book;
  book.stemmer = "en";
  book.spellings = {{"can't", "can not"}, {"appt", "appointment"}, {"u", "you"}};
  book.add("price", "how much");
  book.add("price", "price");
  book.add("drug", "blood pressure pill");
  book.add("body", "blood");
  return book;
}

Tokens tokens_of(const std::string& text, const Wordbook& book = small_book()) {
  Tokens tokens;
  Analyzer(book).analyze(folded(text), tokens);
  return tokens;
}

// Stems in one line; "|" is the begin or the end of a sentence.
std::string stems(const std::string& text) {
  const Tokens tokens = tokens_of(text);
  std::string line;
  for (const Token& token : tokens.list)
    line += (line.empty() ? "" : " ") + (token.boundary ? "|" : std::string(tokens.stem(token)));
  return line;
}

std::vector<std::string> concepts(const std::string& text) {
  const Analyzer analyzer(small_book());
  Tokens tokens;
  analyzer.analyze(folded(text), tokens);
  std::vector<std::string> names;
  for (const ConceptHit& hit : tokens.concepts)
    names.push_back(analyzer.concept_name(hit.concept_index));
  return names;
}

std::vector<std::string> names(const std::string& text) {
  const Analyzer analyzer(small_book());
  Tokens tokens;
  analyzer.analyze(folded(text), tokens);
  std::vector<std::string> all;
  for (const NamedKey& one : named_keys(analyzer, tokens)) all.push_back(one.name);
  return all;
}

bool has(const std::vector<std::string>& all, const std::string& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

}  // namespace

TEST_CASE("words are stemmed, spelt out, and numbers are alike") {
  CHECK(stems("Appointments") == "| appoint |");
  CHECK(stems("can u see my appt") == "| can you see my appoint |");
  CHECK(stems("I CAN’T pay $340") == "| i can not pay $ 0 |");
  CHECK(stems("call 5105550142 at 9") == "| call 0 at 0 |");
}

TEST_CASE("symbols that mean something stay, the rest goes") {
  CHECK(stems("really?? yes!!!") == "| realli ? | yes ! |");
  CHECK(stems("a (b), \"c\" - d") == "| a b c d |");
  CHECK(stems("50% off") == "| 0 % off |");
  CHECK(stems("ok 👍") == "| ok 👍 |");
  CHECK(stems("one. two; three") == "| one | two | three |");
}

TEST_CASE("nothing, and what is no text, is nothing but an end") {
  for (const char* text : {"", "   ", "...", "\n\t", "--"}) {
    INFO(text);
    CHECK(stems(text) == "|");
  }
}

TEST_CASE("the longest phrase of a concept counts") {
  CHECK(concepts("how much for blood pressure pills") == std::vector<std::string>{"price", "drug"});
  CHECK(concepts("blood, prices") == std::vector<std::string>{"body", "price"});
  CHECK(concepts("how. much").empty());  // never over the end of a sentence
}

TEST_CASE("a word without a stemmer stays as it is") {
  Wordbook book;
  const Tokens tokens = tokens_of("citas médicas", book);
  CHECK(normal_form(tokens) == "citas medicas");
  CHECK(tokens.stem(tokens.list[1]) == "citas");
}

TEST_CASE("features are stems, pairs, near pairs, letters and concepts") {
  const auto all = names("how much is it");
  for (const char* one : {"much", "| how", "how much", "it |", "how … is", "[price]", "' how'",
                          "'uc'", "'uch'", "'much'", "'ch '"}) {
    INFO(one);
    CHECK(has(all, one));
  }
  CHECK_FALSE(has(all, "much how"));
}

TEST_CASE("letters are characters, not bytes") {
  const auto all = names("дом");
  CHECK(has(all, "'дом'"));
  CHECK(has(all, "' до'"));
}

TEST_CASE("every key has a name, in the same number") {
  const Analyzer analyzer(small_book());
  for (const char* text : {"how much is it?", "can't pay 😀 now", "x", "", "año  niño. ñ"}) {
    Tokens tokens;
    analyzer.analyze(folded(text), tokens);
    Keys keys;
    append_keys(tokens, keys);
    std::vector<Key> named;
    for (const NamedKey& one : named_keys(analyzer, tokens)) named.push_back(one.key);
    std::sort(keys.begin(), keys.end());
    std::sort(named.begin(), named.end());
    CHECK(keys == named);
  }
}

TEST_CASE("the shipped wordbooks can be read, and know concepts") {
  for (const char* language : {"en", "es"}) {
    const Wordbook& book = shipped_wordbook(language);
    CHECK(book.stemmer == language);
    CHECK(book.concepts.size() > 20);
    CHECK(book.spellings.size() > 30);
  }
  CHECK(shipped_wordbook("xx").concepts.empty());
}

TEST_CASE("a wordbook says what is wrong in it") {
  Diagnostics found;
  read_wordbook("en", parse_yaml("en.yaml", "concepts: {price: cost}\n", found), found);
  REQUIRE(found.sorted().size() == 1);
  CHECK(to_text(found.sorted().front()) == "en.yaml:1:19: error: here a list is expected");
}

}  // namespace anteroom::classifier
