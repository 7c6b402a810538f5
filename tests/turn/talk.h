// A conversation for the tests of the turn: each step takes one turn, and the case is stored and
// read again between any two of them. The practice is the small clinic of tests/turn/clinic,
// another folder, or either with a passage of a file replaced.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "bot/turn/take_turn.h"

namespace anteroom::turn {

struct Change {  // `from` stands in the file; it becomes `to`
  std::string file;
  std::string from;
  std::string to;
};

using PracticePtr = std::shared_ptr<const Practice>;

PracticeFiles files_in(const std::string& folder);  // also those of sub-folders
PracticePtr practice_in(const std::string& folder, const std::vector<Change>& changes = {});
PracticePtr clinic();    // read once
PracticePtr lakeside();  // the example practice, read once
PracticePtr clinic_with(const std::vector<Change>& changes);

// The case as the store would give it back.
Case stored_and_read(const Case& a_case);

class Talk {
 public:
  explicit Talk(PracticePtr practice = clinic(), Channel channel = Channel::web);

  const Turn& says(std::string text);
  // As if the classifier had found this in it; everything else is read from the text.
  const Turn& says_about(std::string text, std::vector<std::string> topics);
  const Turn& says_unsure(std::string text, TopicBand band,
                          std::vector<TopicGuess> candidates = {});
  const Turn& chooses(std::string choice);
  const Turn& opens(std::string language = "");
  const Turn& sees_page(std::string topic);
  const Turn& ticks();
  const Turn& takes(decltype(Inbound::body) body);
  const Turn& takes(const Inbound& inbound);

  Talk& after(Duration time);
  Talk& reload(PracticePtr practice);  // the practice has changed
  Inbound next(decltype(Inbound::body) body);
  const Turn& takes_reading(std::string text, const std::function<void(Reading&)>& change);
  std::string last_inbound() const { return "i" + std::to_string(x_inbounds); }  // its id

  const Practice& practice() const { return *x_practice; }
  const Case& now() const { return x_turn.after; }
  Case& change() { return x_turn.after; }  // what an agent or another room does to a case
  const Turn& turn() const { return x_turn; }
  const Episode& episode() const { return now().episode; }
  Moment at() const { return x_at; }

  std::string asks() const { return turn::asks(now()); }
  std::string said() const;      // all replies of the last turn, one a line
  std::string question() const;  // the last reply
  bool heard(std::string_view words) const { return said().find(words) != std::string::npos; }
  std::string fact(std::string_view field) const;  // as JSON; "" if not known
  std::string doubt(std::string_view field) const;
  int effects(EffectKind kind) const;

 private:
  PracticePtr x_practice;
  Channel x_channel;
  Moment x_at;
  int x_inbounds = 0;
  Turn x_turn;
};

// The first questions of the clinic, answered: what comes next is "been_here".
Talk asked_been_here();
// All answered but the phone; not urgent, so that no tier latches anything.
Talk asked_phone(PracticePtr practice = clinic(), Channel channel = Channel::web);

}  // namespace anteroom::turn
