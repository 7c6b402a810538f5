// E-mail addresses: what stands around an @, in lower case.
#include <algorithm>
#include <array>
#include <optional>

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

// "Dana dot ruiz at example dot com", "dana arroba example punto com".
constexpr std::array<std::string_view, 3> kAtWords = {"at", "arroba", "aroba"};
struct SignRow {
  std::string_view words;
  char sign;
};
constexpr std::array<SignRow, 9> kSigns = {{{"dot", '.'},
                                            {"punto", '.'},
                                            {"underscore", '_'},
                                            {"guion bajo", '_'},
                                            {"guion", '-'},
                                            {"dash", '-'},
                                            {"hyphen", '-'},
                                            {"minus", '-'},
                                            {"plus", '+'}}};

// The sign that the words from i on say or that stands before the word, and how many words say it.
struct Sign {
  char sign;
  std::size_t words;
};
std::optional<Sign> sign_at(const Heard& heard, std::size_t i) {
  if (i >= heard.size()) return std::nullopt;
  const std::string_view gap = heard.gap_before(i);
  if (i > 0 && gap.size() == 1 && std::string_view("._-+").find(gap) != std::string_view::npos)
    return Sign{gap[0], 0};
  const auto row = std::find_if(kSigns.begin(), kSigns.end(), [&](const SignRow& one) {
    const bool two = one.words == "guion bajo";
    if (two) return heard.word(i) == "guion" && i + 1 < heard.size() && heard.word(i + 1) == "bajo";
    return one.words == heard.word(i);
  });
  if (row == kSigns.end()) return std::nullopt;
  return Sign{row->sign, row->words == "guion bajo" ? 2u : 1u};
}

// The part of an address that begins at word i: words joined by signs.
struct Part {
  std::string text;
  std::size_t last = 0;
  bool in_words = false;  // a sign was written as a word
};
Part part_at(const Heard& heard, std::size_t i) {
  Part part{std::string(heard.word(i)), i + 1, false};
  for (auto sign = sign_at(heard, part.last); sign; sign = sign_at(heard, part.last)) {
    const std::size_t next = part.last + sign->words;
    if (next >= heard.size()) break;
    part.text += sign->sign;
    part.text += heard.word(next);
    part.last = next + 1;
    part.in_words = part.in_words || sign->words > 0;
  }
  return part;
}

// The sign between the two parts, in words or apart from them; 0: none. How many words say it.
std::optional<std::size_t> at_between(const Heard& heard, std::size_t i) {
  if (i >= heard.size()) return std::nullopt;
  const std::string_view gap = heard.gap_before(i);
  if (gap.size() > 1 && trimmed(gap) == "@") return 0;  // without blanks it is an address as typed
  if (std::find(kAtWords.begin(), kAtWords.end(), heard.word(i)) == kAtWords.end())
    return std::nullopt;
  return 1;
}

bool says_at(const Heard& heard) {
  for (std::size_t i = 1; i < heard.size(); ++i) {
    if (at_between(heard, i)) return true;
  }
  return false;
}

std::optional<Slot> spelled_at(const Listening& listening, std::size_t i) {
  const Heard& heard = listening.heard;
  if (heard.any_at(i, Means::function_word) && heard.word(i).size() > 1) return std::nullopt;
  const Part local = part_at(heard, i);
  const auto at = at_between(heard, local.last);
  if (!at || local.last + *at >= heard.size()) return std::nullopt;
  const Part domain = part_at(heard, local.last + *at);
  // "I am at example.com" names a site, not an address.
  const bool clear = *at == 0 || heard.word(local.last) != "at" || domain.in_words ||
                     local.in_words || listening.asked ||
                     heard.gap_before(local.last).find_first_of("([<{") != std::string_view::npos;
  if (!clear || !is_local_part(local.text) || !is_domain_name(domain.text)) return std::nullopt;
  if (!std::all_of(local.text.begin(), local.text.end(), is_local)) return std::nullopt;
  constexpr double kSpelled = 0.9;
  return slot_at(listening, {i, domain.last}, local.text + "@" + domain.text, kSpelled);
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
  if (!says_at(listening.heard)) return {};
  for (std::size_t i = 0; i + 2 < listening.heard.size(); ++i) {
    auto slot = spelled_at(listening, i);
    const std::string_view written =
        slot ? listening.heard.original().substr(slot->begin, slot->end - slot->begin) : "";
    if (slot && is_ascii(written)) return {*std::move(slot)};
  }
  return {};
}

Answer answer_email(const Listening& listening) {
  auto slots = find_email(listening);
  return slots.empty() ? Answer::no("not_an_email") : Answer{std::move(slots), {}};
}

}  // namespace anteroom::understanding
