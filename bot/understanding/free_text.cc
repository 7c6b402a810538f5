// Text in the visitor's own words, kept as written up to the field's length.
#include "bot/understanding/field_kinds.h"

namespace anteroom::understanding {
namespace {

// At most `characters` of valid UTF-8.
std::string_view first_characters(std::string_view text, std::size_t characters) {
  std::size_t at = 0;
  while (at < text.size() && characters-- > 0) {
    do ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u);
  }
  return text.substr(0, at);
}

}  // namespace

Answer answer_text(const Listening& listening) {
  const Heard& heard = listening.heard;
  if (heard.size() == 0) return Answer::no("empty");
  const std::string_view text = trimmed(heard.original());
  const std::string_view kept = trimmed(first_characters(text, listening.field.longest));
  const auto begin = static_cast<std::size_t>(text.data() - heard.original().data());
  return Answer::yes(
      {listening.field.id, std::string(kept), 1.0, begin, begin + kept.size(), false, false});
}

}  // namespace anteroom::understanding
