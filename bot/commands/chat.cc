#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>
#include <iostream>

#include <nlohmann/json.hpp>

#include "base/json_text.h"
#include "base/text.h"
#include "bot/chat_recorder.h"
#include "bot/clock.h"
#include "bot/commands/commands.h"
#include "bot/input_lines.h"
#include "bot/talk.h"
#include "bot/turn_json.h"

namespace anteroom::bot {
namespace {

using nlohmann::json;

struct Options {
  std::string folder;
  std::string channel = "web";
  std::string language;
  std::string now;
  std::string record;
  bool json = false;
};

// What one line of input stands for.
struct Line {
  Talk::Body body;
  std::optional<Moment> at;
};

std::string member(const json& object, const char* name) {
  return object.contains(name) && object[name].is_string() ? object[name].get<std::string>()
                                                           : std::string();
}

Result<Line> read_event(const json& event) {
  for (const char* name : {"topic", "page"}) {
    if (event.contains(name) && !event[name].is_string())
      return failure(std::string("event.") + name, "wanted a text, or nothing");
  }
  PageEvent read{member(event, "name"), member(event, "topic"), member(event, "page")};
  if (read.name.empty()) return failure("event.name", R"(wanted a text, like "page_view")");
  return Line{std::move(read), {}};
}

Result<Line> read_json_line(const json& object) {
  if (object.contains("at")) {
    const auto at = parse_moment(member(object, "at"));
    if (!at) return failure("at", "is not a time; a time is like 2026-11-21T09:00:00Z");
    return Line{Tick{}, at};
  }
  if (object.contains("event") && object["event"].is_object()) return read_event(object["event"]);
  if (object.contains("choice") && object["choice"].is_string())
    return Line{Chosen{member(object, "choice")}, {}};
  if (object.contains("text") && object["text"].is_string())
    return Line{Text{member(object, "text")}, {}};
  return failure("input",
                 "wanted {\"text\"}, {\"choice\"}, {\"event\": {\"name\", \"topic\"}} or {\"at\": "
                 "TIME}, or a plain line");
}

// A person may begin with a brace; a machine that does means JSON.
Result<Line> read_line(const std::string& line, bool from_machine) {
  if (line.size() > kLongestLine) return failure("input", "this line is larger than 1 MiB");
  if (!trimmed(line).starts_with('{')) return Line{Text{line}, {}};
  const json object = parse_json(line);
  if (object.is_object()) return read_json_line(object);
  if (from_machine) return failure("input", "this line is not JSON");
  return Line{Text{line}, {}};
}

void print_plain(const turn::Turn& turn) {
  for (const Reply& reply : turn.replies) {
    std::cout << reply.text << '\n';
    int number = 0;
    for (const OfferedChoice& choice : reply.choices)
      std::cout << "  " << ++number << ") " << choice.label << '\n';
  }
  std::cout << std::flush;
}

class Chat {
 public:
  Chat(std::shared_ptr<const turn::Practice> practice, Channel channel, const Options& options)
      : x_talk(practice, channel, options.language),
        x_json(options.json),
        x_fixed(parse_moment(options.now)) {}

  int run(ChatRecorder* recorder) {
    for (std::string text; next_line(std::cin, text);) {
      if (!take(text, recorder)) return 1;
    }
    return 0;
  }

 private:
  bool take(const std::string& text, ChatRecorder* recorder) {
    auto line = read_line(text, x_json);
    if (!line) {
      complain(line.error());
      return true;
    }
    if (line->at) x_fixed = line->at;
    const Moment at = x_fixed ? *x_fixed : x_clock.now();
    const auto turn = x_talk.take(std::move(line->body), at);
    if (!turn) {
      complain(turn.error());
      return false;
    }
    if (x_json)
      std::cout << turn_json(x_talk.practice(), *turn, x_talk.last_inbound()).dump() << std::endl;
    else
      print_plain(*turn);
    if (recorder) recorder->add(x_talk.last_inbound(), *turn);
    return true;
  }

  void complain(const Error& error) const {
    if (x_json)
      std::cout << json{{"error", {{"where", error.where}, {"what", error.what}}}}.dump()
                << std::endl;
    else
      std::cerr << to_text(error) << std::endl;
  }

  Talk x_talk;
  bool x_json;
  std::optional<Moment> x_fixed;
  Clock x_clock;
};

int run(const Options& options) {
  if (!options.now.empty() && !parse_moment(options.now)) {
    std::cerr << "--now: '" << options.now
              << "' is not a time; a time is like 2026-11-21T09:00:00Z\n";
    return 2;
  }
  const auto practice = practice_or_complain(options.folder);
  if (!practice) return 1;
  const auto& languages = practice->profile.languages;
  if (!options.language.empty() &&
      std::find(languages.begin(), languages.end(), options.language) == languages.end()) {
    std::cerr << "--language: this practice does not speak '" << options.language << "'\n";
    return 2;
  }
  ChatRecorder recorder(options.language);
  const int code = Chat(practice, *parse_channel(options.channel), options)
                       .run(options.record.empty() ? nullptr : &recorder);
  if (options.record.empty()) return code;
  std::ofstream out(options.record, std::ios::trunc);
  out << recorder.yaml();
  if (out.flush()) return code;
  std::cerr << options.record << ": cannot be written\n";
  return 1;
}

}  // namespace

void add_chat(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "chat", "Talk with a practice's bot in the terminal: one line in, the replies out");
  command->add_option("practice", options->folder, "The practice's folder")->required();
  command->add_option("--channel", options->channel, "web or sms")
      ->check(CLI::IsMember({"web", "sms"}));
  command->add_option("--language", options->language, "The language to begin in");
  command->add_option("--now", options->now,
                      "Begin at this time, and stay there until {\"at\": TIME}");
  command->add_option("--record", options->record,
                      "Write the chat as a conversation test to this file");
  command->add_flag("--json", options->json, "One JSON object a turn");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace anteroom::bot
