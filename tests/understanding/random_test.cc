// Odd input is a reading, never a crash: random UTF-8 and random pieces of what the reader knows.
#include <catch2/catch.hpp>
#include <chrono>
#include <iostream>
#include <random>

#include "base/text.h"
#include "clinic.h"

using namespace anteroom;
using namespace anteroom::testing;

namespace {

const std::vector<std::string> kPieces = {"no",       "not",        "oakland",
                                          "berkeley", "berkely",    "2",
                                          "3/4",      "march",      "de",
                                          "to",       "-",          "/",
                                          "é",        "ñ",          "👍",
                                          "🏽",     "\xCC\x81",   "\xEF\xBC\x91",
                                          "@",        "a@b.co",     "510-555-0142",
                                          "94612",    "$",          "?",
                                          "¿",        "!",          ". ",
                                          ", ",       "my name is", "soy",
                                          "Ana",      "years old",  "in",
                                          "10",       "days",       "next",
                                          "week",     "el martes",  "actually",
                                          "stop",     "yes",        "99999999999",
                                          "\xFF",     "\xE2\x82",   std::string(1, '\0'),
                                          "'",        "31",         "february",
                                          "until",    "within",     "two",
                                          "the",      "first"};

std::string random_text(std::mt19937& random) {
  std::string text;
  const auto pieces = random() % 12;
  for (std::size_t i = 0; i < pieces; ++i) {
    if (random() % 5 == 0) {
      for (int byte = 0; byte < 4; ++byte) text += static_cast<char>(random() % 256);
    } else {
      text += kPieces[random() % kPieces.size()];
    }
    if (random() % 3 != 0) text += ' ';
  }
  return to_valid_utf8(text);
}

}  // namespace

TEST_CASE("random texts are read the same twice, with spans inside the text") {
  std::mt19937 random(20261123);
  std::vector<std::string> asked = {"", "consent"};
  for (const Field& field : clinic().dictionary.fields()) asked.push_back(field.id);
  for (int i = 0; i < 4000; ++i) {
    const std::string text = random_text(random);
    const std::string& pending = asked[random() % asked.size()];
    INFO(text << " when asked for " << pending);
    const Reading reading = read(text, pending);
    REQUIRE(reading == read(text, pending));
    std::vector<std::string> fields;
    for (const Slot& slot : reading.slots) {
      REQUIRE(slot.begin <= slot.end);
      REQUIRE(slot.end <= text.size());
      REQUIRE(is_valid_utf8(std::string_view(text).substr(slot.begin, slot.end - slot.begin)));
      REQUIRE(std::find(fields.begin(), fields.end(), slot.field) == fields.end());
      fields.push_back(slot.field);
    }
  }
}

TEST_CASE("long texts are read in time that grows with them", "[.][bench]") {
  const std::string text =
      "hi there, my knee hurts since monday and I would like an appointment in oakland ok";
  const auto begin = std::chrono::steady_clock::now();
  constexpr int kTimes = 2000;
  std::size_t slots = 0;
  for (int i = 0; i < kTimes; ++i) slots += read(text).slots.size();
  const auto spent = std::chrono::steady_clock::now() - begin;
  std::cout << std::chrono::duration_cast<std::chrono::nanoseconds>(spent).count() / kTimes
            << " ns a text, " << slots << " slots\n";
}
