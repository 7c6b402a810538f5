#include "flows/mistakes.h"

#include "practice/wording.h"

namespace anteroom::flows {

std::string unknown_word(std::string_view kind, std::string_view word,
                         const std::vector<std::string_view>& candidates) {
  std::string what = "there is no ";
  return what.append(kind).append(" '").append(word).append("'").append(
      suggestion(word, candidates));
}

void report_unknown(std::string_view kind, const Node& word,
                    const std::vector<std::string_view>& candidates, Diagnostics& found) {
  found.error(word.place(), "unknown_" + std::string(kind),
              unknown_word(kind, word.text(), candidates));
}

std::vector<std::string_view> views(const std::vector<std::string>& texts) {
  return {texts.begin(), texts.end()};
}

}  // namespace anteroom::flows
