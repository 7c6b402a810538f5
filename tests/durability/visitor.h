// One visitor with a panel that behaves as docs/wire_protocol.md asks: an outbox until `accepted`,
// the resume token, `seen`, the same ids again in the old order after a break. It talks by itself
// (words.h) as its mood says, and keeps a log (visitor_log.h). Now and then it does what panels do
// only in trouble: a frame that was accepted long ago again, an id with other content, a line that
// breaks, a second window. All of it happens on the thread that runs the world's io_context.
#pragma once

#include <boost/asio/steady_timer.hpp>
#include <deque>
#include <optional>

#include "tests/durability/line.h"
#include "tests/durability/visitor_log.h"
#include "tests/durability/words.h"

namespace anteroom::durability {

struct World {  // what all visitors share
  boost::asio::io_context io{1};
  std::vector<std::uint16_t> ports;  // where servers are now; those that went are no longer there
  int ticks = 0;
  int accepted = 0;       // frames
  int near_handoffs = 0;  // frames that may have handed off
  int repeated = 0;       // frames accepted once more
  int reused = 0;         // ids refused with other content
  int replaced = 0;       // lines closed for a newer one
  int delayed = 0;        // frames refused for a while
};

enum class Mood : unsigned char {
  talking,
  settling,   // says nothing new, and waits until all it said is accepted
  finishing,  // answers what is asked until a person takes over
  gone,       // has closed the chat
};

class Visitor {
 public:
  Visitor(World& world, int number, std::uint64_t seed);

  void arrive();
  void arrive_beside(Visitor& other);                      // as another panel of its conversation
  void stay_at(std::size_t server) { x_server = server; }  // and no longer at each in turn
  void be(Mood mood);
  void leave();
  void reread();  // asks for the whole history, in a new window

  Mood mood() const { return x_mood; }
  bool is_open() const { return x_welcomed; }
  bool is_settled() const { return x_welcomed && x_outbox.empty(); }
  bool has_reread() const { return is_settled() && !x_rereads; }
  // Of two panels the first one finishes.
  bool is_finished() const { return x_log.handed_off || x_is_second || !x_log.faults.empty(); }
  bool has_company() const { return x_log.shared; }
  const VisitorLog& log() const { return x_log; }
  // Says what the other panel said last, with the same id.
  void say_the_same(const Visitor& other);
  std::string doing() const;  // for a run that does not end

 private:
  void dial_in();
  void dial_later();
  void opened();
  void ended(const Line* line, int code);
  void heard(const Line* line, const json& frame);

  void welcomed(const json& frame);
  void keep_history(const json& frame);
  void accepted(const json& frame);
  void accepted_elsewhere(const json& frame);
  void replied(const json& frame);
  void refused(const json& frame);
  void close_answer();
  void settle(const std::string& id);

  void act_later();
  void act();
  void talk();
  void go_on();
  void say(json frame);
  void say_again_later(int seconds);
  void repeat_something();
  void reuse_an_id();
  void break_line();
  void complain(std::string what) { x_log.faults.push_back(std::move(what)); }

  World& x_world;
  VisitorLog x_log;
  Dice x_dice;
  boost::asio::ip::address_v4 x_address;
  boost::asio::steady_timer x_next_words, x_next_dial, x_again;
  std::shared_ptr<Line> x_line;
  std::deque<std::string> x_outbox;  // ids, oldest first
  std::vector<std::string> x_reused;
  std::optional<Answer> x_answer;  // that is being heard
  json x_question = json::object();
  Mood x_mood = Mood::talking;
  std::optional<std::size_t> x_server;
  std::size_t x_dialled = 0;
  int x_breaks = 0;  // in a row
  int x_answers_to_finish = 0;
  bool x_welcomed = false;
  bool x_rereads = false;
  bool x_is_second = false;  // panel of its conversation
  bool x_trusts_history;     // takes its own entry in a history for `accepted`
};

}  // namespace anteroom::durability
