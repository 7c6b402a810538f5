#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <sstream>

#include "channels/web/address.h"
#include "channels/web/limits.h"

using namespace anteroom::web;

namespace {

const Limit& limit(std::string_view name) {
  for (const Limit& known : limits())
    if (known.name == name) return known;
  FAIL("no limit " << name);
  return limits().front();
}

std::string wrong(std::string_view assignment) {
  ServerSettings settings;
  const auto set = set_limit(settings, assignment);
  return set ? std::string() : to_text(set.error());
}

std::string cell(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" `");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" `") - first + 1));
}

using Row = std::vector<std::string>;

// The rows of the page's tables that begin with a name in `backquotes`, by that name.
std::map<std::string, Row> documented_rows() {
  std::ifstream file("docs/operations.md");
  REQUIRE(file);
  std::map<std::string, Row> rows;
  std::string line;
  bool in_limits = false;
  while (std::getline(file, line)) {
    if (line.rfind("## ", 0) == 0) in_limits = line == "## Limits";
    if (!in_limits || line.rfind("| `", 0) != 0) continue;
    Row row;
    std::istringstream cells(line.substr(1));
    for (std::string text; std::getline(cells, text, '|');) row.push_back(cell(text));
    rows[row.at(0)] = row;
  }
  return rows;
}

}  // namespace

TEST_CASE("docs/operations.md lists the limits as they are", "[web][limits]") {
  const auto rows = documented_rows();
  CHECK(rows.size() == limits().size());
  const ServerSettings defaults;
  for (const Limit& known : limits()) {
    INFO(known.name);
    const auto row = rows.find(std::string(known.name));
    REQUIRE(row != rows.end());
    REQUIRE(row->second.size() == 6);
    CHECK(row->second[1] == known.bounds);
    CHECK(row->second[2] == known.unit);
    CHECK(std::stod(row->second[3]) == value_of(known, defaults));
    CHECK(std::stod(row->second[4]) == known.least);
    CHECK(std::stod(row->second[5]) == known.most);
  }
}

TEST_CASE("each limit can be set to its least and its most, and no other changes",
          "[web][limits]") {
  for (const Limit& known : limits()) {
    for (const double value : {known.least, known.most}) {
      ServerSettings settings;
      const std::string text = std::string(known.name) + "=" + std::to_string(value);
      INFO(text);
      REQUIRE(set_limit(settings, text));
      for (const Limit& other : limits())
        CHECK(value_of(other, settings) ==
              (other.name == known.name ? value : value_of(other, ServerSettings{})));
    }
  }
}

TEST_CASE("a limit reaches its field", "[web][limits]") {
  ServerSettings settings;
  REQUIRE(set_limit(settings, "frames_per_second=2.5"));
  REQUIRE(set_limit(settings, "hello_time=0.25"));
  REQUIRE(set_limit(settings, "frame_bytes=2048"));
  CHECK(settings.chat.frames.per_second == 2.5);
  CHECK(settings.chat.hello == Milliseconds(250));
  CHECK(settings.chat.frame_bytes == 2048);
  CHECK(value_of(limit("hello_time"), settings) == 0.25);
}

TEST_CASE("a wrong limit is told what would be right", "[web][limits]") {
  CHECK(wrong("frame_per_second=5") ==
        "frame_per_second: there is no limit of this name; did you mean 'frames_per_second'?");
  CHECK(wrong("speed=5").find("speed: there is no limit of this name; there is connections, ") ==
        0);
  CHECK(wrong("") != "");
  CHECK(wrong("chats") == "chats: wanted NAME=VALUE");
  const std::string whole = "chats: wanted a whole number from 1 to 10000000";
  for (const char* value : {"", "many", "1.5", "-1", "0", "10000001", "1e3", "0x10", " 7", "7 ",
                            "inf", "nan", "99999999999999999999999999"}) {
    INFO(value);
    CHECK(wrong("chats=" + std::string(value)) == whole);
  }
  CHECK(wrong("hello_time=0") == "hello_time: wanted a number (seconds) from 0.01 to 3600");
}

TEST_CASE("addresses are read with and without a port", "[web][limits]") {
  CHECK(parse_address("203.0.113.9") == parse_address("203.0.113.9:4711"));
  CHECK(parse_address("203.0.113.9") == parse_address("::ffff:203.0.113.9"));
  CHECK(parse_address("2001:db8::1") == parse_address("[2001:db8::1]:80"));
  CHECK(parse_address("2001:db8::1") == parse_address("[2001:DB8:0::1]"));
  for (const char* none : {"", "unknown", "_hidden", "203.0.113", "[::1", "1.2.3.4.5", "::1::"})
    CHECK_FALSE(parse_address(none));
}

TEST_CASE("an IPv6 visitor counts by the network", "[web][limits]") {
  const auto counted = [](std::string_view text) { return counted_as(*parse_address(text)); };
  CHECK(counted("2001:db8:1:2::1") == counted("2001:db8:1:2:ffff::9"));
  CHECK(counted("2001:db8:1:2::1") != counted("2001:db8:1:3::1"));
  CHECK(counted("203.0.113.9") != counted("203.0.113.8"));
}

TEST_CASE("blocks of addresses", "[web][limits]") {
  const auto holds = [](std::string_view block, std::string_view address) {
    return parse_address_block(block).value().holds(*parse_address(address));
  };
  CHECK(holds("127.0.0.1", "127.0.0.1"));
  CHECK_FALSE(holds("127.0.0.1", "127.0.0.2"));
  CHECK(holds("172.16.0.0/12", "172.31.255.255"));
  CHECK_FALSE(holds("172.16.0.0/12", "172.32.0.0"));
  CHECK(holds("2001:db8::/33", "2001:db8:7fff::1"));
  CHECK_FALSE(holds("2001:db8::/33", "2001:db8:8000::1"));
  CHECK(holds("0.0.0.0/0", "8.8.8.8"));
  CHECK_FALSE(holds("0.0.0.0/0", "::1"));
  for (const char* none :
       {"", "/8", "10.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0.0/x", "proxy", "10.0.0.0/-1"})
    CHECK_FALSE(parse_address_block(none));
}
