#include "bot/understanding/classifier/trained_model.h"

#include <algorithm>

#include "base/hash.h"

namespace anteroom::classifier {
namespace {

constexpr std::string_view kVersion = "6";  // of features and training: another makes other models
constexpr std::size_t kMostConfusions = 20;
constexpr float kRejectNothing = -1e9f;

FoldFigures figures_of(const std::vector<Judged>& judged, const TrainedModel& model) {
  const std::uint16_t outside = model.out_of_scope;
  const CutFigures with_cut = figures_at(model.cut, judged, outside);
  FoldFigures figures;
  figures.accuracy = with_cut.in_scope_accuracy;
  figures.without_cut = figures_at(kRejectNothing, judged, outside).in_scope_accuracy;
  figures.calibration_error = calibration_error(judged, outside);
  figures.classes = figures_by_class(judged, model.cut, outside, model.labels.size());
  figures.confusions = confusions(judged, model.cut, outside);
  if (figures.confusions.size() > kMostConfusions) figures.confusions.resize(kMostConfusions);
  const auto share_let_through = [&](const auto& counts) {
    double texts = 0, through = 0;
    for (const Judged& one : judged) {
      if (!counts(one)) continue;
      ++texts;
      through += one.caught || one.choice.score >= model.cut;
    }
    return texts > 0 ? through / texts : 0;
  };
  figures.recall = share_let_through([&](const Judged& one) { return one.label != outside; });
  figures.false_alarms = share_let_through([&](const Judged& one) { return one.label == outside; });
  figures.hard_false_alarms = share_let_through([](const Judged& one) { return one.hard; });
  return figures;
}

void judge_by_folds(const Corpus& corpus, const Decisions& decisions, const TrainingOrder& order,
                    TrainedModel& trained) {
  trained.temperature = fit_temperature(corpus, decisions);
  const auto judged = judge(corpus, decisions, trained.temperature, trained.out_of_scope,
                            trained.out_of_scope_share);
  if (!order.out_of_scope.empty())
    trained.cut =
        std::max({kRejectNothing,
                  cut_at_false_rejection(judged, trained.out_of_scope, order.false_rejection),
                  cut_at_false_alarms(judged, trained.out_of_scope, order.false_alarms)});
  trained.figures = figures_of(judged, trained);
}

}  // namespace

std::string TrainingOrder::key() const {
  std::vector<std::string> rows;
  for (const Example& example : examples)
    rows.push_back(example.label + (example.hard ? '\1' : '\0') + example.text);
  std::sort(rows.begin(), rows.end());
  std::string all(kVersion);
  for (const std::string& part :
       {wordbook, out_of_scope, std::to_string(false_rejection), std::to_string(false_alarms),
        std::to_string(out_of_scope_share), recipe.fingerprint(), second_version})
    all += '\n' + part;
  for (const std::string& row : rows) all += '\n' + row;
  return content_hash(all);
}

TrainedModel train(const TrainingOrder& order, const Analyzer& analyzer) {
  std::vector<std::string> known;
  if (!order.out_of_scope.empty()) known.push_back(order.out_of_scope);
  const Corpus corpus(order.examples, analyzer, known, order.second);
  TrainedModel trained;
  trained.labels = corpus.labels();
  trained.out_of_scope = order.out_of_scope.empty() ? kNoClass : 0;
  trained.out_of_scope_share = order.out_of_scope_share;
  trained.cut = kRejectNothing;
  Learned learned = learn_with_folds(corpus, order.recipe);
  trained.model = std::move(learned.model);
  judge_by_folds(corpus, learned.out_of_fold, order, trained);
  return trained;
}

Choice TrainedModel::choose(std::span<const float> decisions) const {
  return classifier::choose(decisions, out_of_scope, temperature, out_of_scope_share);
}

}  // namespace anteroom::classifier
