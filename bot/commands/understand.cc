#include <CLI/CLI.hpp>
#include <iostream>

#include <nlohmann/json.hpp>

#include "base/json_text.h"
#include "bot/clock.h"
#include "bot/commands/commands.h"
#include "bot/input_lines.h"
#include "bot/turn/take_turn.h"

namespace anteroom::bot {
namespace {

struct Options {
  std::string folder;
  std::string language;
};

// A line is a JSON object with "text", or the text itself.
std::string text_of(const std::string& line) {
  const nlohmann::json row = parse_json(line);
  if (row.is_object() && row.contains("text") && row["text"].is_string())
    return row["text"].get<std::string>();
  return line;
}

int run(const Options& options) {
  const auto practice = practice_or_complain(options.folder);
  if (!practice) return 1;
  understanding::Expectation expectation;
  expectation.language =
      options.language.empty() ? practice->profile.languages.front() : options.language;
  const Clock clock;
  for (std::string line; next_line(std::cin, line);) {
    const std::string text = turn::kept_text(text_of(line), practice->profile.bounds).text;
    std::cout << to_json(practice->reader->read(text, expectation, clock.now()), text).dump()
              << std::endl;
  }
  return 0;
}

}  // namespace

void add_understand(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "understand", "Read texts from standard input, one a line, and print what is understood");
  command->add_option("practice", options->folder, "The practice's folder")->required();
  command->add_option("--language", options->language, "The language of the conversation so far");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace anteroom::bot
