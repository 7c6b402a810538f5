// Each slot of free text has a table: what people write, in both languages, and the value that is
// heard, with the field asked for and without. Other fields may hear the same text.
#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>

#include "clinic.h"

using namespace anteroom;
using namespace anteroom::testing;

namespace {

struct Table {
  std::string file;
  std::size_t rows;
};

const std::vector<Table> kTables = {{"timing", 150},
                                    {"location", 150},
                                    {"service", 150},
                                    {"urgency", 60},
                                    {"payer", 60},
                                    {"phone", 60},
                                    {"email", 60},
                                    {"name", 60},
                                    {"for_whom", 60},
                                    {"age", 60},
                                    {"preferred_channel", 60},
                                    {"preferred_time", 60},
                                    {"referral", 60},
                                    {"documents", 60},
                                    {"decision_maker", 60},
                                    {"zip", 60},
                                    {"yes_no", 60}};

class SlotRow {
 public:
  SlotRow(const Clinic& practice, const Field& field, const Node& group)
      : x_practice(practice), x_field(field), x_group(group) {
    if (const Node& at = group["at"]) {
      const auto moment = parse_moment(at.text());
      REQUIRE(moment);
      x_now = *moment;
    }
    if (const Node& confidence = group["confidence"]) x_confidence = std::stod(confidence.text());
  }

  void check(const std::string& text, bool asked) const {
    const Asked question(asked ? x_field.id : std::string(), x_practice);
    const Reading reading = x_practice.reader->read(text, question.expectation(), x_now);
    INFO(to_text(x_group.place()) << " \"" << text << "\"" << (asked ? ", asked for," : "")
                                  << " read as " << to_json(reading, text).dump());
    const Slot* slot = reading.slot(x_field.id);
    if (!x_group["says"]) {
      CHECK_FALSE(slot);
      return;
    }
    CHECK(slot);
    if (!slot) return;
    CHECK(to_json(slot->value) == to_json(value_of(x_field, x_group["says"])));
    CHECK(slot->begin < slot->end);
    CHECK(slot->confidence > 0.0);
    CHECK(slot->confidence <= 1.0);
    if (x_confidence > 0.0) CHECK(slot->confidence == Approx(x_confidence));
  }

 private:
  const Clinic& x_practice;
  const Field& x_field;
  const Node& x_group;
  Moment x_now = kMonday;
  double x_confidence = 0.0;
};

std::size_t check_table(const Clinic& practice, const std::string& name) {
  const std::string path = "tests/understanding/slots/" + name + ".yaml";
  REQUIRE(std::filesystem::exists(path));
  Diagnostics found;
  const Node file = parse_yaml(path, bytes_of(path), found);
  for (const Diagnostic& diagnostic : found.sorted()) UNSCOPED_INFO(to_text(diagnostic));
  REQUIRE_FALSE(found.has_errors());
  const auto field = practice.dictionary.find(file["field"].text());
  REQUIRE(field);
  std::set<std::pair<std::string, bool>> rows;
  for (const Node& group : file["cases"].items()) {
    const SlotRow row(practice, practice.dictionary[*field], group);
    for (const bool asked : {true, false}) {
      for (const std::string& text : group[asked ? "asked" : "unasked"].texts()) {
        INFO(text);
        CHECK(rows.emplace(text + "@" + group["at"].text(), asked).second);  // no row twice
        row.check(text, asked);
      }
    }
  }
  return rows.size();
}

}  // namespace

TEST_CASE("every slot has a table of what people write, and every row of it holds") {
  for (const Table& table : kTables) {
    INFO(table.file);
    CHECK(check_table(clinic(), table.file) >= table.rows);
  }
}

TEST_CASE("the example practice knows its services by what people come for") {
  const Clinic lakeside("flows/practices/lakeside");
  CHECK(check_table(lakeside, "lakeside_service") >= 200);
}
