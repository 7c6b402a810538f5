#include <catch2/catch.hpp>

#include "practice_fixture.h"

using namespace anteroom;
using namespace anteroom::testing;

namespace {

const Field& field(std::string_view id) {
  const Dictionary& dictionary = small_practice().dictionary;
  const auto index = dictionary.find(id);
  REQUIRE(index.has_value());
  return dictionary[*index];
}

}  // namespace

TEST_CASE("fields are found by id and by former id") {
  const Dictionary& dictionary = small_practice().dictionary;
  CHECK(dictionary.size() == 15);
  CHECK(dictionary.ids().front() == "service");
  CHECK(dictionary.find("headcount") == dictionary.find("size"));
  CHECK_FALSE(dictionary.find("nothing").has_value());
}

TEST_CASE("a field that takes its values from the practice has their words") {
  const Field& service = field("service");
  REQUIRE(service.choices.size() == 2);
  CHECK(service.choices.front().id == "imaging");
  CHECK(service.choices.front().synonyms.patterns("en") ==
        std::vector<std::string>{"mri", "x-ray"});
  CHECK(service.choice("radiology") == service.choice("imaging"));
  CHECK(service.choice("nothing") == nullptr);
  CHECK(field("location").choices.size() == 2);
}

TEST_CASE("what is not said has its default") {
  CHECK(field("service").scope == Scope::request);
  CHECK(field("phone").scope == Scope::person);
  CHECK(field("service").skippable);
  CHECK_FALSE(field("phone").skippable);
  CHECK(field("service").sensitivity == Sensitivity::health);
  CHECK(field("service").scoring == ScoringUse::allowed);
  CHECK(field("age").scoring == ScoringUse::never);  // protected
  CHECK(field("size").fresh_for == parse_duration("90d"));
  CHECK(field("reason").longest == 300);
  CHECK(field("name").longest == 500);
  CHECK(field("age").most == 120.0);
  CHECK_FALSE(field("zip").most.has_value());
}

TEST_CASE("values as people say them") {
  struct Case {
    const char* field;
    const char* value;
    const char* english;
    const char* spanish;
  };
  const auto c = GENERATE(
      Case{"service", "imaging", "Imaging", "Imágenes"},
      Case{"service", "radiology", "Imaging", "Imágenes"},
      Case{"service", "long_gone", "long gone", "long gone"},
      Case{"papers", "[order]", "Signed order", "Orden firmada"},
      Case{"papers", "[order, images]", "Signed order and Images", "Orden firmada e Imágenes"},
      Case{"papers", "[order, notes, images]", "Signed order, Chart notes, and Images",
           "Orden firmada, Notas clínicas e Imágenes"},
      Case{"pilot", "yes", "Yes", "Sí"}, Case{"pilot", "no", "No", "No"},
      Case{"urgency", "this_week", "This week", "Esta semana"},
      Case{"phone", "\"+15105550142\"", "(510) 555-0142", "(510) 555-0142"},
      Case{"phone", "\"+525555550142\"", "+525555550142", "+525555550142"},
      Case{"born", "1990-03-04", "March 4, 1990", "4 de marzo de 1990"},
      Case{"age", "34", "34 years", "34 años"}, Case{"age", "1 month", "1 month", "1 mes"},
      Case{"age", "20 days", "20 days", "20 días"}, Case{"size", "40", "40", "40"},
      Case{"timing", "{from: 2026-11-23, to: 2026-11-23}", "Mon, Nov 23", "lun, 23 nov"},
      Case{"timing", "{from: 2026-11-23, to: 2026-11-27}", "Mon, Nov 23 to Fri, Nov 27",
           "lun, 23 nov a vie, 27 nov"},
      Case{"reason", "my {knee}", "my {knee}", "my {knee}"},
      Case{"zip", "\"94606\"", "94606", "94606"});
  Diagnostics found;
  const Node node = parse_yaml("value", "value: " + std::string(c.value), found);
  const Value value = value_of(field(c.field), node["value"]);
  CHECK(spoken(field(c.field), value, "en") == c.english);
  CHECK(spoken(field(c.field), value, "es") == c.spanish);
}

TEST_CASE("a field made by hand speaks too") {
  Field age;
  age.id = "age";
  age.kind = FieldKind::age;
  CHECK(spoken(age, Age{4, Age::Unit::months}, "en") == "4 months");
  Field pilot;
  pilot.kind = FieldKind::yes_no;
  CHECK(spoken(pilot, true, "es") == "Sí");
  CHECK(age.name("en") == "age");
}

TEST_CASE("every kind of field has a name that reads back") {
  for (const char* name : {"choice", "choices", "yes_no", "text", "name", "phone", "email", "zip",
                           "date", "timing", "age", "urgency", "number"}) {
    const auto kind = parse_field_kind(name);
    REQUIRE(kind.has_value());
    CHECK(to_text(*kind) == name);
  }
  CHECK_FALSE(parse_field_kind("colour").has_value());
}
