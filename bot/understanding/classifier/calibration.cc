#include "bot/understanding/classifier/calibration.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>

namespace anteroom::classifier {
namespace {

constexpr double kShareOutOfScope = 1.0 / 6;
constexpr double kFalseRejection = 0.05;

double log_likelihood(const Corpus& corpus, const Decisions& decisions, double temperature) {
  const std::size_t classes = corpus.classes();
  std::vector<double> likely(classes);
  double sum = 0;
  for (std::size_t i = 0; i < corpus.rows().size(); ++i) {
    probabilities(std::span(decisions).subspan(i * classes, classes), temperature, likely);
    sum += std::log(std::max(likely[corpus.rows()[i].label], 1e-12));
  }
  return sum;
}

}  // namespace

void probabilities(std::span<const float> decisions, double temperature, std::span<double> result) {
  const double highest = static_cast<double>(*std::max_element(decisions.begin(), decisions.end()));
  double sum = 0;
  for (std::size_t i = 0; i < decisions.size(); ++i) {
    result[i] = std::exp(temperature * (static_cast<double>(decisions[i]) - highest));
    sum += result[i];
  }
  for (double& likely : result) likely /= sum;
}

Choice choose(std::span<const float> decisions, std::uint16_t out_of_scope, double temperature,
              float share) {
  Choice choice{kNoClass, 0, 0};
  for (std::uint16_t i = 0; i < decisions.size(); ++i) {
    if (i == out_of_scope) continue;
    if (choice.best == kNoClass || decisions[i] > decisions[choice.best]) choice.best = i;
  }
  if (choice.best == kNoClass) return choice;
  choice.score = decisions[choice.best];
  if (out_of_scope != kNoClass) choice.score -= share * decisions[out_of_scope];
  double sum = 0;
  for (const float decision : decisions)
    sum += std::exp(temperature * static_cast<double>(decision - decisions[choice.best]));
  choice.confidence = 1.0 / sum;
  return choice;
}

std::vector<Judged> judge(const Corpus& corpus, const Decisions& decisions, double temperature,
                          std::uint16_t out_of_scope, float share) {
  const std::size_t rows = corpus.rows().size(), classes = rows ? decisions.size() / rows : 0;
  std::vector<Judged> judged;
  for (std::size_t i = 0; i < rows; ++i) {
    const Row& row = corpus.rows()[i];
    Choice choice = choose(std::span(decisions).subspan(i * classes, classes), out_of_scope,
                           temperature, share);
    if (row.settled) choice.score = std::numeric_limits<float>::lowest();
    judged.push_back({row.label, choice, row.caught, row.hard});
  }
  return judged;
}

// The likelihood has one peak over the logarithm of the temperature: golden section.
double fit_temperature(const Corpus& corpus, const Decisions& decisions) {
  constexpr double kGolden = 0.6180339887498949;
  double low = std::log(0.1), high = std::log(100.0);
  while (high - low > 0.01) {
    const double left = high - kGolden * (high - low), right = low + kGolden * (high - low);
    if (log_likelihood(corpus, decisions, std::exp(left)) <
        log_likelihood(corpus, decisions, std::exp(right)))
      low = left;
    else
      high = right;
  }
  return std::exp((low + high) / 2);
}

float cut_at_false_rejection(const std::vector<Judged>& judged, std::uint16_t out_of_scope,
                             double share) {
  constexpr float kCaught = std::numeric_limits<float>::max();
  std::vector<float> scores;
  for (const Judged& one : judged) {
    if (one.label != out_of_scope) scores.push_back(one.caught ? kCaught : one.choice.score);
  }
  if (scores.empty()) return 0;
  std::sort(scores.begin(), scores.end());
  return scores[static_cast<std::size_t>(share * static_cast<double>(scores.size()))];
}

float cut_at_false_alarms(const std::vector<Judged>& judged, std::uint16_t out_of_scope,
                          double share) {
  const bool some_hard =
      std::any_of(judged.begin(), judged.end(), [](const Judged& one) { return one.hard; });
  std::vector<float> scores;
  for (const Judged& one : judged) {
    if (one.label == out_of_scope && !one.caught && one.hard == some_hard)
      scores.push_back(one.choice.score);
  }
  std::sort(scores.begin(), scores.end(), std::greater<>());
  const auto allowed = static_cast<std::size_t>(share * static_cast<double>(scores.size()));
  constexpr float kAll = std::numeric_limits<float>::lowest();
  return allowed < scores.size() ? std::nextafter(scores[allowed], -kAll) : kAll;
}

float best_cut(const std::vector<Judged>& judged, std::uint16_t out_of_scope) {
  const auto outside = static_cast<double>(std::count_if(
      judged.begin(), judged.end(), [&](const Judged& one) { return one.label == out_of_scope; }));
  const double inside = static_cast<double>(judged.size()) - outside;
  if (outside == 0 || inside == 0)
    return cut_at_false_rejection(judged, out_of_scope, kFalseRejection);
  std::vector<Judged> by_score = judged;
  std::sort(by_score.begin(), by_score.end(),
            [](const Judged& a, const Judged& b) { return a.choice.score < b.choice.score; });
  // What the accuracy gains when everything up to a text is rejected; the highest gain is the cut.
  double gain = 0, best_gain = 0;
  float cut = by_score.front().choice.score;
  for (std::size_t i = 0; i + 1 < by_score.size(); ++i) {
    const Judged& one = by_score[i];
    if (one.label == out_of_scope)
      gain += kShareOutOfScope / outside;
    else if (one.label == one.choice.best)
      gain -= (1 - kShareOutOfScope) / inside;
    if (gain <= best_gain || by_score[i + 1].choice.score == one.choice.score) continue;
    best_gain = gain;
    cut = by_score[i + 1].choice.score;
  }
  return cut;
}

double calibration_error(const std::vector<Judged>& judged, std::uint16_t out_of_scope) {
  struct Band {
    double confidence = 0, right = 0;
  };
  std::array<Band, 10> bands;
  double count = 0;
  for (const Judged& one : judged) {
    if (one.label == out_of_scope) continue;
    ++count;
    Band& band = bands[static_cast<std::size_t>(std::min(one.choice.confidence * 10, 9.0))];
    band.confidence += one.choice.confidence;
    band.right += one.label == one.choice.best ? 1 : 0;
  }
  double error = 0;
  for (const Band& band : bands) error += std::abs(band.confidence - band.right);
  return count > 0 ? error / count : 0;
}

}  // namespace anteroom::classifier
