// Cuts, temperatures and figures, against numbers worked out by hand.
#include <catch2/catch.hpp>

#include "bot/understanding/classifier/examples.h"
#include "bot/understanding/classifier/figures.h"

namespace anteroom::classifier {
namespace {

constexpr std::uint16_t kOutside = 0;

Judged judged(std::uint16_t label, std::uint16_t best, float score, double confidence = 0.5) {
  return {label, {best, score, confidence}, false};
}

// Class 0 is out of scope. Ten in scope, of which one is taken for another; four out of scope.
std::vector<Judged> small_set() {
  std::vector<Judged> all;
  for (int i = 1; i <= 9; ++i) all.push_back(judged(1, 1, static_cast<float>(i)));
  all.push_back(judged(1, 2, 5.5f));
  for (const float score : {0.1f, 0.2f, 0.3f, 6.5f}) all.push_back(judged(kOutside, 2, score));
  return all;
}

}  // namespace

TEST_CASE("the best in scope, its score and its confidence") {
  const std::vector<float> decisions{0.8f, 0.2f, 0.6f};
  const Choice choice = choose(decisions, kOutside, 1.0);
  CHECK(choice.best == 2);
  CHECK(choice.score == Approx(0.6 - 0.5 * 0.8));
  const double sum = std::exp(0.8) + std::exp(0.2) + std::exp(0.6);
  CHECK(choice.confidence == Approx(std::exp(0.6) / sum));
  CHECK(choose(decisions, kNoClass, 1.0).best == 0);
}

TEST_CASE("probabilities sum to one, however large the decisions") {
  std::vector<double> likely(3);
  probabilities(std::vector<float>{1000.0f, -1000.0f, 999.0f}, 10.0, likely);
  CHECK(likely[0] + likely[1] + likely[2] == Approx(1.0));
  CHECK(likely[0] > 0.99);
}

TEST_CASE("figures at a cut") {
  const CutFigures figures = figures_at(2.0f, small_set(), kOutside);
  CHECK(figures.in_scope_accuracy == Approx(0.8));  // one rejected, one taken for another
  CHECK(*figures.oos_recall == Approx(0.75));
  CHECK(*figures.oos_precision == Approx(0.75));
  CHECK(*figures.oos_f1 == Approx(0.75));
  CHECK_FALSE(figures_at(2.0f, {judged(1, 1, 1.0f)}, kOutside).oos_recall);
}

TEST_CASE("cuts") {
  const std::vector<Judged> all = small_set();
  CHECK(cut_at_false_rejection(all, kOutside, 0.0) == 1.0f);
  CHECK(cut_at_false_rejection(all, kOutside, 0.2) == 3.0f);
  CHECK(best_cut(all, kOutside) == 1.0f);  // three of four go, none in scope
  const float alarmed = cut_at_false_alarms(all, kOutside, 0.25);  // one of four may pass
  CHECK(alarmed > 0.3f);
  CHECK(alarmed < 6.5f);
  CHECK(cut_at_false_alarms(all, kOutside, 0.0) > 6.5f);
  CHECK(cut_at_false_alarms(all, kOutside, 1.0) < -1e9f);
  std::vector<Judged> hard = all;  // of what is out of scope only the hard texts bound the cut
  for (Judged& one : hard) one.hard = one.label == kOutside && one.choice.score < 1;
  CHECK(cut_at_false_alarms(hard, kOutside, 0.0) < 1.0f);
  std::vector<Judged> caught = all;
  for (Judged& one : caught) one.caught = one.choice.score < 4;
  CHECK(cut_at_false_rejection(caught, kOutside, 0.0) == 4.0f);
}

TEST_CASE("calibration: confidence against what is right") {
  std::vector<Judged> all;
  for (int i = 0; i < 10; ++i) all.push_back(judged(1, i < 8 ? 1 : 2, 1, 0.8));
  CHECK(calibration_error(all, kOutside) == Approx(0.0).margin(1e-9));
  for (Judged& one : all) one.choice.confidence = 0.95;
  CHECK(calibration_error(all, kOutside) == Approx(0.15));
}

TEST_CASE("what is taken for what") {
  const auto pairs = confusions(small_set(), 2.0f, kOutside);
  REQUIRE(pairs.size() == 3);
  CHECK(pairs.front().texts == 1);
  const auto classes = figures_by_class(small_set(), 2.0f, kOutside, 3);
  CHECK(classes[1].texts == 10);
  CHECK(classes[1].right == 8);
  CHECK(classes[0].taken == 4);
}

TEST_CASE("bad rows are told with their line, the rest is read") {
  Diagnostics found;
  const auto examples = read_examples("x.jsonl",
                                      "{\"text\":\"a\",\"label\":\"b\",\"more\":1}\r\n"
                                      "\n"
                                      "not json\n"
                                      "[1]\n"
                                      "{\"label\":\"b\"}\n"
                                      "{\"text\":5,\"label\":\"b\"}\n"
                                      "{\"text\":\"a\",\"label\":\" \"}\n"
                                      "{\"text\":\"last\",\"label\":\"c\"}",
                                      found);
  REQUIRE(examples.size() == 2);
  CHECK(examples[0].example == Example{"a", "b"});
  CHECK(examples[1].line == 8);
  const auto mistakes = found.sorted();
  REQUIRE(mistakes.size() == 5);
  CHECK(
      to_text(mistakes[0]) ==
      R"(x.jsonl:3:1: error: this line is no JSON object; each line is {"text":"...","label":"..."})");
  CHECK(mistakes[4].place.line == 7);
}

}  // namespace anteroom::classifier
