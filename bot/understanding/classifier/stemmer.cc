#include "bot/understanding/classifier/stemmer.h"

#include <libstemmer.h>

namespace anteroom::classifier {

void Stemmer::Delete::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

Stemmer::Stemmer(const std::string& language)
    : x_stemmer(language.empty() ? nullptr : sb_stemmer_new(language.c_str(), "UTF_8")) {}

std::string_view Stemmer::stem(std::string_view word) {
  if (!x_stemmer) return word;
  const auto* symbols = reinterpret_cast<const sb_symbol*>(word.data());
  const sb_symbol* stem = sb_stemmer_stem(x_stemmer.get(), symbols, static_cast<int>(word.size()));
  if (!stem) return word;  // out of memory
  return {reinterpret_cast<const char*>(stem),
          static_cast<std::size_t>(sb_stemmer_length(x_stemmer.get()))};
}

}  // namespace anteroom::classifier
