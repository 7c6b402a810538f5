#include "bot/input_lines.h"

#include <catch2/catch.hpp>
#include <sstream>
#include <vector>

namespace anteroom::bot {
namespace {

std::vector<std::string> lines_of(const std::string& input) {
  std::istringstream in(input);
  std::vector<std::string> lines;
  for (std::string line; next_line(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("input is read line by line, whatever its line ends and bytes") {
  using Lines = std::vector<std::string>;
  CHECK(lines_of("").empty());
  CHECK(lines_of("\n") == Lines{""});
  CHECK(lines_of("a\nb\r\n\nc") == Lines{"a", "b", "", "c"});
  CHECK(lines_of("a\rb\n") == Lines{"a\rb"});
  CHECK(lines_of(std::string("\0\xFF\n", 3)) == Lines{std::string("\0\xFF", 2)});
}

TEST_CASE("a line that is too long is cut, and the next one is whole") {
  const std::string longest(kLongestLine, 'x');
  const auto lines = lines_of(longest + "\n" + longest + "yyy\nnext\n");
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].size() == kLongestLine);
  CHECK(lines[1].size() == kLongestLine + 1);
  CHECK(lines[2] == "next");
}

}  // namespace anteroom::bot
