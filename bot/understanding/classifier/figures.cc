#include "bot/understanding/classifier/figures.h"

#include <algorithm>
#include <map>

namespace anteroom::classifier {
namespace {

std::optional<double> share(double part, double whole) {
  if (whole == 0) return std::nullopt;
  return part / whole;
}

}  // namespace

std::uint16_t verdict(const Judged& judged, float cut, std::uint16_t out_of_scope) {
  return judged.choice.score < cut ? out_of_scope : judged.choice.best;
}

CutFigures figures_at(float cut, const std::vector<Judged>& judged, std::uint16_t out_of_scope) {
  double inside = 0, right = 0, outside = 0, rejected = 0, rejected_outside = 0;
  for (const Judged& one : judged) {
    const bool is_rejected = one.choice.score < cut;
    rejected += is_rejected;
    if (one.label == out_of_scope) {
      ++outside;
      rejected_outside += is_rejected;
    } else {
      ++inside;
      right += !is_rejected && one.label == one.choice.best;
    }
  }
  CutFigures figures;
  figures.in_scope_accuracy = share(right, inside).value_or(0);
  if (outside == 0) return figures;
  figures.oos_recall = rejected_outside / outside;
  figures.oos_precision = share(rejected_outside, rejected).value_or(0);
  figures.oos_f1 = share(2 * rejected_outside, rejected + outside).value_or(0);
  return figures;
}

std::vector<ClassFigures> figures_by_class(const std::vector<Judged>& judged, float cut,
                                           std::uint16_t out_of_scope, std::size_t classes) {
  std::vector<ClassFigures> figures(classes);
  for (std::size_t i = 0; i < classes; ++i) figures[i].label = static_cast<std::uint16_t>(i);
  for (const Judged& one : judged) {
    const std::uint16_t taken = verdict(one, cut, out_of_scope);
    ++figures[one.label].texts;
    if (taken < classes) ++figures[taken].taken;
    figures[one.label].right += taken == one.label;
  }
  return figures;
}

std::vector<Confusion> confusions(const std::vector<Judged>& judged, float cut,
                                  std::uint16_t out_of_scope) {
  std::map<std::pair<std::uint16_t, std::uint16_t>, std::size_t> counts;
  for (const Judged& one : judged) {
    const std::uint16_t taken = verdict(one, cut, out_of_scope);
    if (taken != one.label) ++counts[{one.label, taken}];
  }
  std::vector<Confusion> pairs;
  for (const auto& [pair, texts] : counts) pairs.push_back({pair.first, pair.second, texts});
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const Confusion& a, const Confusion& b) { return a.texts > b.texts; });
  return pairs;
}

}  // namespace anteroom::classifier
