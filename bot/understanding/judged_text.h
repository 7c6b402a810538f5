// One text judged by one model: the decision for every label. Buffers are the thread's own.
#pragma once

#include <span>
#include <string_view>

#include "bot/understanding/text_models.h"

namespace anteroom::understanding {

// The features of a text, and `hints` beside them; hold until the next call on this thread.
const classifier::Keys& keys_of(const LanguageModels& models, std::string_view folded,
                                const classifier::Keys& hints = {});
// The decisions; hold until the next call on this thread.
std::span<const float> decide(const classifier::TrainedModel& model, const classifier::Keys& keys);

}  // namespace anteroom::understanding
