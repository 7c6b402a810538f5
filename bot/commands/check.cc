#include <CLI/CLI.hpp>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "bot/commands/commands.h"
#include "bot/conversation_test.h"
#include "bot/model_cache.h"
#include "bot/practice_folder.h"

namespace anteroom::bot {
namespace {

struct Options {
  std::string folder;
  bool json = false;
};

void print(const Diagnostic& diagnostic, bool as_json) {
  if (!as_json) {
    std::printf("%s\n", to_text(diagnostic).c_str());
    return;
  }
  const nlohmann::json row{
      {"file", diagnostic.place.file},
      {"line", diagnostic.place.line},
      {"column", diagnostic.place.column},
      {"level", diagnostic.level == Diagnostic::Level::error ? "error" : "warning"},
      {"rule", diagnostic.rule},
      {"what", diagnostic.what}};
  std::printf("%s\n", row.dump().c_str());
}

void print_verdict(const std::vector<Diagnostic>& diagnostics) {
  std::size_t errors = 0;
  for (const Diagnostic& diagnostic : diagnostics)
    errors += diagnostic.level == Diagnostic::Level::error;
  const std::size_t warnings = diagnostics.size() - errors;
  if (diagnostics.empty())
    std::printf("Everything is right.\n");
  else
    std::printf("%zu error%s, %zu warning%s.\n", errors, errors == 1 ? "" : "s", warnings,
                warnings == 1 ? "" : "s");
}

int run(const Options& options) {
  Diagnostics found;
  const auto files = read_practice_folder(options.folder, found);
  if (!files) {
    std::fprintf(stderr, "%s\n", to_text(files.error()).c_str());
    return 1;
  }
  if (!found.has_errors()) {  // else files are missing, and what names them would be called wrong
    const auto practice = turn::load_practice(*files, found, model_cache());
    read_conversation_tests(*files, practice.get(), found);
  }
  const std::vector<Diagnostic> diagnostics = found.sorted();
  for (const Diagnostic& diagnostic : diagnostics) print(diagnostic, options.json);
  if (!options.json) print_verdict(diagnostics);
  return found.has_errors() ? 1 : 0;
}

}  // namespace

void add_check(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "check", "Report every mistake and every doubt in a practice, with its place");
  command->add_option("practice", options->folder, "The practice's folder")->required();
  command->add_flag("--json", options->json, "One JSON object a line");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

std::shared_ptr<const turn::Practice> practice_or_complain(const std::string& folder) {
  const auto files = read_practice_folder(folder);
  if (!files) {
    std::fprintf(stderr, "%s\n", to_text(files.error()).c_str());
    return nullptr;
  }
  Diagnostics found;
  auto practice = turn::load_practice(*files, found, model_cache());
  if (practice) return practice;
  for (const Diagnostic& diagnostic : found.sorted()) {
    if (diagnostic.level == Diagnostic::Level::error)
      std::fprintf(stderr, "%s\n", to_text(diagnostic).c_str());
  }
  return nullptr;
}

}  // namespace anteroom::bot
