// Learns models from a corpus: one from all of it, and five from four folds each, by which every
// text is judged without having been seen. Its features are counted once for all of them.
#pragma once

#include "bot/understanding/classifier/corpus.h"

namespace anteroom::classifier {

// Decision values, a line of classes a row of the corpus.
using Decisions = std::vector<float>;

struct Learned {
  LinearModel model;
  Decisions out_of_fold;  // each row by the model of the other four folds
};

LinearModel learn(const Corpus& corpus, const Recipe& recipe);
Decisions decide_out_of_fold(const Corpus& corpus, const Recipe& recipe);
Learned learn_with_folds(const Corpus& corpus, const Recipe& recipe);  // both, side by side

Decisions decide_all(const LinearModel& model, const Corpus& corpus);

}  // namespace anteroom::classifier
