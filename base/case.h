// A case: one person's open matter with the practice, the unit of state, version and commit. It is
// what is known and what was said; it has no program counter. Only bot/turn changes one, and only
// by returning the next.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/consent.h"
#include "base/fact.h"
#include "base/reply.h"

namespace anteroom {

// The last question, to which "2", "yes" and "no" bind.
struct Pending {
  std::string
      item;  // the item's id, or a question of the bot itself ("@which_holds", "@offer_person")
  std::string field;  // the field or the consent asked for; may be empty
  std::vector<OfferedChoice> choices;
  int asked = 0;     // times asked in a row, the first asking included
  int attempts = 0;  // answers that did not do
  std::optional<Fact>
      proposed;  // "@which_holds": the new value, until the visitor says which one holds
  bool operator==(const Pending&) const = default;
};

// What the last fact-changing inbounds changed, newest last, for "back".
struct FactChange {
  std::string field;
  std::optional<Fact> before;  // nullopt: it was unknown
  bool operator==(const FactChange&) const = default;
};
struct UndoStep {
  std::string inbound;
  std::vector<FactChange> facts;
  std::vector<std::string> skipped;  // items that this inbound skipped, declined or gave up
  bool operator==(const UndoStep&) const = default;
};

struct Attempt {  // an answer that did not do: kept, never a fact
  std::string field;
  std::string words;
  bool operator==(const Attempt&) const = default;
};

struct HandoffRecord {
  std::string id;  // case and episode
  std::string queue;
  std::string item;
  std::string tier;
  Moment opened{};
  Moment due{};
  std::string reason;   // a reason id: tier, asked_for_person, red_flag, gave_up, bounds
  std::string summary;  // the structured summary, JSON
  bool operator==(const HandoffRecord&) const = default;
};

struct Episode {
  int number = 1;
  Moment opened{};
  std::string flow;                  // the active flow
  std::vector<std::string> queued;   // topics waiting behind it, in the order of the messages
  std::set<std::string> said;        // item ids
  std::set<std::string> skipped;     // item ids: skipped or declined ("not sure")
  std::set<std::string> given_up;    // item ids whose retries ran out
  std::map<std::string, int> asked;  // field -> times asked, for other words each time
  std::vector<Attempt> attempts;
  std::vector<UndoStep> undo;
  std::vector<std::string> open_questions;  // asked by the visitor, not answered yet
  std::vector<std::string> kept_questions;  // without an answer of ours: passed on with the handoff
  std::set<std::string> red_flags;          // groups seen
  bool paused = false;  // by a red flag, until "this is not an emergency, go on"
  std::string latched;  // why a handoff is pending (a reason id); never unlatched; empty: it is not
  std::string latched_item;              // the hand_off item that latched it
  std::optional<HandoffRecord> handoff;  // one per episode
  int turns = 0;
  int progress_shown = 0;  // per cent, never shown going down
  bool operator==(const Episode&) const = default;
};

struct SeenEvent {  // a page or API event, for conditions and scoring
  std::string id;
  std::string name;
  std::string topic;
  Moment at{};
  bool operator==(const SeenEvent&) const = default;
};

struct TierState {  // kept for hysteresis
  std::string tier;
  Moment since{};
  int total = 0;
  int fit = 0;
  int intent = 0;
  double certainty = 0.0;
  bool operator==(const TierState&) const = default;
};

struct Case {
  std::string id;
  std::uint64_t version = 0;    // turns committed
  std::string language;         // of the conversation; empty until the first turn
  bool language_fixed = false;  // chosen by the visitor: no longer guessed
  Moment last_inbound{};
  Episode episode;
  std::vector<Fact> facts;  // at most one per field
  std::vector<SeenEvent> events;
  ConsentLedger consents;
  TierState tier;
  std::optional<Pending> pending;
  std::string owner;           // the agent who owns the case; empty: the bot
  bool texts_on_hold = false;  // signs of abuse: nothing that another could read on the phone,
                               // until staff decide
  std::set<std::string> introduced;  // conversations told that this is an automated assistant

  const Fact* fact(std::string_view field) const;
  bool operator==(const Case&) const = default;
};

}  // namespace anteroom
