// The transcript as a panel shows it, from the log of turns.
#include "bot/history.h"

#include "tests/bot/bot_support.h"

namespace anteroom::bot {
namespace {

struct Told {
  std::unique_ptr<store::Store> store = *store::open_store("memory:");
  DeskOf one{*store, practice_of(kSmall)};
  std::vector<Taken> turns;

  explicit Told(const std::vector<Inbound>& inbounds) {
    for (const Inbound& inbound : inbounds) turns.push_back(one.take("c", inbound));
  }
  std::vector<web::Entry> history(std::uint64_t seen = 0) {
    const auto state = one.read("c");
    REQUIRE(state);
    auto entries = read_history(*store, *one.desk.practice(), **state, seen);
    REQUIRE(entries);
    return *entries;
  }
};

std::vector<Inbound> short_walk() {
  return {inbound("o", Opened{}), says("m1", "an mri", 10),
          inbound("e1", PageEvent{"page_view", "a", "/"}, 15), chooses("m2", "today", 20)};
}

std::string words(const std::vector<web::Entry>& entries) {
  std::string text;
  for (const web::Entry& entry : entries)
    text += (entry.from == web::Speaker::visitor ? "> " : "< ") + entry.said.text + "\n";
  return text;
}

}  // namespace

TEST_CASE("the transcript: what was said on both sides, in order, buttons by their labels") {
  Told told(short_walk());
  const auto entries = told.history();
  std::string expected;
  for (const Taken& taken : told.turns) {
    if (taken.version == 2) expected += "> an mri\n";
    if (taken.version == 4) expected += "> Today\n";
    for (const Reply& reply : taken.replies) expected += "< " + reply.text + "\n";
  }
  CHECK(words(entries) == expected);
  CHECK(entries.front().seq == static_cast<web::Seq>(seq_of(1, 1)));
  for (std::size_t i = 1; i < entries.size(); ++i) CHECK(entries[i - 1].seq < entries[i].seq);
  for (const web::Entry& entry : entries) {
    if (entry.said.text == "an mri") {
      CHECK(entry.id == "m1");
      CHECK(entry.seq == static_cast<web::Seq>(seq_of(2, 0)));
      CHECK(entry.at == at(10));
    }
    if (entry.said.text == "Today") CHECK(entry.id == "m2");
    if (entry.from == web::Speaker::bot) CHECK(entry.id.empty());
  }
}

TEST_CASE("only the last entry has choices, and only while its question is open") {
  Told told({inbound("o", Opened{})});
  auto entries = told.history();
  CHECK_FALSE(entries.back().said.choices.empty());
  CHECK(entries.back().said == told.turns[0].replies.back());
  for (std::size_t i = 0; i + 1 < entries.size(); ++i) CHECK(entries[i].said.choices.empty());

  told.turns.push_back(told.one.take("c", inbound("e", PageEvent{"page_view", "a", "/"}, 5)));
  CHECK_FALSE(told.history().back().said.choices.empty());  // it is still open after an event

  int second = 10;
  for (const char* text : {"an mri", "today", "510-555-0142", "yes"}) {
    told.turns.push_back(told.one.take("c", says("m" + std::to_string(second), text, second)));
    ++second;
    const auto after = told.history();
    for (std::size_t i = 0; i + 1 < after.size(); ++i) {
      CHECK(after[i].said.choices.empty());
      CHECK(after[i].said.input.empty());
      CHECK_FALSE(after[i].said.progress);
    }
  }
  REQUIRE(told.turns.back().after->episode.handoff);
  REQUIRE_FALSE(told.turns.back().after->pending);
  CHECK(told.history().back().said.choices.empty());
}

TEST_CASE("who has seen a part gets the rest, with the labels of its buttons") {
  Told told(short_walk());
  const auto all = told.history();
  for (std::size_t seen = 0; seen <= all.size(); ++seen) {
    const auto after = seen == 0 ? 0 : all[seen - 1].seq;
    INFO("seen up to " << after);
    const std::vector<web::Entry> rest(all.begin() + static_cast<std::ptrdiff_t>(seen), all.end());
    CHECK(words(told.history(static_cast<std::uint64_t>(after))) == words(rest));
  }
  CHECK(told.history(seq_of(99, 0)).empty());
}

TEST_CASE("a control's button is shown by its label, an unknown one by its id") {
  Told told({inbound("o", Opened{}), chooses("b", "@back", 5), chooses("x", "no_such_choice", 6)});
  const std::string text = words(told.history());
  CHECK(text.find("> Back\n") != std::string::npos);
  CHECK(text.find("> no_such_choice\n") != std::string::npos);
}

TEST_CASE("a transcript longer than a page is told in full") {
  std::vector<Inbound> inbounds;
  for (int i = 0; i < 450; ++i) {
    inbounds.push_back(i % 10
                           ? inbound("e" + std::to_string(i), PageEvent{"page_view", "a", "/"}, i)
                           : says("m" + std::to_string(i), "word " + std::to_string(i), i));
  }
  Told told(inbounds);
  std::vector<std::string> said;
  for (const web::Entry& entry : told.history())
    if (entry.from == web::Speaker::visitor) said.push_back(entry.said.text);
  REQUIRE(said.size() == 45);
  CHECK(said.back() == "word 440");
}

TEST_CASE("a transcript that cannot be read is an error") {
  Told told(short_walk());
  FaultyStore store(*told.store);
  store.fail_at(0, FaultyStore::Fault::fails);
  CHECK_FALSE(read_history(store, *told.one.desk.practice(), **told.one.read("c"), 0));
}

TEST_CASE("the entries of one turn: in order, the question on the last") {
  Told told({inbound("o", Opened{})});
  const Taken& first = told.turns[0];
  const auto entries = entries_of(*first.after, first.replies, at(0));
  CHECK(words(entries) == words(told.history()));
  CHECK(entries == told.history());
}

TEST_CASE("a practice's own texts name it and its number") {
  const auto practice = practice_of(kLakeside);
  const std::string text = practice_text(*practice, practice->profile.disclosure, "es");
  CHECK(text.find("Lakeside Health") != std::string::npos);
  CHECK(text.find('{') == std::string::npos);
}

}  // namespace anteroom::bot
