// A fact: one field's value, with who said it, when, how sure we are, and the inbound that gave it.
// Facts are the state of a case; the rules of what overwrites what stand in docs/design.md
// ("Facts").
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/value.h"

namespace anteroom {

// Who said it, lowest first: a lower source never overwrites a higher one.
enum class Source : unsigned char { page, inferred, stated, agent };

std::string_view to_text(Source source);
std::optional<Source> parse_source(std::string_view text);

struct Fact {
  std::string field;
  Value value;
  Source source = Source::stated;
  double confidence = 1.0;  // 0..1
  Moment at{};
  std::string inbound;  // the inbound's id
  std::string words;    // as written by the visitor; empty for a button or a page
  std::string doubt;    // why it must be asked again (a reason id such as "not_offered_there");
                        // empty: no doubt

  bool doubtful() const { return !doubt.empty(); }
  bool operator==(const Fact&) const = default;
};

}  // namespace anteroom
