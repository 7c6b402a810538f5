// One rule of red_flag_rules.h, read once, and looked for among the cues of a message. Its cost
// grows with the length of the message, whatever stands in it.
#pragma once

#include <bitset>
#include <functional>
#include <string_view>
#include <vector>

#include "bot/understanding/cue_index.h"

namespace anteroom::understanding {

constexpr std::size_t kMostCues = 640;
using CueSet = std::bitset<kMostCues>;

// A message as the rules see it.
struct CuedText {
  std::vector<FlagWord> words;
  std::vector<CueHit> hits;  // by first word
  CueSet present;
  std::vector<std::uint32_t> clause, sentence;  // of each word
};
CuedText cued_text(const CueIndex& index, std::string_view folded_text);

class CueRule {
 public:
  // Stops the process where `rule` cannot be read: rules are compiled in.
  CueRule(std::string_view rule, const CueIndex& index);

  const CueSet& first_cues() const { return x_terms.front().any; }
  // Whether all cues it needs are in a message; asked before `find`.
  bool may_match(const CueSet& present) const;

  // Goes through the matches; `judge` gets the hits of one and says whether to stop there.
  using Judge = std::function<bool(const std::vector<CueHit>&)>;
  void find(const CuedText& text, const Judge& judge) const;

 private:
  enum class Stands { first, behind, near, anywhere };
  struct Term {
    CueSet any;
    Stands stands = Stands::first;
    std::uint32_t window = 0;
  };
  bool extend(const CuedText& text, std::vector<CueHit>& match, const Judge& judge) const;
  bool extend_near(const CuedText& text, std::vector<CueHit>& match, const Judge& judge) const;
  bool extend_anywhere(const CuedText& text, std::vector<CueHit>& match, const Judge& judge) const;
  bool try_hit(const CuedText& text, const CueHit& hit, std::vector<CueHit>& match,
               const Judge& judge) const;

  std::vector<Term> x_terms;
  CueSet x_without;
};

}  // namespace anteroom::understanding
