// What holds for every score, whatever the practice and whatever is known: asserted on random
// practices and random cases.
#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <map>
#include <numeric>

#include "tests/scoring/random_practice.h"

namespace anteroom::testing {
namespace {

using scoring::Group;
using scoring::Ledger;
using scoring::Reason;
using scoring::Scorecard;
using scoring::Scoring;

constexpr int kPractices = 60;
constexpr int kCases = 25;

FactView view_of(const Case& a_case) {
  return anteroom::view_of(a_case, clinic().dictionary, kNow);
}

template <class Check>
void for_random_scores(unsigned seed, const Check& check) {
  RandomPractice random(seed);
  for (int practice = 0; practice < kPractices; ++practice) {
    const Scoring read = random.scoring();
    for (int i = 0; i < kCases; ++i) {
      const Case a_case = random.a_case();
      INFO("seed " << seed << ", practice " << practice << ", case " << i);
      check(read, a_case, score(read, view_of(a_case), a_case.tier), random);
    }
  }
}

int sum(const std::vector<Reason>& rows, Ledger ledger) {
  return std::accumulate(rows.begin(), rows.end(), 0, [&](int total, const Reason& row) {
    return row.ledger == ledger ? total + row.points : total;
  });
}

// What the rules mean, said once more and more slowly.
int expected_of(const Scoring& read, Ledger ledger, const FactView& facts) {
  int all = 0;
  for (const Group& group : read.groups) {
    if (group.ledger != ledger) continue;
    int points = 0;
    for (const scoring::Rule& rule : group.rules) {
      if (rule.when.evaluate(facts) == Truth::yes) points += rule.points;
    }
    all += std::min(points, group.cap);
  }
  return std::min(all, ledger == Ledger::fit ? read.fit_cap : read.intent_cap);
}

std::map<std::string, int> as_map(const std::vector<Reason>& rows) {
  std::map<std::string, int> points;
  for (const Reason& row : rows) points[std::string(row.rule)] += row.points;
  return points;
}

Scoring shuffled(Scoring read, RandomPractice& random) {
  const auto shuffle = [&](auto& things) {
    for (std::size_t i = things.size(); i > 1; --i) {
      std::swap(things[i - 1], things[static_cast<std::size_t>(random.below(static_cast<int>(i)))]);
    }
  };
  shuffle(read.groups);
  for (Group& group : read.groups) shuffle(group.rules);
  return read;
}

Scoring without_questions_of_knowledge(Scoring read) {
  for (Group& group : read.groups) {
    std::erase_if(group.rules, [](const scoring::Rule& rule) {
      return rule.when.fields() != rule.when.compared() ||
             rule.when.in_words("en").find("known") != std::string::npos;
    });
  }
  return read;
}

}  // namespace

TEST_CASE("the score is the sum of its rows, always") {
  int rows = 0, caps = 0;
  for_random_scores(1, [&](const Scoring&, const Case&, const Scorecard& card, RandomPractice&) {
    CHECK(sum(card.reasons, Ledger::fit) == card.fit);
    CHECK(sum(card.reasons, Ledger::intent) == card.intent);
    CHECK(card.total == card.fit + card.intent);
    for (const Reason& row : card.reasons) {
      CHECK(row.points != 0);
      CHECK_FALSE(why(row, clinic().packs, "es").empty());
      CHECK((row.from != nullptr || row.points < 0));
      ++(row.from ? rows : caps);
    }
  });
  CHECK(rows > 1000);
  CHECK(caps > 100);
}

TEST_CASE("the score is what the rules say, and no cap is passed") {
  for_random_scores(
      2, [](const Scoring& read, const Case& a_case, const Scorecard& card, RandomPractice&) {
        const FactView facts = view_of(a_case);
        CHECK(card.fit == expected_of(read, Ledger::fit, facts));
        CHECK(card.intent == expected_of(read, Ledger::intent, facts));
        CHECK(card.fit <= read.fit_cap);
        CHECK(card.intent <= read.intent_cap);
      });
}

TEST_CASE("the order of rules and of groups never matters") {
  for_random_scores(3, [](const Scoring& read, const Case& a_case, const Scorecard& card,
                          RandomPractice& random) {
    const Scoring other = shuffled(read, random);
    const Scorecard again = score(other, view_of(a_case), a_case.tier);
    CHECK(again.fit == card.fit);
    CHECK(again.intent == card.intent);
    CHECK(again.tier->id == card.tier->id);
    CHECK(again.certainty == Approx(card.certainty));
    CHECK(as_map(again.reasons) == as_map(card.reasons));
    CHECK(again.unknown.size() == card.unknown.size());
  });
}

TEST_CASE("certainty is a share, and is one where nothing is unknown") {
  for_random_scores(4, [](const Scoring&, const Case&, const Scorecard& card, RandomPractice&) {
    CHECK(card.certainty >= 0.0);
    CHECK(card.certainty <= 1.0);
    const bool open = std::any_of(card.unknown.begin(), card.unknown.end(),
                                  [](const scoring::Rule* rule) { return rule->points != 0; });
    CHECK((card.certainty < 1.0) == open);
  });
}

// Except where a rule asks whether something is known: then an answer may raise a new question.
TEST_CASE("learning a fact never lowers certainty") {
  int rose = 0;
  for_random_scores(
      5, [&](const Scoring& read, const Case& a_case, const Scorecard&, RandomPractice& random) {
        const Scoring plain = without_questions_of_knowledge(read);
        Case wiser = a_case;
        for (const Field& field : clinic().dictionary.fields()) {
          if (!wiser.fact(field.id) && random.below(2)) wiser.facts.push_back(random.fact(field));
        }
        const double before = score(plain, view_of(a_case), {}).certainty;
        const double after = score(plain, view_of(wiser), {}).certainty;
        CHECK(after >= before - 1e-12);
        rose += after > before;
      });
  CHECK(rose > 100);
}

TEST_CASE("the same facts give the same score") {
  for_random_scores(
      6, [](const Scoring& read, const Case& a_case, const Scorecard& card, RandomPractice&) {
        const Scorecard again = score(read, view_of(a_case), a_case.tier);
        CHECK(again.total == card.total);
        CHECK(again.tier == card.tier);
        CHECK(as_map(again.reasons) == as_map(card.reasons));
      });
}

// Not run by itself: `scoring_tests "[.speed]"` prints the figure.
TEST_CASE("how long a score takes", "[.speed]") {
  const Clinic lakeside = read_clinic("flows/practices/lakeside");
  const Scoring read = read_scoring(document_of("flows/practices/lakeside/scoring.yaml"), lakeside);
  RandomPractice random(7);
  Case a_case;
  for (const Field& field : lakeside.dictionary.fields()) {
    if (random.below(2)) a_case.facts.push_back(random.fact(field));
  }
  const FactView facts = anteroom::view_of(a_case, lakeside.dictionary, kNow);
  std::size_t rules = 0;
  for (const Group& group : read.groups) rules += group.rules.size();
  constexpr int kTimes = 200000;
  int total = 0;
  const auto start = std::chrono::steady_clock::now();
  for (int i = 0; i < kTimes; ++i) total += score(read, facts, a_case.tier).total;
  const std::chrono::duration<double, std::nano> took = std::chrono::steady_clock::now() - start;
  WARN(rules << " rules: " << took.count() / kTimes << " ns a score");
  CHECK(total != 0);
}

}  // namespace anteroom::testing
