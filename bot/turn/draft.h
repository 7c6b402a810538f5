// The turn in the making: what the steps of take_turn hand to each other. Private to bot/turn.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bot/turn/answer_book.h"
#include "bot/turn/take_turn.h"
#include "flows/next_step.h"

namespace anteroom::turn {

// How the pending question comes back when it is asked again.
enum class AskAgain : unsigned char { other_words, same_words };

struct OwnQuestion {
  std::string_view id;
  std::string_view phrase;
};
inline constexpr OwnQuestion kWhichHolds{"@which_holds", "which_holds"};
inline constexpr OwnQuestion kOfferPerson{"@offer_person", "offer_person_or_skip"};
inline constexpr OwnQuestion kWhichTopic{"@which_topic", "which_topic"};
inline constexpr OwnQuestion kNextTopic{"@next_topic", "also_asked"};
inline constexpr OwnQuestion kEmergency{"@emergency", "red_flag_paused"};

// Where the words about a topic stand: in this message, in the one before, or nowhere any more.
enum class TopicFrom : unsigned char { message, message_before, queue };

struct Draft {
  Draft(const Practice& the_practice, const Case& before, const Inbound& the_inbound,
        const Reading* the_stored = nullptr)
      : practice(the_practice), inbound(the_inbound), stored(the_stored), now(before) {}

  const Practice& practice;
  const Inbound& inbound;
  const Reading* stored;  // on replay: how the text was read then; null: it is read now
  Case now;               // the case as it becomes
  Reading reading;
  std::vector<Reply> replies;
  std::vector<std::string> statements;  // said in the same reply as the next question, before it
  std::vector<Effect> effects;
  UndoStep undo;  // what this inbound changed
  const flows::Flow* flow = nullptr;
  flows::Walk walk;
  scoring::Scorecard score;
  std::vector<FieldIndex> parked_before;  // as the last turn left them
  std::vector<FieldIndex> noted;          // fields taken in passing, to be said back
  std::vector<std::string> answers;       // of the practice, to what this text asks
  std::vector<std::string> set_aside;     // fields that a question only names: no facts
  std::vector<std::string> only_asked;    // fields that a question names: likely, but not sure
  Tone tone = Tone::plain;
  bool topic_served = false;  // what the message is about is being done
  TopicFrom topic_from = TopicFrom::message;
  AskAgain ask_again = AskAgain::other_words;
  std::string_view
      wants_person;  // why a person takes over in this turn (a reason id); empty: nobody asked
  bool handoff_changed = false;
  bool closed = false;  // nothing more is asked in this turn

  Moment at() const { return inbound.at; }
  bool owned() const { return !now.owner.empty(); }  // by an agent: the bot hears, and says nothing
  std::string_view language() const { return now.language; }
};

// Words.

std::string phrase(const Draft& draft, std::string_view id, const Arguments& arguments = {},
                   std::size_t n = 0);
// A practice's text with {practice}, {practice_phone} and the values of fields filled in.
std::string text_of(const Draft& draft, const LocalText& text, std::size_t n = 0);
void state(Draft& draft, std::string statement);  // into the next reply, before its question
std::string after_statements(Draft& draft,
                             std::string text);  // what was stated so far, and then this
void say(Draft& draft,
         std::string text);  // a reply, after what was stated so far; none if there are no words
std::string and_list(const Draft& draft, const std::vector<std::string>& parts);
std::string or_list(const Draft& draft, const std::vector<std::string>& parts);

// Facts.

void set_fact(Draft& draft, Fact fact);  // remembers what was before, for "back"
void forget_fact(Draft& draft, std::string_view field);
void take_slots(Draft& draft, Source source);
bool can_be_seen_at(const Draft& draft, const Location& location, std::string_view service);
void rename_facts(Draft& draft);  // a practice's `formerly:`
void revalidate(
    Draft& draft);  // facts that the practice or another fact has made impossible become doubtful
void say_stale(
    Draft& draft);  // facts of long ago still count; the visitor hears so once in an episode

// What becomes of a slot: whether it is a fact, and how sure it is at most.
struct SlotUse {
  bool take = true;
  double confidence = 1.0;
};
SlotUse use_of(const Draft& draft, const Slot& slot);

// Questions and subjects.

void find_answers(Draft& draft);  // what the practice answers to this text
void give_answers(Draft& draft);
void answer_topic(Draft& draft, const std::string& topic);  // chosen, not asked in words
void follow_topics(Draft& draft, bool decided);  // `decided`: the text decided a question
bool ask_which_topic(Draft& draft);              // true: it asks
void decide_which_topic(Draft& draft);
void start_topic(Draft& draft, const std::string& topic);
bool offer_next_topic(Draft& draft);  // one that waits; true: it asks
void decide_next_topic(Draft& draft);
std::string topic_label(const Draft& draft, const std::string& topic);  // "your bill"
void note_event(Draft& draft, const std::string& id, const std::string& name,
                const std::string& topic);

// One more entry of the ledger; `wording` is what the visitor was shown, empty for a withdrawal.
void record_consent(Draft& draft, const ConsentTerms& terms, ConsentState state,
                    std::string wording);

// Steps of the turn.

bool is_quiet(const Inbound& inbound);  // nobody spoke: time passed, or a page was seen; nothing is
                                        // said to that
void open_turn(Draft& draft);           // expiry, episode, counters, language
void new_episode(Draft& draft);
void read_inbound(Draft& draft);
void hear_safety(Draft& draft);  // opt-out, then red flags
void obey_control(Draft& draft);
void take_answer(Draft& draft);  // the pending answer and every other slot
void settle(Draft& draft);       // flow, path, score, tier, and the path once more
std::vector<FieldIndex> parked_now(const Draft& draft);
void act(Draft& draft);  // says, asks and hands off until something is pending or nothing is left
void close_turn(Draft& draft,
                std::size_t consents_before);  // what is left to say, undo, effects, bookkeeping

// Asking and handing off.

void ask_item(Draft& draft, const flows::Item& item);
void ask_consent(Draft& draft, const flows::Item& item);
// A question of the bot's own, with buttons, in other words each time.
void ask_own(Draft& draft, const OwnQuestion& question, std::string_view field,
             const Arguments& arguments, std::vector<OfferedChoice> choices);
bool ask_own_again(Draft& draft);  // one that was not answered is put once more; then it is dropped
void reprompt(Draft& draft);       // an answer that did not do
void give_up_field(Draft& draft, std::string_view field);
bool skip_item(Draft& draft, bool given_up);
std::vector<OfferedChoice> choices_of(const Draft& draft, const flows::Item& item);

void hand_off(Draft& draft, const flows::Item* item, std::string_view reason);
void call_person(Draft& draft, std::string_view reason);
void refresh_handoff(Draft& draft);  // later changes update it
bool needs_known(const Draft& draft, const flows::Item& item);
bool contactable(const Draft& draft);

std::string effect_key(const Draft& draft, std::string_view subject, std::size_t occurrence);

}  // namespace anteroom::turn
