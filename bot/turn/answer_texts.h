// The words of an answer to a common question: computed from its data (hours of today, offices,
// payers, services), or its own text. Called by bot/turn/common_answers.cc; changes nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bot/turn/draft.h"

namespace anteroom::turn {

// What a question names; what it does not, the facts say. Null: it names none.
struct Named {
  const Location* location = nullptr;
  const Service* service = nullptr;
  const Payer* payer = nullptr;
  std::string text;  // folded, for the day that is asked about
};

// Nothing where the practice has no answer to it.
std::optional<std::string> answer_text(const Draft& draft, const CommonAnswer& answer,
                                       const Named& named);

// The hours of these offices: of the days that the folded text names, else of today and tomorrow.
std::string hours_text(const Draft& draft, const std::vector<const Location*>& places,
                       std::string_view text);

std::string in_sentences(const std::vector<std::string>& sentences);

}  // namespace anteroom::turn
