#include <CLI/CLI.hpp>
#include <cmath>
#include <iostream>

#include <nlohmann/json.hpp>

#include "base/json_text.h"
#include "base/text.h"
#include "bot/clock.h"
#include "bot/commands/commands.h"
#include "bot/input_lines.h"
#include "bot/turn/take_turn.h"
#include "bot/understanding/topics.h"

namespace anteroom::bot {
namespace {

struct Options {
  std::string folder;
  std::string language;
  bool why = false;
};

// A line is a JSON object with "text", or the text itself.
std::string text_of(const std::string& line) {
  const nlohmann::json row = parse_json(line);
  if (row.is_object() && row.contains("text") && row["text"].is_string())
    return row["text"].get<std::string>();
  return line;
}

nlohmann::json why_json(const understanding::Reader& reader, const Reading& reading,
                        std::string_view language, const std::string& text) {
  const auto* models = reader.models().for_text(reading.language, language);
  if (!models || !reading.topic) return nullptr;
  const understanding::Why why = understanding::why(*models, folded(text));
  nlohmann::json weights = nlohmann::json::array();
  for (const auto& [feature, weight] : why.weights)
    weights.push_back({{"feature", feature}, {"weight", std::round(weight * 1000) / 1000}});
  return {{"topic", why.topic}, {"against", why.against}, {"weights", std::move(weights)}};
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
    const Reading reading = practice->reader->read(text, expectation, clock.now());
    nlohmann::json row = to_json(reading, text);
    if (options.why) row["why"] = why_json(*practice->reader, reading, expectation.language, text);
    std::cout << row.dump() << std::endl;
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
  command->add_flag("--why", options->why,
                    "Add what weighed most for the topic, and against the next one");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace anteroom::bot
