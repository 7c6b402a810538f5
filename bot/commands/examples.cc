#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>

#include <nlohmann/json.hpp>

#include "bot/commands/commands.h"
#include "bot/input_lines.h"
#include "bot/labelling.h"

namespace anteroom::bot {
namespace {

using nlohmann::json;

constexpr const char* kLabelled = "examples/labelled.jsonl";

struct Options {
  std::string folder;
  std::string store = "sqlite:anteroom.db";
  std::string id;
  std::string topic;
  bool json = false;
};

int complain(const Error& error) {
  std::fprintf(stderr, "%s\n", to_text(error).c_str());
  return 1;
}

void print(const FellBack& message, bool as_json) {
  if (as_json) {
    json guesses = json::array();
    for (const TopicGuess& guess : message.reading.candidates)
      guesses.push_back({{"topic", guess.topic}, {"confidence", guess.confidence}});
    std::cout << json{{"id", message.id},
                      {"at", to_text(message.at)},
                      {"text", message.text},
                      {"language", message.language},
                      {"band", std::string(to_text(message.reading.band))},
                      {"candidates", std::move(guesses)}}
                     .dump(-1, ' ', false, json::error_handler_t::replace)
              << std::endl;
    return;
  }
  std::cout << message.id << "  " << message.text << "\n";
  for (const TopicGuess& guess : message.reading.candidates)
    std::printf("    %-18s %.2f\n", guess.topic.c_str(), guess.confidence);
  std::fflush(stdout);
}

int review(const Options& options) {
  const auto practice = practice_or_complain(options.folder);
  const auto store = practice ? store_or_complain(options.store) : nullptr;
  if (!store) return 1;
  const auto seen = each_fell_back(*store, *practice, [&](const FellBack& message) {
    print(message, options.json);
    return true;
  });
  return seen ? 0 : complain(seen.error());
}

int no_such_topic(const turn::Practice& practice, const std::string& id) {
  std::string all;
  for (const std::string_view topic : base_topics()) all += " " + std::string(topic);
  for (const Topic& topic : practice.understanding.topics) {
    if (!is_base_topic(topic.id)) all += " " + topic.id;
  }
  std::fprintf(stderr, "%s: is no topic; there is%s\n", id.c_str(), all.c_str());
  return 1;
}

// Every line is written whole, at the end of the file.
int append(const std::string& folder, const std::string& line) {
  const std::filesystem::path file = std::filesystem::path(folder) / kLabelled;
  std::error_code error;
  std::filesystem::create_directories(file.parent_path(), error);
  std::ofstream out(file, std::ios::app | std::ios::binary);
  out << line << '\n' << std::flush;
  if (out) return 0;
  return complain({file.string(), "cannot be written"});
}

int label_one(const Options& options, const turn::Practice& practice, store::Store& store) {
  if (!practice.understanding.knows(options.topic)) return no_such_topic(practice, options.topic);
  const auto message = message_of(store, options.id);
  if (!message) return complain(message.error());
  return append(options.folder, example_line(*message, options.topic));
}

// One message after the other; a topic labels it, an empty line leaves it, "q" ends.
int label_all(const Options& options, const turn::Practice& practice, store::Store& store) {
  int exit_code = 0;
  const auto seen = each_fell_back(store, practice, [&](const FellBack& message) {
    print(message, false);
    std::cout << "topic? " << std::flush;
    for (std::string topic; next_line(std::cin, topic);) {
      if (topic == "q") return false;
      if (topic.empty()) return true;
      if (practice.understanding.knows(topic)) {
        exit_code = append(options.folder, example_line(message, topic));
        return exit_code == 0;
      }
      no_such_topic(practice, topic);
      std::cout << "topic? " << std::flush;
    }
    return false;
  });
  return seen ? exit_code : complain(seen.error());
}

int label(const Options& options) {
  const auto practice = practice_or_complain(options.folder);
  const auto store = practice ? store_or_complain(options.store) : nullptr;
  if (!store) return 1;
  return options.id.empty() ? label_all(options, *practice, *store)
                            : label_one(options, *practice, *store);
}

void add_common(CLI::App& command, const std::shared_ptr<Options>& options) {
  command.add_option("practice", options->folder, "The practice's folder")->required();
  command.add_option("--store", options->store, "Where conversations are stored, sqlite:FILE")
      ->capture_default_str();
}

}  // namespace

void add_examples(CLI::App& app, int& exit_code) {
  CLI::App* examples = app.add_subcommand(
      "examples", "Messages that were not understood: list them, and say what they are about");
  examples->require_subcommand(1);
  auto options = std::make_shared<Options>();
  CLI::App* listing = examples->add_subcommand("review", "List messages that fell back");
  add_common(*listing, options);
  listing->add_flag("--json", options->json, "One JSON object a line");
  listing->callback([options, &exit_code] { exit_code = review(*options); });

  CLI::App* labelling = examples->add_subcommand(
      "label", "Make a message an example of a topic; without ID one after the other is asked");
  add_common(*labelling, options);
  CLI::Option* id = labelling->add_option("id", options->id, "As listed by review");
  CLI::Option* topic = labelling->add_option("topic", options->topic, "What it is about");
  id->needs(topic);
  labelling->callback([options, &exit_code] { exit_code = label(*options); });
}

}  // namespace anteroom::bot
