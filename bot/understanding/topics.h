// What a text is about: the topic, how sure that is and what it allows, and further topics of the
// same text, by classifying it as a whole and clause by clause. Called by the reader, last; what
// detectors and controls have found comes first.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/reading.h"
#include "bot/understanding/text_models.h"

namespace anteroom::understanding {

void hear_topics(const LanguageModels& models, const TopicBands& bands, std::string_view folded,
                 Reading& reading);

// The clauses of a text: between the ends of sentences, and at "and", "also", "but".
std::vector<std::string_view> clauses_of(std::string_view folded);

// Why a text has its topic: what weighs most for the best topic against the second.
struct Why {
  std::string topic, against;
  struct Weight {
    std::string feature;
    double weight = 0;
  };
  std::vector<Weight> weights;  // the heaviest first
};
Why why(const LanguageModels& models, std::string_view folded);

}  // namespace anteroom::understanding
