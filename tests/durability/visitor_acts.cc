// What a visitor does by itself: the talking, and the trouble it makes.
#include <algorithm>
#include <utility>

#include "tests/durability/visitor.h"

namespace anteroom::durability {
namespace {

constexpr int kMayWait = 4;            // frames on their way at once
constexpr int kAnswersToFinish = 150;  // of a conversation that is to come to its end
constexpr int kAnswersPerPerson = 10;  // then it asks for a person

}  // namespace

void Visitor::act_later() {
  x_next_words.expires_after(std::chrono::milliseconds(x_dice.from(2, 150)));
  x_next_words.async_wait([this](const boost::system::error_code& error) {
    if (!error && x_welcomed) act();
  });
}

void Visitor::act() {
  if (x_mood == Mood::talking) talk();
  if (x_mood == Mood::finishing) go_on();
}

void Visitor::talk() {
  if (x_outbox.size() >= kMayWait) return act_later();
  const int what = x_dice.below(100);
  if (what < 70) {
    say(next_words(x_dice, x_question));
  } else if (what < 79) {  // without waiting for the answer
    for (int i = x_dice.from(2, 3); i > 0; --i) say(next_words(x_dice, x_question));
  } else if (what < 87) {
    repeat_something();
  } else if (what < 91) {
    reuse_an_id();
  } else if (what < 95) {
    say(page_event(x_dice));
  } else if (what < 97) {
    x_line->say({{"type", "ack"}, {"seq", std::max<Seq>(1, x_log.highest_seq())}});
  } else if (what < 99) {
    return break_line();
  } else {
    return dial_in();  // a second window; the first one is closed by the server
  }
  act_later();
}

void Visitor::go_on() {
  if (is_finished() || !x_outbox.empty()) return;
  if (++x_answers_to_finish > kAnswersToFinish)
    return complain("does not come to its end; it was asked " + x_question.dump());
  const bool asks = x_answers_to_finish % kAnswersPerPerson == 0;
  say(asks ? ask_for_person() : plain_answer(x_dice, x_question));
}

void Visitor::say(json frame) {
  if (may_hand_off(frame, x_question)) ++x_world.near_handoffs;
  Said said;
  said.id = x_log.name + "-" + std::to_string(x_log.said.size());
  frame["id"] = said.id;
  said.frame = std::move(frame);
  said.said_at = ++x_world.ticks;
  x_log.by_id[said.id] = x_log.said.size();
  x_outbox.push_back(said.id);
  x_log.said.push_back(std::move(said));
  x_line->say(x_log.said.back().frame);
}

void Visitor::say_the_same(const Visitor& other) {
  if (!x_welcomed || other.x_log.said.empty()) return;
  Said said = other.x_log.said.back();
  if (x_log.find(said.id)) return;
  said.seq = 0;
  said.accepted_at = 0;
  said.said_at = ++x_world.ticks;
  x_log.by_id[said.id] = x_log.said.size();
  x_outbox.push_back(said.id);
  x_log.said.push_back(said);
  x_line->say(said.frame);
}

// Newer ones sooner; old ones are no longer in the case itself.
void Visitor::repeat_something() {
  if (x_log.said.empty()) return;
  const int count = static_cast<int>(x_log.said.size());
  const int back = x_dice.once_in(2) ? x_dice.below(count) : x_dice.below(std::min(count, 3));
  const Said& said = x_log.said[static_cast<std::size_t>(count - 1 - back)];
  if (said.accepted_at != 0) x_line->say(said.frame);
}

void Visitor::reuse_an_id() {
  if (x_log.said.empty()) return;
  const Said& said = x_dice.one_of(x_log.said);
  if (said.accepted_at == 0) return;
  x_reused.push_back(said.id);
  x_line->say({{"type", "message"}, {"id", said.id}, {"text", "something else by this id"}});
}

void Visitor::break_line() {
  x_welcomed = false;
  close_answer();
  std::exchange(x_line, nullptr)->cut();
  dial_later();
}

}  // namespace anteroom::durability
