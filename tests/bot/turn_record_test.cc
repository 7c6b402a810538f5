// What a turn leaves in the store, and what comes back from it.
#include "bot/turn_record.h"

#include <nlohmann/json.hpp>
#include <random>

#include "base/case_json.h"
#include "tests/bot/bot_support.h"

namespace anteroom::bot {
namespace {

using nlohmann::json;

std::unique_ptr<store::Store> memory() { return *store::open_store("memory:"); }

const std::vector<std::string>& sentences() {
  static const std::vector<std::string> all = {
      "hi",
      "my knee hurts, oakland please",
      "an mri",
      "it's for my daughter",
      "actually it's for me",
      "I'm new",
      "today",
      "no, this month",
      "blue shield",
      "kaiser",
      "Maria Lopez",
      "510-555-0142",
      "no, 925-555-0117",
      "yes",
      "no",
      "not sure",
      "back",
      "start over",
      "skip",
      "what does it cost?",
      "I have crushing chest pain",
      "this is not an emergency, go on",
      "stop texting me",
      "prefiero en español",
      "me duele la rodilla",
      "a person please",
      "94612",
      "\xF0\x9F\xA6\xB5 \xE2\x80\xA6",
      "",
  };
  return all;
}

// Anything a visitor can do, buttons of the question asked among it.
Inbound random_inbound(std::mt19937& random, const Case& before, int number) {
  const auto pick = [&](std::size_t size) {
    return std::uniform_int_distribution<std::size_t>(0, size - 1)(random);
  };
  const std::string id = "i" + std::to_string(number);
  const int second = number * 60 + static_cast<int>(pick(50));
  const std::size_t kind = pick(10);
  if (kind == 0) return inbound(id, PageEvent{"page_view", "consult", "/consult"}, second);
  if (kind == 1) return inbound(id, Tick{}, second);
  if (kind == 2) return inbound(id, Opened{"es", "imaging"}, second);
  if (kind < 6 && before.pending && !before.pending->choices.empty())
    return chooses(id, before.pending->choices[pick(before.pending->choices.size())].id, second);
  return says(id, sentences()[pick(sentences().size())], second);
}

}  // namespace

TEST_CASE("a case read back is the case that the turn left, after every one of a hundred turns") {
  for (const unsigned seed : {1u, 2u, 3u}) {
    std::mt19937 random(seed);
    const auto store = memory();
    const auto practice = practice_of(kLakeside);
    bool handed_off = false;
    for (int number = 1; number <= 100; ++number) {
      const auto before = load_case(*store, "c");
      REQUIRE(before);
      const Inbound inbound = random_inbound(random, *before, number);
      const turn::Turn turn = turn::take_turn(*practice, *before, inbound);
      const auto done = store::commit_now(*store, record_turn(*before, turn, inbound, {}));
      REQUIRE(done.outcome == store::Outcome::committed);
      const auto after = load_case(*store, "c");
      INFO("seed " << seed << ", turn " << number);
      REQUIRE(after);
      REQUIRE(to_stored_json(*after) == to_stored_json(turn.after));
      REQUIRE(*after == turn.after);
      handed_off |= turn.after.episode.handoff.has_value();
    }
    CHECK(handed_off);
    const auto rows = rows_of(*store, "c");
    REQUIRE(rows.size() == 100);
    for (const store::TurnRow& row : rows) {
      CHECK(row.snapshot.empty() == (row.version % 8 != 1));
      CHECK(row.difference.empty() == (row.version % 8 == 1));
    }
  }
}

TEST_CASE("a row tells the turn again: its inbound, its replies, its effects") {
  const auto practice = practice_of(kSmall);
  Case before;
  before.id = "c";
  const Inbound inbound = says("m1", "an mri today, 510-555-0142", 7);
  const turn::Turn turn = turn::take_turn(*practice, before, inbound);
  const store::Commit commit = record_turn(before, turn, inbound, {{"resume", "token"}});
  CHECK(commit.turn.case_id == "c");
  CHECK(commit.turn.version == 1);
  CHECK(commit.turn.inbound_id == "m1");
  CHECK(commit.turn.conversation == "web-1");
  CHECK(commit.turn.at == at(7));
  CHECK(replies_of(commit.turn) == turn.replies);
  CHECK(inbound_of(commit.turn) == inbound);
  const json transcript = json::parse(commit.turn.transcript);
  CHECK(transcript["effects"].size() == turn.effects.size());
  CHECK(transcript["score"]["tier"] == turn.after.tier.tier);

  std::vector<std::string> look_ups;
  for (const store::LookUp& look_up : commit.look_ups)
    look_ups.push_back(look_up.kind + " " + look_up.value);
  CHECK(look_ups == std::vector<std::string>{"resume token", "phone +15105550142"});
}

TEST_CASE("a contact is looked up by what it is now, and noted once") {
  const auto practice = practice_of(kSmall);
  Case before;
  before.id = "c";
  const turn::Turn first = turn::take_turn(*practice, before, says("a", "510-555-0142"));
  const Inbound same = says("b", "an mri", 5);
  const turn::Turn second = turn::take_turn(*practice, first.after, same);
  CHECK(record_turn(first.after, second, same, {}).look_ups.empty());
  const Inbound other = says("c", "actually my number is 925-555-0117", 10);
  const turn::Turn third = turn::take_turn(*practice, second.after, other);
  const auto look_ups = record_turn(second.after, third, other, {}).look_ups;
  REQUIRE(look_ups.size() == 1);
  CHECK(look_ups[0].value == "+19255550117");
}

TEST_CASE("alerts and handoffs go to the outbox, what is said does not") {
  const auto practice = practice_of(kSmall);
  const auto store = memory();
  DeskOf one(*store, practice);
  REQUIRE(one.take("c", says("a", "I have crushing chest pain")).status == Taken::Status::taken);
  const auto alerts = store->due_outbox(at(0), 10);
  REQUIRE(alerts);
  REQUIRE(alerts->size() == 1);
  CHECK(alerts->front().kind == "alert");
  CHECK(alerts->front().case_id == "c");
  CHECK(alerts->front().state == "waiting");

  const Inbound person = says("b", "a person please", 10);
  REQUIRE(one.take("d", person).status == Taken::Status::taken);
  const auto handoffs = store->handoffs(true);
  REQUIRE(handoffs);
  REQUIRE(handoffs->size() == 1);
  CHECK(handoffs->front().case_id == "d");
  CHECK(handoffs->front().queue == "front_desk");
  CHECK(handoffs->front().state == "open");
  CHECK(json::parse(handoffs->front().summary).contains("text"));
}

TEST_CASE("a damaged record is told, with the case and without its content") {
  const auto practice = practice_of(kSmall);
  struct Damage {
    const char* what;
    std::function<void(store::Commit& first, store::Commit& second)> harm;
  };
  const std::string words = R"("words the visitor said")";
  const std::vector<Damage> all = {
      {"a snapshot cut short", [](auto& first, auto&) { first.turn.snapshot.resize(20); }},
      {"a snapshot of another kind", [&](auto& first, auto&) { first.turn.snapshot = words; }},
      {"a snapshot with a member of another kind",
       [](auto& first, auto&) { first.turn.snapshot = R"({"id":"c","version":"one"})"; }},
      {"a difference cut short", [](auto&, auto& second) { second.turn.difference.pop_back(); }},
      {"a difference of another kind",
       [&](auto&, auto& second) { second.turn.difference = words; }},
      {"a difference with a member of another kind",
       [](auto&, auto& second) { second.turn.difference = R"({"version":2,"facts":7})"; }},
      {"a difference of another turn",
       [](auto&, auto& second) { second.turn.difference = R"({"version":3})"; }},
  };
  for (const Damage& damage : all) {
    INFO(damage.what);
    const auto store = memory();
    Case before;
    before.id = "c";
    const Inbound one = says("a", "an mri"), two = says("b", "today", 5);
    const turn::Turn first = turn::take_turn(*practice, before, one);
    const turn::Turn second = turn::take_turn(*practice, first.after, two);
    store::Commit first_commit = record_turn(before, first, one, {});
    store::Commit second_commit = record_turn(first.after, second, two, {});
    damage.harm(first_commit, second_commit);
    REQUIRE(store::commit_now(*store, first_commit).outcome == store::Outcome::committed);
    REQUIRE(store::commit_now(*store, second_commit).outcome == store::Outcome::committed);
    const auto loaded = load_case(*store, "c");
    REQUIRE_FALSE(loaded);
    CHECK(to_text(loaded.error()).find("case c cannot be read") != std::string::npos);
    CHECK(to_text(loaded.error()).find("visitor") == std::string::npos);
  }
}

TEST_CASE("a damaged transcript gives no inbound and no replies") {
  store::TurnRow row;
  for (const char* transcript : {"", "{", "[]", "7", "{}", R"({"inbound":7,"replies":7})",
                                 R"({"inbound":{"id":1},"replies":[7,{"text":7}]})"}) {
    INFO(transcript);
    row.transcript = transcript;
    CHECK_FALSE(inbound_of(row));
    CHECK(replies_of(row).empty());
  }
}

}  // namespace anteroom::bot
