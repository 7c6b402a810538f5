// The figures of ./dev bench on the machine at hand, in a few minutes. Absolute figures move from
// machine to machine and from run to run; compare rows of one run.
#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "bot/practice_folder.h"
#include "tests/bench/measures.h"

using namespace anteroom;

namespace {

struct Options {
  bench::Programs programs;
  std::string json;
  std::vector<std::string> only;
};

// Ten thousand connections need as many files, here and in the servers, which inherit this.
void raise_file_limit() {
  rlimit files{};
  ::getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &files);
}

std::shared_ptr<const turn::Practice> load(const std::string& folder) {
  const auto files = bot::read_practice_folder(folder);
  Diagnostics found;
  return files ? turn::load_practice(*files, found) : nullptr;
}

class Run {
 public:
  Run(const Options& options, bench::Report& report) : x_options(options), x_report(report) {}

  Result<void> all() {
    Result<void> done;
    if (wanted("pieces") || wanted("understanding") || wanted("stores")) done = in_process();
    if (done && (wanted("closed") || wanted("paced") || wanted("memory"))) done = over_web_socket();
    return done;
  }

 private:
  bool wanted(const std::string& what) const {
    const auto& only = x_options.only;
    return only.empty() || std::find(only.begin(), only.end(), what) != only.end();
  }

  Result<void> in_process() {
    const auto practice = load(x_options.programs.practice);
    if (!practice)
      return failure(x_options.programs.practice, "it cannot be loaded; see `anteroom check`");
    if (wanted("pieces")) bench::measure_pieces(x_report, *practice);
    Result<void> done;
    if (wanted("understanding")) {
      bench::measure_understanding(x_report, *practice);
      done = bench::measure_held_out_fifth(x_report, x_options.programs);
    }
    if (done && wanted("stores"))
      bench::measure_stores(x_report, *practice, x_options.programs.folder);
    return done;
  }

  Result<void> over_web_socket() {
    bench::measure_sync(x_report, x_options.programs.folder);
    const auto contenders = bench::start_contenders(x_options.programs);
    if (!contenders) return tl::make_unexpected(contenders.error());
    x_report.note("A reply is " + std::to_string(contenders->front().walk.answer_bytes) +
                  " bytes on average, the echo's as well.");
    Result<void> done;
    if (wanted("closed")) done = bench::measure_closed_loops(x_report, *contenders);
    if (done && wanted("paced")) done = bench::measure_paced_load(x_report, *contenders);
    if (done && wanted("memory"))
      done = bench::measure_memory(x_report, *contenders, x_options.programs);
    return done;
  }

  const Options& x_options;
  bench::Report& x_report;
};

int run(Options options) {
  raise_file_limit();
  const auto folder = std::filesystem::temp_directory_path() / "anteroom_bench";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directory(folder);
  options.programs.folder = folder.string();
  bench::Report report;
  const auto done = Run(options, report).all();
  if (!done) {
    std::fprintf(stderr, "%s\nLogs: %s\n", to_text(done.error()).c_str(), folder.c_str());
    return 1;
  }
  report.end(options.json);
  std::filesystem::remove_all(folder);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Measures Anteroom; see docs/performance.md");
  Options options;
  options.programs.practice = "flows/practices/lakeside";
  app.add_option("--anteroom", options.programs.anteroom, "The program")->required();
  app.add_option("--echo", options.programs.echo, "The bare echo")->required();
  app.add_option("--peer", options.programs.peer, "The Node peer's script, where it is installed");
  app.add_option("--node-nlp", options.programs.node_nlp,
                 "The script that judges npm's node-nlp, where it is installed");
  app.add_option("--practice", options.programs.practice, "The practice's folder");
  app.add_option("--json", options.json, "Write the figures to this file, too");
  app.add_option("--only", options.only, "pieces, understanding, stores, closed, paced, memory");
  CLI11_PARSE(app, argc, argv);
  return run(std::move(options));
}
