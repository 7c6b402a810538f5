#include "bot/understanding/classifier/wordbook.h"

#include <cstdlib>

#include "base/hash.h"
#include "base/shape.h"
#include "base/text.h"
#include "classifier/wordbooks.inc.h"

namespace anteroom::classifier {

void Wordbook::add(const std::string& concept_id, std::string_view phrase) {
  std::string text = folded(phrase);
  if (!trimmed(text).empty()) concepts[concept_id].push_back(std::move(text));
}

std::string Wordbook::fingerprint() const {
  std::string all = stemmer;
  for (const auto& [from, to] : spellings) all += '\n' + from + '=' + to;
  for (const auto& [id, phrases] : concepts) {
    all += '\n' + id + ':';
    for (const std::string& phrase : phrases) all += phrase + ',';
  }
  return content_hash(all);
}

Wordbook read_wordbook(const std::string& language, const Node& yaml, Diagnostics& found) {
  Wordbook book;
  book.stemmer = language;
  for (const auto& [from, to] : yaml["spellings"].entries()) {
    const bool is_new = book.spellings.emplace(folded(from.text()), folded(to.text())).second;
    if (!is_new) found.error(from.place(), "double_spelling", "this spelling is there already");
  }
  for (const auto& [id, phrases] : yaml["concepts"].entries()) {
    if (!phrases.is_list()) found.error(phrases.place(), "wrong_kind", "here a list is expected");
    for (const std::string& phrase : phrases.texts()) book.add(id.text(), phrase);
  }
  return book;
}

namespace {

// A mistake in a shipped file is a bug: it stops the process.
std::map<std::string, Wordbook, std::less<>> read_shipped() {
  std::map<std::string, Wordbook, std::less<>> books;
  for (const auto& [name, bytes] : embedded_wordbooks::kFiles) {
    Diagnostics found;
    const std::string language(name.substr(0, name.find('.')));
    const Node yaml = parse_yaml("wordbooks/" + std::string(name), bytes, found);
    books[language] = read_wordbook(language, yaml, found);
    if (found.has_errors()) std::abort();
  }
  return books;
}

}  // namespace

const Wordbook& shipped_wordbook(std::string_view language) {
  static const auto kBooks = read_shipped();
  static const Wordbook kNone;
  const auto book = kBooks.find(language);
  return book == kBooks.end() ? kNone : book->second;
}

}  // namespace anteroom::classifier
