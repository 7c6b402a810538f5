#include "tests/bench/report.h"

#include <cstdio>
#include <fstream>

namespace anteroom::bench {
namespace {

void print_row(const std::vector<std::string>& cells) {
  std::string line = "|";
  for (const std::string& cell : cells) line += " " + cell + " |";
  std::printf("%s\n", line.c_str());
  std::fflush(stdout);
}

void print_head(const std::vector<std::string>& columns) {
  print_row(columns);
  std::string line = "| --- |";
  for (std::size_t i = 1; i < columns.size(); ++i) line += " ---: |";
  std::printf("%s\n", line.c_str());
}

}  // namespace

std::string figure(double value, int decimals) {
  char text[64];
  std::snprintf(text, sizeof text, "%.*f", decimals, value);
  std::string number(text);
  const std::size_t whole = number.find('.') == number.npos ? number.size() : number.find('.');
  for (std::size_t at = whole; at > 3 + (number[0] == '-');) number.insert(at -= 3, ",");
  return number;
}

std::string per_cent(double share) { return figure(100 * share) + " %"; }

void Report::begin_table(const std::string& title, std::vector<std::string> columns) {
  std::printf("\n### %s\n\n", title.c_str());
  print_head(columns);
  x_columns = std::move(columns);
  x_tables.push_back({{"title", title}, {"rows", nlohmann::ordered_json::array()}});
}

void Report::row(std::vector<std::string> cells) {
  print_row(cells);
  nlohmann::ordered_json row;
  for (std::size_t i = 0; i < cells.size() && i < x_columns.size(); ++i)
    row[x_columns[i]] = cells[i];
  x_tables.back()["rows"].push_back(std::move(row));
}

void Report::note(const std::string& text) {
  std::printf("\n%s\n", text.c_str());
  std::fflush(stdout);
}

void Report::aim(const std::string& what, const std::string& wanted, const std::string& found,
                 bool met) {
  x_aims.push_back({what, wanted, found, met});
}

void Report::end(const std::string& json_file) const {
  std::printf("\n### Aims\n\n");
  print_head({"aim", "wanted", "found", ""});
  nlohmann::ordered_json aims = nlohmann::ordered_json::array();
  for (const Aim& aim : x_aims) {
    print_row({aim.what, aim.wanted, aim.found, aim.met ? "met" : "**missed**"});
    aims.push_back(
        {{"aim", aim.what}, {"wanted", aim.wanted}, {"found", aim.found}, {"met", aim.met}});
  }
  if (json_file.empty()) return;
  std::ofstream(json_file) << nlohmann::ordered_json{{"tables", x_tables}, {"aims", aims}}.dump(2)
                           << '\n';
}

}  // namespace anteroom::bench
