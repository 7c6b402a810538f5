#include "tests/durability/visitor.h"

#include <algorithm>
#include <utility>

namespace anteroom::durability {
namespace {

using std::chrono::milliseconds;

// Every visitor has an address of its own, as in life.
boost::asio::ip::address_v4 address_of(int number) {
  return boost::asio::ip::address_v4(0x7f010001U + static_cast<unsigned>(number));
}

bool is_to_be_expected(int close_code) { return close_code == 0 || close_code == 1001; }

}  // namespace

Visitor::Visitor(World& world, int number, std::uint64_t seed)
    : x_world(world),
      x_dice(seed * 7919 + static_cast<std::uint64_t>(number)),
      x_address(address_of(number)),
      x_next_words(world.io),
      x_next_dial(world.io),
      x_again(world.io),
      x_dialled(static_cast<std::size_t>(number)),
      x_trusts_history(number % 2 == 0) {
  x_log.name = "v" + std::to_string(number);
}

void Visitor::arrive() { dial_in(); }

void Visitor::arrive_beside(Visitor& other) {
  x_log.resume = other.x_log.resume;
  x_log.conversation = other.x_log.conversation;
  x_log.shared = other.x_log.shared = true;
  x_is_second = true;
  dial_in();
}

void Visitor::be(Mood mood) {
  x_mood = mood;
  act_later();
}

void Visitor::leave() {
  x_mood = Mood::gone;
  x_welcomed = false;
  close_answer();
  if (x_line) std::exchange(x_line, nullptr)->hang_up();
}

void Visitor::reread() {
  x_rereads = true;
  if (x_mood == Mood::gone) x_mood = Mood::settling;
  dial_in();
}

std::string Visitor::doing() const {
  return x_log.name + (x_welcomed ? " is open" : " is not open") + ", said " +
         std::to_string(x_log.said.size()) + ", waiting " + std::to_string(x_outbox.size()) +
         ", conversation " + x_log.conversation + ", asked \"" + x_question.value("text", "") +
         "\"";
}

// The connection.

void Visitor::dial_in() {
  if (x_world.ports.empty()) return dial_later();
  const std::size_t server = x_server ? *x_server : x_dialled++;
  // A line that is there already stays, until the server closes it for this one.
  Line* const former = x_line.get();
  x_welcomed = false;
  auto this_line = std::make_shared<Line*>(nullptr);
  Line::Hearing hearing;
  hearing.opened = [this] { opened(); };
  hearing.frame = [this, this_line](const json& frame) { heard(*this_line, frame); };
  hearing.ended = [this, this_line](int code) { ended(*this_line, code); };
  x_line =
      dial(x_world.io, x_address, x_world.ports[server % x_world.ports.size()], std::move(hearing));
  *this_line = x_line.get();
  if (former) close_answer();
}

void Visitor::dial_later() {
  const int longest = std::min(20 << std::min(x_breaks++, 5), 400);
  x_next_dial.expires_after(milliseconds(longest / 2 + x_dice.below(longest)));
  x_next_dial.async_wait([this](const boost::system::error_code& error) {
    if (!error && !x_welcomed && x_mood != Mood::gone) dial_in();
  });
}

void Visitor::opened() {
  json hello = {{"type", "hello"}};
  if (!x_log.resume.empty()) hello["resume"] = x_log.resume;
  if (!x_log.resume.empty() && !x_rereads) hello["seen"] = x_log.highest_seq();
  if (x_log.resume.empty() && x_dice.once_in(5)) hello["language"] = "es";
  if (x_dice.once_in(4)) hello["page"] = {{"path", "/services/imaging"}, {"topic", "imaging"}};
  x_line->say(hello);
}

void Visitor::ended(const Line* line, int code) {
  const bool is_former = line != x_line.get();
  if (is_former && code == 4409) {
    ++x_world.replaced;
    return;
  }
  if (!is_to_be_expected(code)) complain("a line was closed with " + std::to_string(code));
  if (is_former) return;
  if (x_welcomed) x_log.close_codes.push_back(code);
  x_welcomed = false;
  x_line = nullptr;
  close_answer();
  if (x_mood != Mood::gone) dial_later();
}

// What the server says. A line that another has taken the place of may still say that something was
// accepted.

void Visitor::heard(const Line* line, const json& frame) {
  const std::string type = frame.value("type", "");
  if (line != x_line.get()) {
    if (type == "accepted") accepted_elsewhere(frame);
    return;
  }
  if (type == "welcome") return welcomed(frame);
  if (type == "accepted") return accepted(frame);
  if (type == "reply") return replied(frame);
  if (type == "error") return refused(frame);
  if (type == "agent") {
    close_answer();
    x_log.handed_off = x_log.handed_off || frame["state"] == "waiting";
  }
}

void Visitor::welcomed(const json& frame) {
  close_answer();
  if (x_welcomed) return;  // the language has changed
  x_welcomed = true;
  x_breaks = 0;
  if (!x_log.resume.empty() &&
      (frame["resume"] != x_log.resume || frame["conversation"] != x_log.conversation))
    complain("another conversation was opened");
  x_log.resume = frame["resume"].get<std::string>();
  x_log.conversation = frame["conversation"].get<std::string>();
  x_log.handed_off = frame.contains("agent");
  keep_history(frame);
  for (const std::string& id : x_outbox) x_line->say(x_log.find(id)->frame);
  act_later();
}

void Visitor::keep_history(const json& frame) {
  const Seq seen = x_log.highest_seq();
  if (x_rereads) x_log.history.clear();
  if (!x_rereads && frame["after"] != seen) complain("the history begins elsewhere than asked for");
  for (const json& line : frame["history"]) {
    const Entry entry = entry_of(line);
    x_log.keep(entry);
    if (x_rereads) x_log.history.push_back(entry);
    if (entry.from == "bot") x_question = line;
    Said* said = x_log.find(entry.id);
    if (!said) continue;
    if (said->seq != 0 && said->seq != entry.seq) complain(entry.id + " stands at another seq");
    said->seq = entry.seq;
    if (x_trusts_history) settle(entry.id);
  }
  x_rereads = false;
}

void Visitor::accepted(const json& frame) {
  close_answer();
  const std::string id = frame["id"].get<std::string>();
  Said* said = x_log.find(id);
  if (!said) return complain("was told that " + id + " is accepted, which it never said");
  const Seq seq = frame.value("seq", Seq{0});
  if (said->makes_entry() != (seq > 0))
    complain(id + " has a seq that does not fit: " + frame.dump());
  if (said->seq != 0 && said->seq != seq) complain(id + " was accepted at another seq");
  said->seq = seq;
  if (said->accepted_at != 0) ++x_world.repeated;
  if (seq > 0) x_log.keep({seq, "visitor", id, said->frame.value("text", ""), json::array()});
  settle(id);
  x_answer = Answer{id, {}, false};
  act_later();
}

void Visitor::accepted_elsewhere(const json& frame) {
  const std::string id = frame["id"].get<std::string>();
  if (Said* said = x_log.find(id)) said->seq = frame.value("seq", Seq{0});
  settle(id);
}

void Visitor::settle(const std::string& id) {
  Said* said = x_log.find(id);
  if (!said || said->accepted_at != 0) return;
  said->accepted_at = ++x_world.ticks;
  ++x_world.accepted;
  std::erase(x_outbox, id);
}

void Visitor::replied(const json& frame) {
  const Entry entry = [&] {
    Entry read = entry_of(frame);
    read.id.clear();
    return read;
  }();
  if (!x_answer || frame.value("in_reply_to", "") != x_answer->id)
    return complain("a reply came that belongs to nothing: " + frame.dump());
  x_answer->replies.push_back(entry);
  const Seq highest = x_log.highest_seq();
  if (x_log.keep(entry)) {
    if (entry.seq < highest && !x_log.shared)
      complain("seq " + std::to_string(entry.seq) + " came after " + std::to_string(highest));
    x_question = frame;
  }
  act_later();
}

// An answer that something else comes after has all its replies.
void Visitor::close_answer() {
  if (!x_answer) return;
  x_answer->whole = x_line != nullptr && x_welcomed;
  x_log.answers.push_back(std::move(*x_answer));
  x_answer.reset();
}

void Visitor::refused(const json& frame) {
  close_answer();
  const std::string code = frame.value("code", ""), id = frame.value("id", "");
  if (code == "id_reused" && std::erase(x_reused, id) > 0) {
    ++x_world.reused;
    return;
  }
  if ((code != "too_fast" && code != "try_again") || !frame.contains("retry_after"))
    return complain("was refused: " + frame.dump());
  ++x_world.delayed;
  if (Said* said = x_log.find(id)) said->delayed = said->delayed || said->accepted_at == 0;
  if (!x_welcomed) {  // the hello could not be answered just now
    if (x_line) std::exchange(x_line, nullptr)->cut();
    return dial_later();
  }
  say_again_later(frame["retry_after"].get<int>());
}

void Visitor::say_again_later(int seconds) {
  x_again.expires_after(std::chrono::seconds(seconds) + milliseconds(x_dice.below(200)));
  x_again.async_wait([this](const boost::system::error_code& error) {
    if (error || !x_welcomed) return;
    for (const std::string& id : x_outbox) x_line->say(x_log.find(id)->frame);
  });
}

}  // namespace anteroom::durability
