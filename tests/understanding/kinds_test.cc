// Each kind of field has a data file: texts in both languages, what is pending, and the values or
// the reason.
#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "bot/understanding/field_kinds.h"
#include "bot/understanding/lexicon.h"
#include "clinic.h"

using namespace anteroom;
using namespace anteroom::testing;

namespace {

std::string path_of(FieldKind kind) {
  return "tests/understanding/kinds/" + std::string(to_text(kind)) + ".yaml";
}

void check_values(const Node& row, const Reading& reading) {
  const Node& expected = row["expect"];
  for (const auto& [key, node] : expected.entries()) {
    const auto field = clinic().dictionary.find(key.text());
    REQUIRE(field);
    const Slot* slot = reading.slot(key.text());
    INFO("field " << key.text());
    CHECK(slot);
    if (!slot) continue;
    CHECK(to_json(slot->value) == to_json(value_of(clinic().dictionary[*field], node)));
    CHECK(slot->answers_pending == (row["pending"].text() == key.text()));
    CHECK(slot->confidence > 0.0);
    CHECK(slot->confidence <= 1.0);
  }
  if (row["other"].text() != "ignored") CHECK(reading.slots.size() == expected.entries().size());
}

void check_row(const Node& row) {
  const std::string& text = row["text"].text();
  const Reading reading = read(text, row["pending"].text());
  INFO(to_text(row.place()) << " \"" << text << "\" read as " << to_json(reading, text).dump());
  if (const Node& invalid = row["invalid"]) {
    CHECK(reading.invalid == invalid.text());
    CHECK_FALSE(reading.slot(row["pending"].text()));
  } else {
    CHECK(reading.invalid.empty());
    check_values(row, reading);
  }
}

}  // namespace

TEST_CASE("every kind of field has a data file, and every row of it holds") {
  for (const auto& hearing : understanding::hearing_rows()) {
    const std::string path = path_of(hearing.kind);
    INFO(path);
    REQUIRE(std::filesystem::exists(path));
    Diagnostics found;
    const Node file = parse_yaml(path, bytes_of(path), found);
    REQUIRE_FALSE(found.has_errors());
    CHECK(file["cases"].items().size() >= 5);
    for (const Node& row : file["cases"].items()) check_row(row);
  }
}

TEST_CASE("every kind of field stands in the table, in the order of the enumeration") {
  std::size_t at = 0;
  for (const auto& hearing : understanding::hearing_rows())
    CHECK(static_cast<std::size_t>(hearing.kind) == at++);
  CHECK(at == static_cast<std::size_t>(FieldKind::number) + 1);
}

TEST_CASE("every list that is listened for is in the language packs") {
  for (const std::string& list : understanding::lists_heard()) {
    INFO(list);
    for (const LanguagePack& pack : clinic().packs.all()) CHECK(pack.words.contains(list));
  }
}
