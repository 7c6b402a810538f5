#include <re2/re2.h>

#include "practice/understanding.h"

namespace anteroom {

void read_red_flag_pattern(const std::string& group, const Node& pattern,
                           std::vector<std::pair<std::string, std::string>>& patterns,
                           Diagnostics& found) {
  const RE2 compiled(pattern.text(), RE2::Quiet);
  if (!compiled.ok())
    return found.error(pattern.place(), "bad_pattern",
                       "this is not a pattern: " + compiled.error());
  if (RE2::FullMatch("", compiled)) {
    return found.error(pattern.place(), "bad_pattern",
                       "this pattern finds every text, even an empty one");
  }
  // An upper-case letter is right only in an escape such as \B.
  if (RE2::PartialMatch(pattern.text(), "(^|[^\\\\])[A-Z]|[^ -~]")) {
    found.warning(pattern.place(), "never_matches",
                  "patterns see lower-case text without accents, so capitals and accents find "
                  "nothing");
  }
  patterns.emplace_back(group, pattern.text());
}

}  // namespace anteroom
