// What the models are worth out of fold, and what a whole reading costs.
#include <algorithm>
#include <chrono>

#include "bot/understanding/shipped_examples.h"
#include "bot/understanding/understand.h"
#include "tests/bench/measures.h"

namespace anteroom::bench {
namespace {

using SteadyClock = std::chrono::steady_clock;
using understanding::LanguageModels;

std::string share(std::size_t part, std::size_t whole) {
  return whole == 0 ? "-" : per_cent(static_cast<double>(part) / static_cast<double>(whole));
}

void tell_topics(Report& report, const LanguageModels& models, double aim) {
  const classifier::TrainedModel& topics = *models.topics;
  report.begin_table("Topics in '" + models.language + "', each text by models that lack it",
                     {"topic", "texts", "recall", "precision"});
  for (const classifier::ClassFigures& one : topics.figures.classes)
    report.row({topics.labels[one.label], std::to_string(one.texts), share(one.right, one.texts),
                share(one.right, one.taken)});
  report.row({"in scope, none rejected", "", per_cent(topics.figures.without_cut), ""});
  report.row({"in scope, with the cut", "", per_cent(topics.figures.accuracy), ""});
  report.aim("topics in '" + models.language + "'", "≥ " + per_cent(aim),
             per_cent(topics.figures.without_cut), topics.figures.without_cut >= aim);
}

std::string finely(double share) { return figure(100 * share, 1) + " %"; }

void tell_red_flags(Report& report, const LanguageModels& models) {
  const auto& figures = models.red_flags->figures;
  report.begin_table("Emergencies in '" + models.language + "'", {"what", "share"});
  report.row({"found by patterns or, out of fold, by the model", finely(figures.recall)});
  report.row(
      {"false alarms of both, out of fold, of hard negatives", finely(figures.hard_false_alarms)});
  report.row({"false alarms of both, out of fold, of all texts that are none",
              finely(figures.false_alarms)});
  report.aim("emergencies found in '" + models.language + "'", "≥ 97 %", finely(figures.recall),
             figures.recall >= 0.97);
  report.aim("false alarms in '" + models.language + "', of hard negatives", "≤ 10 %",
             finely(figures.hard_false_alarms), figures.hard_false_alarms <= 0.10);
}

void tell_time(Report& report, const understanding::Reader& reader, const std::string& language) {
  std::vector<double> samples;
  understanding::Expectation nothing;
  nothing.language = language;
  for (const auto& example : understanding::topic_examples(language)) {
    reader.read(example.text, nothing, {});
    const auto begin = SteadyClock::now();
    reader.read(example.text, nothing, {});
    const std::chrono::duration<double, std::micro> took = SteadyClock::now() - begin;
    samples.push_back(took.count());
  }
  std::sort(samples.begin(), samples.end());
  if (samples.empty()) return;
  const double median = samples[samples.size() / 2], p99 = samples[samples.size() * 99 / 100];
  report.begin_table("A whole reading in '" + language + "', microseconds on one thread",
                     {"what", "median", "p99"});
  report.row({"every shipped example", figure(median, 1), figure(p99, 1)});
  report.aim("a reading, median", "≤ 60 µs", figure(median, 1) + " µs", median <= 60);
  report.aim("a reading, p99", "≤ 250 µs", figure(p99, 1) + " µs", p99 <= 250);
}

}  // namespace

void measure_understanding(Report& report, const turn::Practice& practice) {
  constexpr double kAimEnglish = 0.88, kAimOthers = 0.85;
  for (const auto& models : practice.reader->models().all()) {
    if (models->topics)
      tell_topics(report, *models, models->language == "en" ? kAimEnglish : kAimOthers);
    if (models->red_flags) tell_red_flags(report, *models);
    tell_time(report, *practice.reader, models->language);
  }
}

}  // namespace anteroom::bench
