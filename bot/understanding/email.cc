// E-mail addresses: what stands around an @, in lower case.
#include <algorithm>

#include "bot/understanding/field_kinds.h"

namespace anteroom::understanding {
namespace {

constexpr std::size_t kLongestAddress = 254;  // RFC 5321
constexpr std::size_t kLongestLocalPart = 64;

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }
bool is_local(char c) {
  return is_letter_or_digit(c) || std::string_view("._%+-'").find(c) != std::string_view::npos;
}
bool is_domain(char c) { return is_letter_or_digit(c) || c == '.' || c == '-'; }

bool is_local_part(std::string_view part) {
  return !part.empty() && part.size() <= kLongestLocalPart && part.front() != '.' &&
         part.back() != '.' && part.find("..") == std::string_view::npos;
}

bool is_label(std::string_view label) {
  return !label.empty() && label.front() != '-' && label.back() != '-';
}

bool is_domain_name(std::string_view domain) {
  const std::size_t last_dot = domain.rfind('.');
  if (last_dot == std::string_view::npos) return false;
  const std::string_view top = domain.substr(last_dot + 1);
  if (top.size() < 2 ||
      !std::all_of(top.begin(), top.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
    return false;
  for (std::string_view rest = domain; !rest.empty();) {
    const std::size_t dot = rest.find('.');
    if (!is_label(rest.substr(0, dot))) return false;
    rest = dot == std::string_view::npos ? std::string_view() : rest.substr(dot + 1);
  }
  return true;
}

// The bytes of the address around the @; empty where it is none.
struct Range {
  std::size_t begin = 0, end = 0;
};
Range address_around(std::string_view text, std::size_t sign) {
  std::size_t begin = sign, end = sign + 1;
  while (begin > 0 && is_local(text[begin - 1])) --begin;
  while (begin < sign && (text[begin] == '\'' || text[begin] == '.'))
    ++begin;  // a quote or a dot in front
  while (end < text.size() && is_domain(text[end])) ++end;
  while (end > sign + 1 && !is_letter_or_digit(text[end - 1])) --end;  // the dot of the sentence
  const bool good = is_local_part(text.substr(begin, sign - begin)) &&
                    is_domain_name(text.substr(sign + 1, end - sign - 1)) &&
                    end - begin <= kLongestAddress;
  return good ? Range{begin, end} : Range{};
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80u; });
}

}  // namespace

std::vector<Slot> find_email(const Listening& listening) {
  const std::string_view text = listening.heard.text();
  for (std::size_t sign = text.find('@'); sign != std::string_view::npos;
       sign = text.find('@', sign + 1)) {
    const Range range = address_around(text, sign);
    if (range.end == 0) continue;
    const auto [begin, end] = listening.heard.bytes(range.begin, range.end);
    // Folding would change a letter with an accent, and so the address.
    if (!is_ascii(listening.heard.original().substr(begin, end - begin))) continue;
    return {{listening.field.id, std::string(text.substr(range.begin, range.end - range.begin)),
             1.0, begin, end, false, false}};
  }
  return {};
}

Answer answer_email(const Listening& listening) {
  auto slots = find_email(listening);
  return slots.empty() ? Answer::no("not_an_email") : Answer{std::move(slots), {}};
}

}  // namespace anteroom::understanding
