#include "bot/understanding/red_flags.h"

#include <fstream>
#include <set>
#include <sstream>

#include <catch2/catch.hpp>

#include "base/document.h"
#include "base/text.h"

using namespace anteroom;
using namespace anteroom::understanding;

namespace {

std::vector<Node> cases() {
  std::ifstream in("tests/understanding/red_flags.yaml");
  std::stringstream text;
  text << in.rdbuf();
  Diagnostics found;
  const Node yaml = parse_yaml("red_flags.yaml", text.str(), found);
  REQUIRE_FALSE(found.has_errors());
  return yaml.items();
}

std::string verdict(const RedFlag& flag) {
  return flag.soft ? "soft" : flag.hit ? flag.group : "none";
}

}  // namespace

TEST_CASE("emergencies are found in lay words, and nothing else is one") {
  const RedFlags flags;
  for (const Node& row : cases()) {
    INFO(row["text"].text());
    CHECK(verdict(flags.find(folded(row["text"].text()))) == row["group"].text());
  }
}

TEST_CASE("every group has a sign in both languages among the cases, and a text in both") {
  std::set<std::string> seen;
  for (const Node& row : cases()) seen.insert(row["group"].text());
  for (const std::string& group : RedFlags::groups()) {
    INFO(group);
    CHECK(seen.contains(group));
    CHECK(red_flag_text(group, "en").find("911") != std::string::npos);
    CHECK(red_flag_text(group, "es").find("911") != std::string::npos);
    CHECK(red_flag_text(group, "pt").find(red_flag_text(group, "es")) != std::string::npos);
  }
}

TEST_CASE("what holds a sign back is named, and holds back only that sign") {
  const RedFlags flags;
  CHECK(flags.find("no chest pain").suppressed_by == "negation");
  CHECK(flags.find("i had a stroke ten years ago").suppressed_by == "history");
  CHECK(flags.find("the price gave me a heart attack").suppressed_by == "idiom");
  CHECK(flags.find("no chest pain but i can't breathe").group == "breathing");
  CHECK(flags.find("i had a stroke years ago and now my face is drooping again").hit);
}

TEST_CASE("a practice may add signs, and cannot take any away") {
  const std::vector<std::pair<std::string, std::string>> more = {
      {"other", "\\bfell off the pier\\b"}};
  const RedFlags flags(more);
  CHECK(flags.find("he fell off the pier").group == "other");
  CHECK(flags.find("chest pain").group == "cardiac");
}
