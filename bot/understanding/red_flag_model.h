// The second detector of emergencies, beside the patterns of red_flags.h: a model that has learned
// from examples how people write of them. Its cut is such that both together find 97 % of the
// examples that the model had not seen, unless it then cried wolf at more than 7 % of the hard
// negatives. It never takes back what a pattern has found.
#pragma once

#include <string>
#include <string_view>

#include "bot/understanding/text_models.h"

namespace anteroom::understanding {

class RedFlagModel {
 public:
  explicit RedFlagModel(const LanguageModels& models) : x_models(models) {}

  // The group of the emergency, as the examples name it; null: it sounds like none. Of folded
  // text, with the hints that RedFlags has found in it.
  const std::string* emergency(std::string_view folded, const classifier::Keys& hints) const;
  const classifier::FoldFigures& figures() const { return x_models.red_flags->figures; }

 private:
  const LanguageModels& x_models;
};

}  // namespace anteroom::understanding
