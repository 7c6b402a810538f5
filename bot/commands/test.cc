#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <sstream>

#include <nlohmann/json.hpp>

#include "bot/commands/commands.h"
#include "bot/conversation_test.h"
#include "bot/coverage.h"
#include "bot/practice_folder.h"

namespace anteroom::bot {
namespace {

struct Options {
  std::string folder;
  std::string filter;
  bool update = false;
  bool coverage = false;
  bool json = false;
};

std::string one_line(std::string text) {
  while (!text.empty() && text.back() == '\n') text.pop_back();
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

void print(const ConversationTest& test, const std::vector<Mismatch>& mismatches, bool as_json) {
  if (as_json) {
    nlohmann::json rows = nlohmann::json::array();
    for (const Mismatch& row : mismatches)
      rows.push_back({{"at", to_text(row.place)}, {"expected", row.expected}, {"came", row.came}});
    std::printf("%s\n",
                nlohmann::json{
                    {"conversation", test.id}, {"passed", mismatches.empty()}, {"mismatches", rows}}
                    .dump()
                    .c_str());
    return;
  }
  if (mismatches.empty()) return;
  std::printf("%s: %s failed\n", to_text(test.place).c_str(), test.id.c_str());
  for (const Mismatch& row : mismatches) {
    std::printf("  %s: expected %s; came %s\n", to_text(row.place).c_str(), row.expected.c_str(),
                one_line(row.came).c_str());
  }
}

// Columns count characters.
std::size_t byte_of(const std::string& line, int column) {
  std::size_t byte = 0;
  for (int passed = 1; byte < line.size(); ++byte) {
    const bool begins_character = (static_cast<unsigned char>(line[byte]) & 0xC0) != 0x80;
    if (begins_character && passed++ == column) break;
  }
  return byte;
}

// Replaces a value that stands on its line as it was expected, between quotes or without.
bool replace_value(std::string& line, const Mismatch& row) {
  const std::size_t begin = byte_of(line, row.place.column);
  for (const std::string quote : {"", "\"", "'"}) {
    const std::string written = quote + row.expected + quote;
    if (line.compare(begin, written.size(), written) != 0) continue;
    line.replace(begin, written.size(), row.fix);
    return true;
  }
  return false;
}

// Writes what came in place of what was expected; from the last to the first, so that columns stay
// right.
int update_file(const std::filesystem::path& path, std::vector<Mismatch> rows) {
  std::ifstream in(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  std::sort(rows.begin(), rows.end(),
            [](const Mismatch& a, const Mismatch& b) { return b.place < a.place; });
  int written = 0;
  for (const Mismatch& row : rows) {
    const std::size_t line = static_cast<std::size_t>(row.place.line - 1);
    if (!row.fix.empty() && line < lines.size()) written += replace_value(lines[line], row);
  }
  if (written == 0) return 0;
  std::ofstream out(path, std::ios::trunc);
  for (const std::string& line : lines) out << line << '\n';
  return out.flush() ? written : 0;
}

int update_files(const std::string& folder, const std::vector<Mismatch>& mismatches) {
  std::map<std::string, std::vector<Mismatch>> by_file;
  for (const Mismatch& row : mismatches) by_file[row.place.file].push_back(row);
  int written = 0;
  for (const auto& [file, rows] : by_file)
    written += update_file(std::filesystem::path(folder) / file, rows);
  return written;
}

int run(const Options& options) {
  const auto files = read_practice_folder(options.folder);
  const auto practice = practice_or_complain(options.folder);
  if (!files || !practice) return 1;
  Diagnostics found;
  const auto tests = read_conversation_tests(*files, practice.get(), found);
  for (const Diagnostic& diagnostic : found.sorted())
    std::fprintf(stderr, "%s\n", to_text(diagnostic).c_str());
  Coverage coverage;
  std::vector<Mismatch> all;
  int played = 0, failed = 0;
  for (const ConversationTest& test : tests) {
    if (test.id.find(options.filter) == std::string::npos) continue;
    const auto mismatches = play(test, practice, &coverage);
    print(test, mismatches, options.json);
    all.insert(all.end(), mismatches.begin(), mismatches.end());
    ++played;
    failed += !mismatches.empty();
  }
  if (options.coverage) std::printf("%s", coverage.report(*practice).c_str());
  if (options.update)
    std::printf("%d of %zu expectations rewritten.\n", update_files(options.folder, all),
                all.size());
  if (!options.json) std::printf("%d conversations played, %d failed.\n", played, failed);
  if (played == 0)
    std::fprintf(stderr, "no conversation's id contains '%s'\n", options.filter.c_str());
  return failed || played == 0 || found.has_errors() ? 1 : 0;
}

}  // namespace

void add_test(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "test", "Play a practice's conversations and say what did not come as expected");
  command->add_option("practice", options->folder, "The practice's folder")->required();
  command->add_option("filter", options->filter, "Only conversations whose id contains this");
  command->add_flag("--update", options->update, "Write what came in place of what was expected");
  command->add_flag("--coverage", options->coverage,
                    "Show which items and branches of the flows were reached");
  command->add_flag("--json", options->json, "One JSON object a conversation");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace anteroom::bot
