#include "bot/understanding/red_flags.h"

#include <chrono>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <map>
#include <random>
#include <set>
#include <sstream>

#include <catch2/catch.hpp>

#include "base/document.h"
#include "base/text.h"

using namespace anteroom;
using namespace anteroom::understanding;

namespace {

struct Row {
  std::string text;
  std::string group;
};

const std::vector<Row>& rows() {
  static const std::vector<Row> kRows = [] {
    std::ifstream in("tests/understanding/red_flags.yaml");
    std::stringstream text;
    text << in.rdbuf();
    Diagnostics found;
    const Node yaml = parse_yaml("red_flags.yaml", text.str(), found);
    REQUIRE_FALSE(found.has_errors());
    std::vector<Row> all;
    for (const Node& item : yaml.items())
      all.push_back({item["text"].text(), item["group"].text()});
    return all;
  }();
  return kRows;
}

const RedFlags& shipped() {
  static const RedFlags kFlags;
  return kFlags;
}

RedFlag flag_of(std::string_view text) { return shipped().find(folded(text)); }

std::string verdict(const RedFlag& flag) {
  return flag.soft ? "soft" : flag.hit ? flag.group : "none";
}

bool is_emergency(const Row& row) { return row.group != "none" && row.group != "soft"; }

// Bytes, or pieces of what people write, that need not make sense.
std::string random_text(std::mt19937& random) {
  std::string text;
  for (auto piece = random() % 6; piece > 0; --piece) {
    if (random() % 2 == 0) {
      for (auto byte = random() % 12; byte > 0; --byte) text += static_cast<char>(random() % 256);
    } else {
      const std::string& other = rows()[random() % rows().size()].text;
      text += other.substr(random() % (other.size() + 1), random() % 30);
    }
  }
  return text;
}

}  // namespace

TEST_CASE("emergencies are found in lay words, and nothing else is one") {
  for (const Row& row : rows()) {
    INFO(row.text);
    CHECK(verdict(flag_of(row.text)) == row.group);
  }
}

TEST_CASE("there are enough cases to mean something, in every group") {
  std::map<std::string, int> count;
  int emergencies = 0;
  for (const Row& row : rows()) {
    ++count[row.group];
    emergencies += is_emergency(row) ? 1 : 0;
  }
  CHECK(emergencies >= 350);
  CHECK(count["none"] >= 250);
  for (const std::string& group : RedFlags::groups()) {
    INFO(group);
    CHECK(count[group] >= 20);
  }
}

TEST_CASE("every group has a text in both languages that says whom to call") {
  for (const std::string& group : RedFlags::groups()) {
    INFO(group);
    for (const char* language : {"en", "es"}) {
      const std::string text = red_flag_text(group, language);
      CHECK(text.find("911") != std::string::npos);
      CHECK((text.find("988") != std::string::npos) == (group == "self_harm"));
      CHECK((text.find("1-800-222-1222") != std::string::npos) == (group == "poison"));
      CHECK((text.find("1-800-799-7233") != std::string::npos) == (group == "abuse"));
      CHECK(text.find('?') == std::string::npos);  // nothing is asked
    }
    CHECK(red_flag_text(group, "pt").find(red_flag_text(group, "es")) != std::string::npos);
  }
}

TEST_CASE("what holds a sign back is named, and holds back only that sign") {
  CHECK(flag_of("no chest pain").suppressed_by == "negation");
  CHECK(flag_of("sin dolor de pecho").suppressed_by == "negation");
  CHECK(flag_of("i had a stroke ten years ago").suppressed_by == "history");
  CHECK(flag_of("tuve un infarto hace 5 años").suppressed_by == "history");
  CHECK(flag_of("the price gave me a heart attack").suppressed_by == "idiom");
  CHECK(flag_of("writing a paper about overdose").suppressed_by == "hypothesis");
  CHECK(flag_of("no chest pain but i can't breathe").group == "breathing");
  CHECK(flag_of("no fever but crushing chest pain").group == "cardiac");
  CHECK(flag_of("i had a stroke years ago and now my face is drooping again").hit);
  CHECK(flag_of("not an emergency, i'm fine now, but my chest hurts").group == "cardiac");
}

TEST_CASE("words that only look like a denial deny nothing") {
  for (const char* text :
       {"not sure, chest pain maybe", "no energy and chest pain", "no puedo respirar",
        "no despierta mi hijo", "he's not responding", "won't stop bleeding from his arm",
        "i have no insurance and chest pain", "no, my chest hurts",
        "never had chest pain like this", "no one believes my chest pain"}) {
    INFO(text);
    CHECK(flag_of(text).hit);
  }
}

TEST_CASE("figures count with their units, in figures and in words") {
  const std::vector<Row> measured = {{"baby is 8 weeks old, temp 100.4", "infant"},
                                     {"baby is 8 weeks old, temp 99.1", "none"},
                                     {"mi bebé de dos semanas tiene 38 grados", "infant"},
                                     {"my 5 year old has 100.4 temp", "none"},
                                     {"oxygen 89%", "breathing"},
                                     {"oxygen 96%", "none"},
                                     {"spo2 of eighty five", "breathing"},
                                     {"glucose 40", "other"},
                                     {"glucose 110", "none"},
                                     {"azúcar en cuarenta y dos", "other"},
                                     {"bp 210/120 and bad headache", "cardiac"},
                                     {"bp 128/82 and headache", "none"},
                                     {"bleeding for 15 minutes", "bleeding"},
                                     {"took 2 tylenol for a headache", "none"},
                                     {"took twenty five tylenol", "poison"},
                                     {"sugar is 28 weeks glucose test", "none"}};
  for (const Row& row : measured) {
    INFO(row.text);
    CHECK(verdict(flag_of(row.text)) == row.group);
  }
}

TEST_CASE("a harmless sentence in front never takes a sign away") {
  for (const Row& row : rows()) {
    if (!is_emergency(row)) continue;
    for (const char* before : {"Hello there. ", "I need an appointment in Oakland. ",
                               "Buenos días, quiero una cita. ", "No thanks. ", "Gracias! "}) {
      INFO(before << row.text);
      CHECK(flag_of(before + row.text).hit);
    }
  }
}

TEST_CASE("capitals and accents change nothing, and folding twice neither") {
  for (const Row& row : rows()) {
    const std::string once = folded(row.text);
    INFO(row.text);
    CHECK(folded(once) == once);
    std::string loud = once;
    for (char& c : loud) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
    CHECK(verdict(flag_of(loud)) == verdict(shipped().find(once)));
  }
}

TEST_CASE("any bytes are read without harm") {
  std::mt19937 random(20261121);
  for (int i = 0; i < 5000; ++i) {
    const std::string bytes = random_text(random);
    const RedFlag raw = shipped().find(bytes);
    const RedFlag valid = flag_of(to_valid_utf8(bytes));
    for (const RedFlag& flag : {raw, valid}) {
      CHECK((!flag.hit || !flag.group.empty()));
      CHECK((flag.suppressed_by.empty() || !flag.hit || flag.soft));
    }
  }
}

TEST_CASE("a practice may add signs, and cannot take any away") {
  const std::vector<std::pair<std::string, std::string>> more = {
      {"other", "\\bfell off the pier\\b"}};
  const RedFlags flags(more);
  CHECK(flags.find("he fell off the pier").group == "other");
  CHECK(flags.find("nobody fell off the pier").hit);
  CHECK(flags.find("he never fell off the pier").suppressed_by == "negation");
  CHECK(flags.find("chest pain").group == "cardiac");
  CHECK(flags.find("fell off the pier with chest pain").group == "cardiac");
}

// understanding_tests "[table]": recall and false alarms by group, and what a text costs.
TEST_CASE("the table of recall and false alarms", "[.][table]") {
  std::map<std::string, std::pair<int, int>> found;  // group: of how many, found
  for (const Row& row : rows()) {
    auto& [all, hits] = found[row.group];
    ++all;
    hits += flag_of(row.text).hit ? 1 : 0;
  }
  for (const auto& [group, count] : found)
    std::cout << std::left << std::setw(12) << group << std::right << std::setw(4) << count.second
              << " of " << std::setw(3) << count.first << "\n";
  std::cout << "(none: false alarms)\n";
  std::string hostile;
  while (hostile.size() < 4000) hostile += "no chest pain wont stop bleeding ";
  for (const std::string& text :
       {std::string("hi, my knee has been hurting since monday and i would like to see somebody in "
                    "oakland this week ok"),
        hostile}) {
    constexpr int kTimes = 2000;
    const auto begin = std::chrono::steady_clock::now();
    for (int i = 0; i < kTimes; ++i) shipped().find(text);
    const auto spent = std::chrono::steady_clock::now() - begin;
    std::cout << text.size() << " bytes: "
              << std::chrono::duration_cast<std::chrono::nanoseconds>(spent).count() / kTimes
              << " ns\n";
  }
}
