// Phone numbers of the United States, in E.164. The only user of libphonenumber.
#include <phonenumbers/phonenumbermatch.h>
#include <phonenumbers/phonenumbermatcher.h>
#include <phonenumbers/phonenumberutil.h>

#include <algorithm>
#include <array>

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
  if (!has_enough_digits(listening.heard.text())) return Answer::no("not_a_phone");
  Answer found = match(listening);
  return found.invalid == "not_a_phone" ? parse_whole(listening) : found;
}

std::vector<Slot> find_phone(const Listening& listening) {
  if (!has_enough_digits(listening.heard.text())) return {};
  return match(listening).slots;
}

}  // namespace anteroom::understanding
