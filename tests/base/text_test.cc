#include "base/text.h"

#include <catch2/catch.hpp>
#include <random>

using namespace anteroom;

namespace {

std::vector<std::string> words(std::string_view text) {
  const std::string plain = folded(text);
  std::vector<std::string> found;
  for (const Word& word : words_of(plain))
    found.push_back(plain.substr(word.begin, word.end - word.begin));
  return found;
}

void append_utf8(char32_t c, std::string& text) {
  const auto byte = [&](char32_t bits) { text.push_back(static_cast<char>(bits)); };
  if (c < 0x80) return byte(c);
  if (c < 0x800) {
    byte(0xC0 | (c >> 6));
  } else {
    if (c < 0x10000) {
      byte(0xE0 | (c >> 12));
    } else {
      byte(0xF0 | (c >> 18));
      byte(0x80 | ((c >> 12) & 0x3F));
    }
    byte(0x80 | ((c >> 6) & 0x3F));
  }
  byte(0x80 | (c & 0x3F));
}

bool is_surrogate(char32_t c) { return c >= 0xD800 && c < 0xE000; }

}  // namespace

TEST_CASE("folding makes what people type comparable") {
  const std::pair<const char*, const char*> rows[] = {
      {"", ""},
      {"My KNEE hurts", "my knee hurts"},
      {"mañana a las tres, Martínez", "manana a las tres, martinez"},
      {"man\u0303ana", "manana"},  // a tilde of its own
      {"don\u2019t \u201Cgo\u201D \u00ABya\u00BB", "don't \"go\" \"ya\""},
      {"can`t, can\u00B4t", "can't, can't"},
      {"8\u201310 \u2014 ok\u2026", "8-10 - ok..."},
      {"\uFF13\uFF14 \uFF2D\uFF32\uFF29", "34 mri"},
      {"a\u00A0b\u2003c\u3000d\te\nf", "a b c d e f"},
      {"kn\u200Bee\u00AD\uFEFF", "knee"},
      {"Stra\u00DFe \u1E9E", "strasse ss"},
      {"\u0130stanbul \u03A3\u03C2", "istanbul \u03C3\u03C3"},
      {"\u00BD hour, 2\u00AA", "1/2 hour, 2a"},
      {"\u0663\u0664", "34"},  // Arabic-Indic digits
      {"\uFB01ne", "fine"},    // a ligature
      {"bad \xFF byte", "bad \uFFFD byte"},
      {"\u0915\u093F", "\u0915\u093F"},  // a Devanagari vowel sign is a letter
  };
  for (const auto& [text, expected] : rows) {
    CAPTURE(text);
    CHECK(folded(text) == expected);
    CHECK(fold(text).text == expected);
  }
}

TEST_CASE("the origin map leads back to the original bytes") {
  const std::string text = "\u201CÑandú\u201D  cafe\u0301s \u2026 ok";
  const Folded result = fold(text);
  REQUIRE(result.text == "\"nandu\"  cafes ... ok");
  REQUIRE(result.origin.size() == result.text.size() + 1);
  CHECK(result.origin.back() == text.size());
  const auto original = [&](std::string_view part) {
    const std::size_t begin = result.text.find(part), end = begin + part.size();
    return text.substr(result.origin[begin], result.origin[end] - result.origin[begin]);
  };
  CHECK(original("nandu") == "Ñandú");
  CHECK(original("cafes") == "cafe\u0301s");
  CHECK(original("...") == "\u2026");
  CHECK(original("ok") == "ok");
}

TEST_CASE("every character folds to what folds to itself, and both ways of folding agree") {
  for (char32_t c = 1; c < 0x110000; ++c) {
    if (is_surrogate(c)) continue;
    std::string text;
    append_utf8(c, text);
    const std::string once = folded(text);
    if (folded(once) != once || fold(text).text != once || !is_valid_utf8(once)) {
      FAIL_CHECK("U+" << std::hex << static_cast<unsigned>(c) << " folds to " << once);
    }
  }
}

TEST_CASE("folding random text twice changes nothing, and the origins rise") {
  std::mt19937 random(7);
  const char32_t highest[] = {0x80, 0x250, 0x400, 0x3100, 0x110000};
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    const auto length = random() % 40;
    for (unsigned i = 0; i < length; ++i) {
      const char32_t c = random() % highest[random() % std::size(highest)];
      if (random() % 20 == 0) {
        text.push_back(static_cast<char>(random() & 0xFFu));  // perhaps a bad byte
      } else if (!is_surrogate(c)) {
        append_utf8(c, text);
      }
    }
    const Folded once = fold(text);
    REQUIRE(fold(once.text).text == once.text);
    REQUIRE(folded(text) == once.text);
    REQUIRE(once.origin.size() == once.text.size() + 1);
    REQUIRE(std::is_sorted(once.origin.begin(), once.origin.end()));
    REQUIRE(once.origin.back() == text.size());
  }
}

TEST_CASE("words are runs of letters, digits and inner apostrophes") {
  CHECK(words("My knee's killing me!") ==
        std::vector<std::string>{"my", "knee's", "killing", "me"});
  CHECK(words("'quoted' don''t x-ray 94606,oakland") ==
        std::vector<std::string>{"quoted", "don", "t", "x", "ray", "94606", "oakland"});
  CHECK(words("knee\U0001F600hurts \u0436\u0434\u0443") ==
        std::vector<std::string>{"knee", "hurts", "\u0436\u0434\u0443"});
  CHECK(words("").empty());
  CHECK(words("'").empty());
  CHECK(words("a'") == std::vector<std::string>{"a"});
}

TEST_CASE("one edit is an insert, a delete, a replacement or a swap of neighbours") {
  for (const auto& [a, b] : {std::pair("oakland", "oakland"),
                             {"oakland", "oaklnd"},
                             {"oakland", "oakkland"},
                             {"oakland", "oaklend"},
                             {"oakland", "oaklnad"},
                             {"oakland", "aokland"},
                             {"", "a"},
                             {"", ""},
                             {"\u0436\u0434\u0443", "\u0436\u0440\u0443"}}) {
    CAPTURE(a, b);
    CHECK(within_one_edit(a, b));
    CHECK(within_one_edit(b, a));
  }
  for (const auto& [a, b] : {std::pair("oakland", "oaknd"),
                             {"oakland", "oaldnak"},
                             {"ab", ""},
                             {"abcd", "badc"},
                             {"abc", "cba"},
                             {"\u0436\u0434\u0443", "\u0436\u0440\u0444"}}) {
    CAPTURE(a, b);
    CHECK_FALSE(within_one_edit(a, b));
    CHECK_FALSE(within_one_edit(b, a));
  }
}

TEST_CASE("edits are counted up to a limit, in agreement with the test for one edit") {
  CHECK(edits_apart("chioce", "choice", 3) == 1);
  CHECK(edits_apart("kitten", "sitting", 9) == 3);
  CHECK(edits_apart("kitten", "sitting", 2) == 3);
  CHECK(edits_apart("", "abc", 9) == 3);
  CHECK(edits_apart("same", "same", 0) == 0);
  std::mt19937 random(3);
  const auto word = [&] {
    std::string text(random() % 5, 'a');
    for (char& c : text) c = static_cast<char>('a' + random() % 3);
    return text;
  };
  for (int round = 0; round < 20000; ++round) {
    const std::string a = word(), b = word();
    CAPTURE(a, b);
    REQUIRE(within_one_edit(a, b) == (edits_apart(a, b, 1) <= 1));
    REQUIRE(edits_apart(a, b, 2) == std::min(3, edits_apart(a, b, 9)));
  }
}

TEST_CASE("the nearest word is offered only where it may be a slip") {
  const std::vector<std::string_view> known{"question", "kind", "scope", "values"};
  CHECK(nearest_word("questoin", known) == "question");
  CHECK(nearest_word("knd", known) == "kind");
  CHECK(nearest_word("value", known) == "values");
  CHECK(nearest_word("sensitivity", known) == "");
  CHECK(nearest_word("k", known) == "");
  CHECK(nearest_word("kind", {}) == "");
}

TEST_CASE("UTF-8 is checked, mended and cut between characters") {
  CHECK(is_valid_utf8("plain, mañana, \U0001F600"));
  for (const char* bad :
       {"\x80", "a\xC3", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\xFF"}) {
    CAPTURE(bad);
    CHECK_FALSE(is_valid_utf8(bad));
    CHECK(is_valid_utf8(to_valid_utf8(bad)));
  }
  CHECK(to_valid_utf8("a\xFFz\xC3") == "a\uFFFDz\uFFFD");
  CHECK(to_valid_utf8("año") == "año");
  CHECK(cut_utf8("año", 2) == "a");
  CHECK(cut_utf8("año", 3) == "añ");
  CHECK(cut_utf8("año", 99) == "año");
  CHECK(cut_utf8("ñ", 0).empty());
  CHECK(trimmed("  a b\r\n") == "a b");
  CHECK(trimmed(" \t ").empty());
}
