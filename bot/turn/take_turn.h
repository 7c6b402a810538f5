// One turn: what one inbound does to a case. A pure function of its arguments (the moment is the
// inbound's own): no clock, no randomness, no I/O. So it can be retried after a lost race, replayed
// over a stored history, and tested from YAML.
#pragma once

#include <string>
#include <vector>

#include "base/case.h"
#include "base/inbound.h"
#include "base/reading.h"
#include "base/reply.h"
#include "bot/handoff/qualification.h"
#include "bot/turn/practice.h"
#include "scoring/scoring.h"

namespace anteroom::turn {

struct Turn {
  Case after;  // version is one up
  Reading reading;
  std::vector<Reply> replies;  // in order; none while an agent owns the case
  std::vector<Effect> effects;
  scoring::Scorecard score;  // points into the practice
  handoff::Qualification qualification;
  std::vector<std::string> parked;  // fields whose facts do not count now
  bool handoff_changed = false;     // after.episode.handoff is new or has a new summary
};

// On replay the reading that was stored with the turn is an input, too; null: the text is read.
Turn take_turn(const Practice& practice, const Case& before, const Inbound& inbound,
               const Reading* stored = nullptr);

// What conditions see of a case at this inbound: its facts, known and not doubtful, and what the
// turn derives. Points into the case and the inbound.
FactView known_facts(const Practice& practice, const Case& a_case, const Inbound& inbound);

// The field or the consent that the case waits for; empty if for nothing (or for a question of the
// bot's own).
std::string asks(const Case& a_case);

// A text as the turn takes it: valid UTF-8, at most the practice's bound; the rest is cut, and the
// turn says so.
Text kept_text(std::string_view text, const Bounds& bounds);

// What a visitor can do at any point, for buttons: back, skip, start over, help, a person, another
// language.
std::vector<OfferedChoice> controls(const Practice& practice, const Case& a_case);

}  // namespace anteroom::turn
