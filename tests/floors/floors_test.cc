// The floors of docs/design.md: which room may include which, and which file may name which
// library. A breach is told with file and line.
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace fs = std::filesystem;

namespace {

struct Room {
  std::string folder;                // longest match wins
  std::vector<std::string> may_see;  // other rooms, by folder
};

const std::vector<Room> kRooms = {
    {"base", {}},
    {"practice", {"base"}},
    {"flows", {"base", "practice"}},
    {"scoring", {"base", "practice"}},
    {"bot/understanding", {"base", "practice", "bot/understanding/classifier"}},
    {"bot/understanding/classifier", {"base"}},
    {"bot/handoff", {"base", "practice", "flows", "scoring"}},
    {"bot/turn",
     {"base", "practice", "flows", "scoring", "bot/understanding", "bot/understanding/classifier",
      "bot/handoff"}},
    {"channels", {"base"}},
    {"store", {"base"}},
    {"web_widget", {}},
    {"bot",
     {"base", "practice", "flows", "scoring", "bot/understanding", "bot/understanding/classifier",
      "bot/handoff", "bot/turn", "channels", "store", "web_widget"}},
};

struct Library {
  std::string header;                // as a regular expression on what stands between < and >
  std::vector<std::string> may_use;  // files or folders
};

const std::vector<Library> kLibraries = {
    {"yaml-cpp/.*", {"base/document.cc"}},
    {"unicode/.*", {"base/text.cc", "practice/message.cc"}},
    {"sqlite3.h", {"store"}},
    {"libpq-fe.h", {"store"}},
    {"sodium.h", {"store", "bot/clock.cc", "bot/main.cc"}},
    {"boost/(asio|beast).*", {"channels", "bot/server_program.cc"}},
    {"openssl/.*", {"channels"}},
    {"phonenumbers/.*", {"bot/understanding"}},
    {"linear.h", {"bot/understanding/classifier/linear.cc"}},
    {"libstemmer.h", {"bot/understanding/classifier/stemmer.cc"}},
    {"spdlog/.*", {"bot/log.cc"}},
    {"CLI/.*", {"bot/commands", "bot/main.cc"}},
    {"date/.*", {"base/moment.cc"}},
    {"random|time.h|ctime|sys/time.h|sys/random.h", {}},
    {"thread|mutex|condition_variable|future",
     {"store", "base/moment.cc", "practice/message.cc", "bot/back_room.h", "bot/mailbox.h",
      "bot/log.cc", "bot/practice_watch.h", "bot/understanding/classifier/side_by_side.cc",
      "bot/understanding/classifier/model_shelf.h"}},
    {"fstream|filesystem|iostream",
     {"bot", "store", "!bot/turn", "!bot/handoff", "!bot/understanding"}},
};

// The clock: one file reads it.
const std::regex kClock(
    R"((system_clock|steady_clock|high_resolution_clock)::now|\btime\(nullptr\)|\bclock_gettime\b)");
const std::string kClockFile = "bot/clock.cc";

bool is_below(const std::string& path, const std::string& folder) {
  return path == folder || path.rfind(folder + "/", 0) == 0;
}

const Room* room_of(const std::string& path) {
  const Room* best = nullptr;
  for (const Room& room : kRooms) {
    if (is_below(path, room.folder) && (!best || room.folder.size() > best->folder.size()))
      best = &room;
  }
  return best;
}

bool may_use(const Library& library, const std::string& path) {
  bool allowed = false;
  for (const std::string& place : library.may_use) {
    if (place.front() == '!' && is_below(path, place.substr(1))) return false;
    if (is_below(path, place)) allowed = true;
  }
  return allowed;
}

std::string breach_of_include(const std::string& path, const std::string& included) {
  const Room* room = room_of(path);
  const Room* other = room_of(included);
  if (!other || other == room) return {};
  for (const std::string& seen : room->may_see) {
    if (other->folder == seen) return {};
  }
  return "room " + room->folder + " may not see " + other->folder + " (" + included + ")";
}

std::string breach_of_library(const std::string& path, const std::string& header) {
  for (const Library& library : kLibraries) {
    if (std::regex_match(header, std::regex(library.header)) && !may_use(library, path))
      return "this file may not use <" + header + ">";
  }
  return {};
}

std::string breach_in_line(const std::string& path, const std::string& line) {
  static const std::regex kOwn(R"re(^\s*#\s*include\s*"([^"]+)")re"),
      kForeign(R"re(^\s*#\s*include\s*<([^>]+)>)re");
  std::smatch match;
  if (std::regex_search(line, match, kOwn)) return breach_of_include(path, match[1]);
  if (std::regex_search(line, match, kForeign)) return breach_of_library(path, match[1]);
  if (path != kClockFile && std::regex_search(line, kClock))
    return "only " + kClockFile + " reads a clock";
  return {};
}

std::vector<std::string> breaches_in(const std::string& path, std::istream& in) {
  std::vector<std::string> breaches;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    const std::string breach = breach_in_line(path, line);
    if (!breach.empty()) breaches.push_back(path + ":" + std::to_string(number) + ": " + breach);
  }
  return breaches;
}

std::vector<std::string> breaches_of(const std::string& path, const std::string& text) {
  std::istringstream in(text);
  return breaches_in(path, in);
}

}  // namespace

TEST_CASE("no file breaks the floors") {
  int files = 0;
  for (const Room& room : kRooms) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(room.folder)) {
      const std::string extension = entry.path().extension().string();
      if (extension != ".h" && extension != ".cc") continue;
      const std::string path = entry.path().generic_string();
      if (room_of(path) != &room) continue;
      ++files;
      std::ifstream in(path);
      for (const std::string& breach : breaches_in(path, in)) FAIL_CHECK(breach);
    }
  }
  CHECK(files > 100);
}

TEST_CASE("a breach is found, with file and line") {
  CHECK(breaches_of("flows/flow.h", "\n#include \"scoring/scoring.h\"\n") ==
        std::vector<std::string>{
            "flows/flow.h:2: room flows may not see scoring (scoring/scoring.h)"});
  CHECK(breaches_of("channels/web/x.cc", "#include \"store/store.h\"").size() == 1);
  CHECK(breaches_of("store/x.cc", "#include \"channels/web/server.h\"").size() == 1);
  CHECK(breaches_of("base/fact.h", "#include <yaml-cpp/yaml.h>").size() == 1);
  CHECK(breaches_of("bot/turn/draft.h", "#include \"bot/desk.h\"").size() == 1);
  CHECK(breaches_of("bot/turn/draft.h", "#include <fstream>").size() == 1);
  CHECK(breaches_of("scoring/scoring.cc", "auto now = std::chrono::system_clock::now();").size() ==
        1);
  CHECK(breaches_of("bot/desk.cc", "#include \"bot/turn/draft.h\"\n#include \"store/store.h\"")
            .empty());
}
