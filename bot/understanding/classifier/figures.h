// What a classifier is worth on judged texts: shares from 0 to 1, and which classes it takes for
// which. Used by `anteroom classifier evaluate`, by the bench and by the check before a reload.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "bot/understanding/classifier/calibration.h"

namespace anteroom::classifier {

// With everything below a cut rejected. A rejected text in scope counts as wrong; what is out of
// scope is null where no text is.
struct CutFigures {
  double in_scope_accuracy = 0;
  std::optional<double> oos_recall, oos_precision, oos_f1;
};
CutFigures figures_at(float cut, const std::vector<Judged>& judged, std::uint16_t out_of_scope);

struct ClassFigures {
  std::uint16_t label = 0;
  std::size_t texts = 0;
  std::size_t right = 0;  // taken for what they are
  std::size_t taken = 0;  // texts taken for this class
};
struct Confusion {
  std::uint16_t label = 0, taken_for = 0;
  std::size_t texts = 0;
};

// What a text is taken for; kNoClass or `out_of_scope` below the cut.
std::uint16_t verdict(const Judged& judged, float cut, std::uint16_t out_of_scope);
std::vector<ClassFigures> figures_by_class(const std::vector<Judged>& judged, float cut,
                                           std::uint16_t out_of_scope, std::size_t classes);
// The most frequent first.
std::vector<Confusion> confusions(const std::vector<Judged>& judged, float cut,
                                  std::uint16_t out_of_scope);

}  // namespace anteroom::classifier
