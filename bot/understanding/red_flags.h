// The emergency and crisis detector: cues and rules for every group of signs (red_flag_cues.h,
// red_flag_rules.h) and what figures measure (red_flag_numbers.h), in both languages at once, on
// every inbound text, before anything else. It errs on the side of a hit. Sources of the groups:
// ACEP, AAP, CDC "Hear Her" and AHA guidance in lay words.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bot/understanding/classifier/features.h"

namespace anteroom::understanding {

struct RedFlag {
  bool hit = false;
  std::string group;  // cardiac, stroke, breathing, bleeding, anaphylaxis, poison, self_harm,
                      // abuse, pregnancy, infant, head, infection, other
  std::string suppressed_by;  // what held a sign back: negation, history, hypothesis, idiom
  bool soft = false;          // negated self-harm: the crisis line is offered, nothing is paused
  std::vector<std::pair<std::size_t, std::size_t>> held;  // the bytes of the signs held back
  classifier::Keys hints;  // for the model beside the rules: red_flag_hints.h
};

class RedFlags {
 public:
  // `more` are patterns (RE2) a practice adds, by group; the shipped rules cannot be taken away.
  // Stops the process where a shipped wording or rule cannot be read.
  explicit RedFlags(const std::vector<std::pair<std::string, std::string>>& more = {});
  ~RedFlags();
  RedFlags(const RedFlags&) = delete;
  RedFlags& operator=(const RedFlags&) = delete;

  // `folded` is base/text.h's folded text.
  RedFlag find(std::string_view folded) const;

  // Of all cues, rules and patterns, and of how they are looked for.
  const std::string& version() const { return x_version; }

  static const std::vector<std::string>& groups();
  static bool is_group(std::string_view name);

 private:
  struct Signs;
  std::unique_ptr<const Signs> x_signs;
  std::string x_version;
};

// The fixed text of a group: what to do now. English and Spanish are built in; another language
// hears both.
std::string red_flag_text(std::string_view group, std::string_view language);

}  // namespace anteroom::understanding
