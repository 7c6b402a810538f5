#include "flows/mistakes.h"

#include "base/text.h"

namespace anteroom::flows {
namespace {

constexpr std::size_t kFew = 8;

std::string quoted(std::string_view word) { return "'" + std::string(word) + "'"; }

}  // namespace

std::string listed(const std::vector<std::string_view>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " and " : ", ";
    text += quoted(words[i]);
  }
  return text;
}

std::string unknown_word(std::string_view kind, std::string_view word,
                         const std::vector<std::string_view>& candidates) {
  std::string what = "there is no " + std::string(kind) + " " + quoted(word);
  const std::string_view nearest = nearest_word(word, candidates);
  if (!nearest.empty()) return what + "; did you mean " + quoted(nearest) + "?";
  if (!candidates.empty() && candidates.size() <= kFew) what += "; there is " + listed(candidates);
  return what;
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
