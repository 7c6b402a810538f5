// What was measured, as Markdown tables on standard output (and as JSON where asked for), with the
// project's aims beside the figures that they speak of.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace anteroom::bench {

std::string figure(double value, int decimals = 0);  // 12,345.6
std::string per_cent(double share);

class Report {
 public:
  // Prints at once, so that a long run shows how far it is. `columns` begins with what is measured.
  void begin_table(const std::string& title, std::vector<std::string> columns);
  void row(std::vector<std::string> cells);
  void note(const std::string& text);
  void aim(const std::string& what, const std::string& wanted, const std::string& found, bool met);

  void end(const std::string& json_file) const;  // the table of aims; the file, where one is named

 private:
  struct Aim {
    std::string what, wanted, found;
    bool met;
  };
  std::vector<Aim> x_aims;
  std::vector<std::string> x_columns;
  nlohmann::ordered_json x_tables = nlohmann::ordered_json::array();
};

}  // namespace anteroom::bench
