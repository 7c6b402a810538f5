#include "bot/understanding/red_flag_model.h"

#include "bot/understanding/judged_text.h"

namespace anteroom::understanding {
const std::string* RedFlagModel::emergency(std::string_view folded,
                                           const classifier::Keys& hints) const {
  if (!x_models.red_flags || !is_long_enough_for_model(folded)) return nullptr;
  const classifier::TrainedModel& model = *x_models.red_flags;
  const classifier::Choice choice = model.choose(decide(model, keys_of(x_models, folded, hints)));
  const bool is_one = choice.best != classifier::kNoClass && choice.score >= model.cut;
  return is_one ? &model.labels[choice.best] : nullptr;
}

}  // namespace anteroom::understanding
