#include "bot/understanding/red_flag_model.h"

#include <algorithm>

#include "base/text.h"
#include "bot/understanding/judged_text.h"

namespace anteroom::understanding {
namespace {

constexpr std::size_t kFewestWords = 3;

}  // namespace

bool RedFlagModel::sounds_like_emergency(std::string_view folded,
                                         const classifier::Keys& hints) const {
  if (!x_models.red_flags || words_of(folded).size() < kFewestWords) return false;
  const classifier::TrainedModel& model = *x_models.red_flags;
  const auto decisions = decide(model, keys_of(x_models, folded, hints));
  return classifier::choose(decisions, model.out_of_scope, model.temperature).score >= model.cut;
}

std::string RedFlagModel::likeliest_group(std::string_view folded,
                                          const classifier::Keys& hints) const {
  if (!x_models.red_flag_groups) return "other";
  const classifier::TrainedModel& model = *x_models.red_flag_groups;
  const auto decisions = decide(model, keys_of(x_models, folded, hints));
  const auto best = std::max_element(decisions.begin(), decisions.end());
  return model.labels[static_cast<std::size_t>(best - decisions.begin())];
}

}  // namespace anteroom::understanding
