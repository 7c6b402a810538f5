#include "bot/understanding/judged_text.h"

namespace anteroom::understanding {

const classifier::Keys& keys_of(const LanguageModels& models, std::string_view folded,
                                const classifier::Keys& hints) {
  thread_local classifier::Tokens tokens;
  thread_local classifier::Keys keys;
  classifier::keys_of(folded, models.analyzer, tokens, keys);
  keys.insert(keys.end(), hints.begin(), hints.end());
  return keys;
}

std::span<const float> decide(const classifier::TrainedModel& model, const classifier::Keys& keys) {
  thread_local classifier::Scratch scratch;
  thread_local std::vector<float> decisions;
  decisions.resize(model.labels.size());
  model.model.decide(keys, scratch, decisions);
  return decisions;
}

}  // namespace anteroom::understanding
