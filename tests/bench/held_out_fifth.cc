// The topic classifier beside npm's node-nlp: both learn the same four fifths of the shipped
// examples and are judged by the same fifth, one after the other on the same machine.
#include <chrono>
#include <exception>
#include <fstream>
#include <thread>

#include "bot/evaluation.h"
#include "bot/understanding/classifier/corpus.h"
#include "bot/understanding/shipped_examples.h"
#include "tests/bench/measures.h"
#include "tests/support/program.h"

namespace anteroom::bench {
namespace {

using nlohmann::json;

constexpr std::size_t kHeldOut = 0;  // the number of the fold
constexpr const char* kOutOfScope = "off_topic";
constexpr std::chrono::minutes kPatience{30};

struct Parts {
  std::string language, train, test;  // files
};

struct Figures {
  double accuracy = 0;  // over the texts in scope, none rejected
  double train_seconds = 0, microseconds_p50 = 0, microseconds_p99 = 0;
};

// The classifier's own folds: what is the same text to it is not in both parts.
Parts write_parts(const std::string& language, const std::string& folder) {
  const classifier::Analyzer analyzer(classifier::shipped_wordbook(language));
  const classifier::Corpus corpus(understanding::topic_examples(language), analyzer);
  const std::string begin = folder + "/topics_" + language;
  const Parts parts{language, begin + "_train.jsonl", begin + "_test.jsonl"};
  std::ofstream train(parts.train), test(parts.test);
  for (const classifier::Row& row : corpus.rows()) {
    const json line{{"text", row.text}, {"label", corpus.labels()[row.label]}};
    (row.fold == kHeldOut ? test : train) << line.dump() << '\n';
  }
  return parts;
}

Result<Figures> by_anteroom(const Parts& parts, bool concepts) {
  bot::EvaluationFiles files;
  files.train = {parts.train};
  files.test = {parts.test};
  files.language = parts.language;
  files.out_of_scope = kOutOfScope;
  files.concepts = concepts;
  Diagnostics found;
  const auto result = bot::evaluate(files, found);
  if (!result) return failure(parts.train, to_text(found.sorted().front()));
  return Figures{result->accuracy_without_cut, result->train_seconds, result->microseconds_p50,
                 result->microseconds_p99};
}

// It learns for seconds to minutes, and says nothing meanwhile.
std::string output_of(testing::Program& program) {
  const auto end = std::chrono::steady_clock::now() + kPatience;
  while (!program.has_ended()) {
    if (std::chrono::steady_clock::now() > end) throw std::runtime_error("it does not end");
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  if (program.exit_code() != 0) throw std::runtime_error("it has failed");
  return program.output();
}

Result<Figures> by_node_nlp(const Parts& parts, const Programs& programs) {
  const std::string errors = programs.folder + "/node_nlp_" + parts.language + ".log";
  try {
    testing::Program program(
        {"node", programs.node_nlp, "--train", parts.train, "--test", parts.test, "--language",
         parts.language, "--out-of-scope", kOutOfScope},
        {}, errors);
    const json found = json::parse(output_of(program));
    return Figures{found.at("accuracy"), found.at("train_seconds"), found.at("microseconds_p50"),
                   found.at("microseconds_p99")};
  } catch (const std::exception& error) {
    return failure(programs.node_nlp, std::string(error.what()) + "; see " + errors);
  }
}

Result<void> tell(Report& report, const Parts& parts, const std::string& who,
                  const Result<Figures>& figures) {
  if (!figures) return tl::make_unexpected(figures.error());
  report.row({parts.language, who, per_cent(figures->accuracy), figure(figures->train_seconds, 2),
              figure(figures->microseconds_p50, 1), figure(figures->microseconds_p99, 1)});
  return {};
}

Result<void> compare(Report& report, const Parts& parts, const Programs& programs) {
  Result<void> done = tell(report, parts, "Anteroom's classifier", by_anteroom(parts, true));
  if (done) done = tell(report, parts, "the same without its concepts", by_anteroom(parts, false));
  if (done && !programs.node_nlp.empty())
    done = tell(report, parts, "node-nlp", by_node_nlp(parts, programs));
  return done;
}

}  // namespace

Result<void> measure_held_out_fifth(Report& report, const Programs& programs) {
  report.begin_table("The same fifth of the shipped examples, by models of the other four",
                     {"language", "who", "in scope, none rejected", "training, s",
                      "µs a text, median", "µs a text, p99"});
  Result<void> done;
  for (const std::string& language : understanding::shipped_languages())
    if (done) done = compare(report, write_parts(language, programs.folder), programs);
  if (done && programs.node_nlp.empty())
    report.note("node-nlp is not installed: the table goes without it.");
  return done;
}

}  // namespace anteroom::bench
