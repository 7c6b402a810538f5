// What holds in every conversation, asserted on random ones: texts, buttons, controls, noise, page
// views and time jumps, in the example practice and in the small clinic. The seed is in the
// failure's name; each conversation can be played again alone.
#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "base/case_json.h"
#include "tests/turn/talk.h"

namespace anteroom::turn {
namespace {

constexpr unsigned kConversations = 300;
constexpr int kInbounds = 40;

const std::vector<std::string> kTexts = {
    "hi",
    "hello there",
    "my knee hurts, oakland please",
    "i need an mri",
    "a dentist in san leandro",
    "berkeley",
    "actually walnut creek",
    "no, oakland",
    "i meant dermatology",
    "for me",
    "it's for my daughter, she is 4",
    "for my mom",
    "i'm new",
    "i have been there before",
    "yes",
    "no",
    "y",
    "2",
    "1",
    "99",
    "tomorrow",
    "next week",
    "this month",
    "today",
    "no rush",
    "asap",
    "Medi-Cal",
    "kaiser",
    "self pay",
    "510-555-0142",
    "call me at (510) 555-0177",
    "555",
    "ana@example.com",
    "94612",
    "My name is Ana Torres",
    "Lin",
    "i am a nurse at Bay Clinic, a referral",
    "we are a vendor",
    "do you have parking?",
    "how much is an x-ray?",
    "where are you",
    "skip",
    "not sure",
    "back",
    "go back",
    "start over",
    "help",
    "say that again",
    "a person please",
    "are you a bot",
    "do you speak spanish",
    "in english please",
    "stop",
    "stop texting me",
    "i have chest pain",
    "i want to die",
    "this is not an emergency, go on",
    "thanks",
    "???",
    "",
    " ",
    "{name}",
    "%s %n",
    "<b>hi</b>",
    "\xF0\x9F\xA4\xB7",
    "asdf qwer zxcv",
    "necesito un dentista en oakland",
    "hola",
    "sí",
    "para mi hijo",
    "mañana",
    "me duele el pecho y no puedo respirar",
    "siguiente",
    "atrás",
};

const std::vector<std::string> kButtons = {
    "@back",     "@skip",        "@start_over",  "@help",        "@person",   "@repeat", "@go_on",
    "@not_sure", "@language:es", "@language:en", "@language:xx", "@nonsense", "yes",     "no",
    "known",     "proposed",     "oakland",      "imaging",      "emergency", "",        "gone"};

class RandomTalk {
 public:
  RandomTalk(PracticePtr practice, unsigned seed)
      : x_random(seed), x_talk(std::move(practice), one_in(4) ? Channel::sms : Channel::web) {}

  Talk& talk() { return x_talk; }

  Inbound next() {
    if (one_in(12)) x_talk.after(std::chrono::hours(1 + pick(24 * 40)));
    if (one_in(25)) x_talk.change().owner = x_talk.now().owner.empty() ? "agent_1" : "";
    switch (pick(20)) {
      case 0:
        return x_talk.next(Tick{});
      case 1:
        return x_talk.next(PageEvent{"page_view", one_in(2) ? "consult" : "team", "/"});
      case 2:
        return x_talk.next(Opened{one_in(2) ? "es" : "en", ""});
      case 3:
        return x_talk.next(Chosen{one_of(kButtons)});
      case 4:
        return x_talk.next(kept_text(noise(), x_talk.practice().profile.bounds));
      case 5:
        return x_talk.next(
            kept_text(one_of(kTexts) + ", " + one_of(kTexts), x_talk.practice().profile.bounds));
      default:
        return one_in(2) ? offered_button() : x_talk.next(Text{one_of(kTexts), false});
    }
  }

 private:
  int pick(int below) { return std::uniform_int_distribution<int>(0, below - 1)(x_random); }
  bool one_in(int n) { return pick(n) == 0; }
  const std::string& one_of(const std::vector<std::string>& all) {
    return all[static_cast<std::size_t>(pick(static_cast<int>(all.size())))];
  }

  std::string noise() {
    std::string text;
    for (int i = pick(one_in(10) ? 6000 : 40); i > 0; --i) text += static_cast<char>(pick(256));
    return text;
  }

  Inbound offered_button() {
    const auto& pending = x_talk.now().pending;
    if (!pending || pending->choices.empty()) return x_talk.next(Text{one_of(kTexts), false});
    return x_talk.next(Chosen{
        pending->choices[static_cast<std::size_t>(pick(static_cast<int>(pending->choices.size())))]
            .id});
  }

  std::mt19937 x_random;
  Talk x_talk;
};

// What must hold after each turn, given all turns before.
class Watch {
 public:
  explicit Watch(const Practice& practice) : x_practice(practice) {}

  void check(const Case& before, const Inbound& inbound, const Turn& turn) {
    check_pure(before, inbound, turn);
    check_score(turn);
    check_replies(inbound, turn);
    check_case(before, turn);
    check_effects(turn);
    check_progress(turn);
    check_handoff(turn);
  }

 private:
  void check_pure(const Case& before, const Inbound& inbound, const Turn& turn) {
    const Turn again = take_turn(x_practice, stored_and_read(before), inbound);
    CHECK(again.after == turn.after);
    CHECK(again.replies == turn.replies);
    CHECK(again.effects == turn.effects);
    CHECK(again.reading == turn.reading);
    CHECK(again.parked == turn.parked);
    CHECK(stored_and_read(turn.after) == turn.after);
    CHECK(turn.after.version == before.version + 1);
  }

  void check_score(const Turn& turn) {
    int sum = 0;
    for (const scoring::Reason& reason : turn.score.reasons) sum += reason.points;
    CHECK(sum == turn.score.total);
    CHECK(turn.score.fit + turn.score.intent == turn.score.total);
    CHECK(turn.after.tier.total == turn.score.total);
  }

  // `repeat`, and only it, may say the same twice running.
  void check_replies(const Inbound& inbound, const Turn& turn) {
    for (const Reply& reply : turn.replies) CHECK_FALSE(reply.text.empty());
    if (!turn.after.owner.empty() || x_episode != turn.after.episode.number)
      x_question.clear();  // somebody else spoke, or all begins anew
    x_episode = turn.after.episode.number;
    const bool quiet = std::holds_alternative<Tick>(inbound.body) ||
                       std::holds_alternative<PageEvent>(inbound.body);
    if (quiet || !turn.after.owner.empty()) {
      CHECK(turn.replies.empty());
      return;
    }
    CHECK_FALSE(turn.replies.empty());
    if (!turn.after.pending) return x_question.clear();
    const std::string& question = turn.replies.back().text;
    if (turn.reading.control != Control::repeat) CHECK(question != x_question);
    x_question = question;
  }

  void check_case(const Case& before, const Turn& turn) {
    std::set<std::string> fields;
    for (const Fact& fact : turn.after.facts) {
      CHECK(x_practice.dictionary.find(fact.field));
      CHECK(fields.insert(fact.field).second);
    }
    CHECK(asks_what_can_be_asked(turn));
    CHECK(turn.after.consents.size() >= before.consents.size());
    CHECK(std::equal(before.consents.begin(), before.consents.end(), turn.after.consents.begin()));
  }

  bool asks_what_can_be_asked(const Turn& turn) const {
    const std::string asked = asks(turn.after);
    if (asked.empty() || x_practice.profile.consent(asked)) return true;
    const flows::Flow* flow = x_practice.flows.find(turn.after.episode.flow);
    const flows::Item* item = flow ? flow->item(turn.after.pending->item) : nullptr;
    return item && item->kind == flows::ItemKind::ask &&
           x_practice.dictionary[item->field].id == asked &&
           std::find(turn.parked.begin(), turn.parked.end(), asked) == turn.parked.end();
  }

  void check_effects(const Turn& turn) {
    for (const Effect& effect : turn.effects) {
      INFO(effect.key);
      CHECK(x_keys.insert(effect.key).second);
      if (effect.kind == EffectKind::hand_off) CHECK(++x_handoffs[turn.after.episode.number] == 1);
    }
  }

  void check_progress(const Turn& turn) {
    for (const Reply& reply : turn.replies) {
      if (!reply.progress || reply.progress->total == 0) continue;
      CHECK(reply.progress->done <= reply.progress->total);
      int& before = x_progress[turn.after.episode.number];
      const int percent = reply.progress->done * 100 / reply.progress->total;
      CHECK(percent >= before);
      before = percent;
    }
  }

  void check_handoff(const Turn& turn) {
    const auto& handoff = turn.after.episode.handoff;
    if (!handoff) return;
    const auto summary = nlohmann::json::parse(handoff->summary, nullptr, false);
    REQUIRE(summary.is_object());
    CHECK(summary.contains("text"));
    CHECK(x_practice.routing.queue(handoff->queue));
    CHECK(turn.qualification.decision == "forward");
  }

  const Practice& x_practice;
  std::string x_question;
  int x_episode = 0;
  std::set<std::string> x_keys;
  std::map<int, int> x_handoffs;  // by episode
  std::map<int, int> x_progress;
};

std::string in_words(const Inbound& inbound) {
  const std::string body = body_of(inbound);
  return nlohmann::json(body).dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
}

void play(const PracticePtr& practice, unsigned seed) {
  RandomTalk random(practice, seed);
  Watch watch(*practice);
  std::string so_far;
  const int length = 1 + static_cast<int>(seed) % kInbounds;
  for (int i = 0; i < length; ++i) {
    const Inbound inbound = random.next();
    const Case before = random.talk().now();
    so_far += "\n" + in_words(inbound);
    INFO("seed " << seed << so_far);
    const Turn& turn = random.talk().takes(inbound);
    INFO(random.talk().said());
    watch.check(before, inbound, turn);
  }
}

}  // namespace

TEST_CASE("what holds in every conversation holds in random ones at Lakeside") {
  const PracticePtr lakeside = practice_in("flows/practices/lakeside");
  for (unsigned seed = 1; seed <= kConversations; ++seed) play(lakeside, seed);
}

TEST_CASE("what holds in every conversation holds in random ones at the small clinic") {
  for (unsigned seed = 1; seed <= kConversations / 3; ++seed) play(clinic(), seed);
}

}  // namespace anteroom::turn
