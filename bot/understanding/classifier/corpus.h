// Labelled texts, made ready to learn from: analysed once, in an order that does not depend on that
// of the file, each in one of five folds. Texts that are the same to the classifier share a fold,
// so that none is judged by a model that has seen it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "bot/understanding/classifier/model.h"

namespace anteroom::classifier {

struct Example {
  std::string text;
  std::string label;
  bool hard = false;  // out of scope, but looks as if it were not
  bool operator==(const Example&) const = default;
};

// What another reader of the same texts knows: whether it catches one anyway, so that no cut need
// let it through and none can hold it back, and hints for the model (features.h: hint_key). It is
// asked by several threads at once.
struct SecondLook {
  bool caught = false;
  bool settled = false;  // nobody asks the model about this text: caught or let go
  Keys hints;
};
using SecondReader = std::function<SecondLook(std::string_view folded)>;

inline constexpr std::size_t kFolds = 5;
inline constexpr std::uint16_t kNoClass = 0xFFFF;

struct Row {
  std::string text;    // as it was written
  std::string normal;  // its tokens
  Keys keys;
  std::uint16_t label = 0;
  std::uint8_t fold = 0;
  bool caught = false;
  bool settled = false;
  bool hard = false;
};

class Corpus {
 public:
  // Labels get their numbers in alphabetical order; one that `known` holds keeps its own.
  Corpus(const std::vector<Example>& examples, const Analyzer& analyzer,
         std::vector<std::string> known = {}, const SecondReader& second = {});

  const std::vector<Row>& rows() const { return x_rows; }
  const std::vector<std::string>& labels() const { return x_labels; }
  std::uint16_t label(std::string_view name) const;  // kNoClass: there is none
  std::size_t classes() const { return x_labels.size(); }

 private:
  Row row_of(const Example& example, const Analyzer& analyzer, const SecondReader& second,
             Tokens& tokens) const;

  std::vector<std::string> x_labels;
  std::vector<Row> x_rows;
};

// A text's features. `buffer` is kept from text to text.
void keys_of(std::string_view folded, const Analyzer& analyzer, Tokens& buffer, Keys& keys);

}  // namespace anteroom::classifier
