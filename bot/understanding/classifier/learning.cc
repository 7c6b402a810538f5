#include "bot/understanding/classifier/learning.h"

#include <span>

#include "bot/understanding/classifier/side_by_side.h"

namespace anteroom::classifier {
namespace {

constexpr std::uint8_t kNoFold = kFolds;

Vocabulary vocabulary_of(const Corpus& corpus, const Recipe& recipe) {
  std::vector<const Keys*> texts;
  for (const Row& row : corpus.rows()) texts.push_back(&row.keys);
  return {texts, recipe.fewest};
}

template <class Stands>
void decide_rows(const LinearModel& model, const Corpus& corpus, Decisions& decisions,
                 const Stands& stands) {
  Scratch scratch;
  const std::size_t classes = model.classes();
  for (std::size_t i = 0; i < corpus.rows().size(); ++i) {
    if (!stands(corpus.rows()[i])) continue;
    model.decide(corpus.rows()[i].keys, scratch,
                 std::span(decisions).subspan(i * classes, classes));
  }
}

// A corpus with its features counted.
class Counted {
 public:
  Counted(const Corpus& corpus, const Recipe& recipe)
      : x_corpus(corpus),
        x_recipe(recipe),
        x_vocabulary(vocabulary_of(corpus, recipe)),
        x_counts(corpus.rows().size()) {
    Scratch scratch;
    for (std::size_t i = 0; i < x_counts.size(); ++i)
      x_vocabulary.count(corpus.rows()[i].keys, scratch, x_counts[i]);
  }

  LinearModel learn_without(std::uint8_t fold) const {
    std::vector<Vector> rows;
    std::vector<std::uint16_t> labels;
    for (std::size_t i = 0; i < x_counts.size(); ++i) {
      if (x_corpus.rows()[i].fold == fold) continue;
      rows.push_back(x_counts[i]);
      labels.push_back(x_corpus.rows()[i].label);
    }
    Vocabulary own = x_vocabulary.narrowed(rows, x_recipe.fewest);
    for (Vector& row : rows) own.weigh(x_recipe.weights, row);
    return {std::move(own), rows, labels, x_corpus.classes(), x_recipe};
  }

  void decide_fold(std::uint8_t fold, Decisions& decisions) const {
    decide_rows(learn_without(fold), x_corpus, decisions,
                [&](const Row& row) { return row.fold == fold; });
  }

 private:
  const Corpus& x_corpus;
  const Recipe& x_recipe;
  Vocabulary x_vocabulary;
  std::vector<Vector> x_counts;  // of each row
};

Decisions room_for(const Corpus& corpus) {
  return Decisions(corpus.rows().size() * corpus.classes());
}

}  // namespace

LinearModel learn(const Corpus& corpus, const Recipe& recipe) {
  return Counted(corpus, recipe).learn_without(kNoFold);
}

Decisions decide_out_of_fold(const Corpus& corpus, const Recipe& recipe) {
  const Counted counted(corpus, recipe);
  Decisions decisions = room_for(corpus);  // no two folds write the same ones
  side_by_side(kFolds, [&](std::size_t fold) {
    counted.decide_fold(static_cast<std::uint8_t>(fold), decisions);
  });
  return decisions;
}

Learned learn_with_folds(const Corpus& corpus, const Recipe& recipe) {
  const Counted counted(corpus, recipe);
  Learned learned{{}, room_for(corpus)};
  side_by_side(kFolds + 1, [&](std::size_t part) {
    if (part == 0)  // the longest
      learned.model = counted.learn_without(kNoFold);
    else
      counted.decide_fold(static_cast<std::uint8_t>(part - 1), learned.out_of_fold);
  });
  return learned;
}

Decisions decide_all(const LinearModel& model, const Corpus& corpus) {
  Decisions decisions(corpus.rows().size() * model.classes());
  decide_rows(model, corpus, decisions, [](const Row&) { return true; });
  return decisions;
}

}  // namespace anteroom::classifier
