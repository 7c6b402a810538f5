// One input is one conversation, a line for each thing that happens:
//   ^es    the visitor opens the chat, their browser speaks Spanish
//   #2     the third of the buttons offered        =choice   a button by its id
//   !imaging  a page about imaging is looked at    .         time passes and nothing is said
//   +90    90 seconds later                        -90       the clock went back by as much
//   @      an agent takes the case, or leaves it   *         by SMS from here on
// and every other line is what the visitor writes.
#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <set>

#include "base/case_json.h"
#include "base/text.h"
#include "bot/turn/take_turn.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/practices.h"

namespace anteroom::fuzz {
namespace {

using turn::Turn;
using Body = decltype(Inbound::body);

constexpr int kInbounds = 30;
constexpr std::int64_t kLongestStep = 400LL * 24 * 60 * 60;

std::int64_t number_in(std::string_view text) {
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return std::clamp<std::int64_t>(number, 0, kLongestStep);
}

class Conversation {
 public:
  void hear(std::string_view lines) {
    while (!lines.empty() && x_inbounds < kInbounds) hear_line(take_until(lines, '\n'));
  }

 private:
  void hear_line(std::string_view line) {
    const char sign = line.empty() ? '\0' : line.front();
    // Channels hand on UTF-8 and nothing else.
    const std::string rest = to_valid_utf8(line.substr(line.empty() ? 0 : 1));
    switch (sign) {
      case '+':
        x_at += std::chrono::seconds(number_in(rest));
        return;
      case '-':
        x_at -= std::chrono::seconds(number_in(rest));
        return;
      case '@':
        x_case.owner = x_case.owner.empty() ? "agent_1" : "";
        return;
      case '*':
        x_channel = Channel::sms;
        return;
      case '^':
        return take(Opened{rest, {}});
      case '=':
        return take(Chosen{rest});
      case '#':
        return take(Chosen{offered(static_cast<std::size_t>(number_in(rest)))});
      case '!':
        return take(PageEvent{"page_view", rest, "/"});
      case '.':
        return take(Tick{});
      default:
        return take(turn::kept_text(line, lakeside().profile.bounds));
    }
  }

  std::string offered(std::size_t number) const {
    if (!x_case.pending || x_case.pending->choices.empty()) return {};
    const auto& choices = x_case.pending->choices;
    return choices[number % choices.size()].id;
  }

  void take(Body body) {
    const Inbound inbound{"i" + std::to_string(++x_inbounds), x_at, "talk", x_channel,
                          std::move(body)};
    const Turn turn = take_turn(lakeside(), x_case, inbound);
    check(inbound, turn);
    x_case = turn.after;
    x_at += std::chrono::seconds(20);
  }

  void check(const Inbound& inbound, const Turn& turn) {
    expect(turn.after.version == x_case.version + 1, "a turn makes one version");
    check_pure(inbound, turn);
    check_stored(turn);
    check_score(turn);
    for (const Effect& effect : turn.effects)
      expect(x_keys.insert(effect.key).second, "an effect's key is never used twice");
    for (const Reply& reply : turn.replies) expect(!reply.text.empty(), "a reply says something");
    expect(turn.after.consents.size() >= x_case.consents.size(), "a consent is never forgotten");
  }

  void check_pure(const Inbound& inbound, const Turn& turn) {
    const Turn again = take_turn(lakeside(), x_case, inbound);
    expect(
        again.after == turn.after && again.effects == turn.effects && again.replies == turn.replies,
        "the same turn taken again is the same");
  }

  void check_stored(const Turn& turn) {
    const auto change = nlohmann::json::parse(difference(x_case, turn.after).dump());
    const auto applied = anteroom::apply(x_case, change);
    expect(applied && *applied == turn.after, "the difference applied gives the next case");
    const auto whole = nlohmann::json::parse(to_stored_json(turn.after).dump());
    const auto read = case_from_stored_json(whole);
    expect(read && *read == turn.after, "a case is the same when stored and read");
  }

  static void check_score(const Turn& turn) {
    int sum = 0;
    for (const scoring::Reason& reason : turn.score.reasons) sum += reason.points;
    expect(sum == turn.score.total, "a score is the sum of its rows");
    expect(turn.score.fit + turn.score.intent == turn.score.total, "a score is fit and intent");
  }

  Case x_case = [] {
    Case made;
    made.id = "c1";
    return made;
  }();
  Moment x_at = *parse_moment("2026-11-23T18:00:00Z");
  Channel x_channel = Channel::web;
  int x_inbounds = 0;
  std::set<std::string> x_keys;
};

}  // namespace
}  // namespace anteroom::fuzz

// Where its models are not in the cache they are trained, which is no input's fault.
int LLVMFuzzerInitialize(int* /*argc*/, char*** /*argv*/) {
  anteroom::fuzz::lakeside();
  return 0;
}

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  anteroom::fuzz::Conversation().hear(anteroom::fuzz::as_text(data, size));
  return 0;
}
