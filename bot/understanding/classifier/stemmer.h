// Word stems by Snowball (libstemmer, whose only user this is): "appointments" and "appointment"
// are one. A language that Snowball does not know keeps its words as they are. Not shared by
// threads.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace anteroom::classifier {

class Stemmer {
 public:
  explicit Stemmer(const std::string& language);  // "en", "es", ...; empty: none

  std::string_view stem(std::string_view word);  // holds until the next call

 private:
  struct Delete {
    void operator()(sb_stemmer* stemmer) const;
  };
  std::unique_ptr<sb_stemmer, Delete> x_stemmer;
};

}  // namespace anteroom::classifier
