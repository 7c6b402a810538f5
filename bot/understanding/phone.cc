// Phone numbers of the United States, in E.164. The only user of libphonenumber.
#include <phonenumbers/phonenumbermatch.h>
#include <phonenumbers/phonenumbermatcher.h>
#include <phonenumbers/phonenumberutil.h>

#include <algorithm>
#include <array>
#include <optional>

#include "bot/understanding/field_kinds.h"

namespace anteroom::understanding {
namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberMatch;
using i18n::phonenumbers::PhoneNumberMatcher;
using i18n::phonenumbers::PhoneNumberUtil;

constexpr std::size_t kFewestDigits = 7;  // the matcher is slow: only where a number can be
constexpr std::array<std::string_view, 6> kRegions = {"US", "PR", "GU", "VI", "AS", "MP"};

const PhoneNumberUtil& numbers() { return *PhoneNumberUtil::GetInstance(); }

bool has_enough_digits(std::string_view text) {
  const auto digits =
      std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return static_cast<std::size_t>(digits) >= kFewestDigits;
}

std::string_view reason_against(const PhoneNumber& number) {
  if (!numbers().IsValidNumber(number)) return "not_a_phone";
  std::string region;
  numbers().GetRegionCodeForNumber(number, &region);
  if (std::find(kRegions.begin(), kRegions.end(), region) == kRegions.end()) return "phone_not_us";
  return number.has_extension() ? "phone_has_extension" : "";
}

Slot slot_of(const Listening& listening, const PhoneNumber& number, std::size_t begin,
             std::size_t end) {
  std::string e164;
  numbers().Format(number, PhoneNumberUtil::E164, &e164);
  const auto [first, last] = listening.heard.bytes(begin, end);
  return {listening.field.id, std::move(e164), 1.0, first, last, false, false};
}

// The last number that will do (people correct themselves forwards); else why the last one will
// not.
Answer match(const Listening& listening) {
  const std::string text(listening.heard.text());
  PhoneNumberMatcher matcher(numbers(), text, "US", PhoneNumberMatcher::VALID, 5);
  Answer answer = Answer::no("not_a_phone");
  while (matcher.HasNext()) {
    PhoneNumberMatch found;
    matcher.Next(&found);
    const std::string_view reason = reason_against(found.number());
    if (!reason.empty()) {
      if (answer.slots.empty()) answer.invalid = reason;
      continue;
    }
    const auto begin = static_cast<std::size_t>(found.start());
    answer =
        Answer::yes(slot_of(listening, found.number(), begin, begin + found.raw_string().size()));
  }
  return answer;
}

// "Five one oh", "cinco uno cero": the digits that a word says; empty: none.
std::string digits_said(const Heard& heard, std::size_t i) {
  constexpr std::array<std::string_view, 5> kZeros = {"zero", "oh", "o", "cero", "sero"};
  const std::string_view word = heard.word(i);
  if (std::find(kZeros.begin(), kZeros.end(), word) != kZeros.end()) return "0";
  if (word.find_first_not_of("0123456789") == std::string_view::npos) return std::string(word);
  if (word.find_first_not_of("0123456789o") == std::string_view::npos) {
    std::string digits(word);
    std::replace(digits.begin(), digits.end(), 'o', '0');
    return digits;
  }
  const Hit* number = heard.any_at(i, Means::number);
  const bool one_word = number && number->size() == 1 && number->meaning->a < 10;
  return one_word ? std::to_string(number->meaning->a) : std::string();
}

// The words [first, last) say ten digits, or eleven with the country's 1, some of them in words.
std::optional<Slot> spoken_at(const Listening& listening, std::size_t first) {
  constexpr std::size_t kDigits = 10;
  const Heard& heard = listening.heard;
  std::string digits;
  bool in_words = false;
  std::size_t last = first;
  for (; last < heard.size() && digits.size() <= kDigits; ++last) {
    const std::string said = digits_said(heard, last);
    if (said.empty()) break;
    in_words = in_words || said != heard.word(last);
    digits += said;
  }
  const bool whole = digits.size() == kDigits || (digits.size() == kDigits + 1 && digits[0] == '1');
  if (!whole || !in_words || (last < heard.size() && !digits_said(heard, last).empty()))
    return std::nullopt;
  PhoneNumber number;
  if (numbers().Parse(digits, "US", &number) != PhoneNumberUtil::NO_PARSING_ERROR ||
      !reason_against(number).empty())
    return std::nullopt;
  constexpr double kSpoken = 0.9;
  Slot slot = slot_of(listening, number, heard.bytes_of(first).begin, heard.bytes_of(last - 1).end);
  slot.confidence = kSpoken;
  return slot;
}

std::optional<Slot> find_spoken(const Listening& listening) {
  const Heard& heard = listening.heard;
  for (std::size_t i = 0; i < heard.size(); ++i) {
    if (i > 0 && !digits_said(heard, i - 1).empty()) continue;
    if (auto slot = spoken_at(listening, i)) return slot;
  }
  return std::nullopt;
}

// A whole text that is meant as a number, such as "1 (510) 5550142": letters would be turned into
// digits, so none may be in it.
Answer parse_whole(const Listening& listening) {
  const std::string_view text = listening.heard.text();
  if (std::any_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80u;
      })) {
    return Answer::no("not_a_phone");
  }
  PhoneNumber number;
  if (numbers().Parse(std::string(text), "US", &number) != PhoneNumberUtil::NO_PARSING_ERROR)
    return Answer::no("not_a_phone");
  const std::string_view reason = reason_against(number);
  return reason.empty() ? Answer::yes(slot_of(listening, number, 0, text.size()))
                        : Answer::no(reason);
}

}  // namespace

Answer answer_phone(const Listening& listening) {
  if (auto spoken = find_spoken(listening)) return Answer::yes(*std::move(spoken));
  if (!has_enough_digits(listening.heard.text())) return Answer::no("not_a_phone");
  Answer found = match(listening);
  return found.invalid == "not_a_phone" ? parse_whole(listening) : found;
}

std::vector<Slot> find_phone(const Listening& listening) {
  if (auto spoken = find_spoken(listening)) return {*std::move(spoken)};
  if (!has_enough_digits(listening.heard.text())) return {};
  return match(listening).slots;
}

}  // namespace anteroom::understanding
