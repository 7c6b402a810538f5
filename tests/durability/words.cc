#include "tests/durability/words.h"

namespace anteroom::durability {
namespace {

using nlohmann::json;
using Texts = std::vector<std::string>;

json message(const std::string& text) { return {{"type", "message"}, {"text", text}}; }
json choose(const std::string& choice) { return {{"type", "choose"}, {"choice", choice}}; }

const Texts kRequests = {
    "my knee hurts, oakland please",
    "sprained ankle, this week in oakland, blue shield, 510-555-0193",
    "I need an MRI, the referral was sent",
    "my son has a rash, he is 4",
    "dermatology",
    "checkup for my mother, she is new with you",
    "I have been your patient for years, it's about a refill",
    "We are a doctor's office and would like to refer a patient for physical therapy",
    "wir sprechen kein Englisch",
    "me duele la rodilla, soy paciente nuevo",
    "as soon as possible, I can pay myself",
    "we run a gym and would like to work with you",
};
const Texts kCorrections = {
    "actually, San Leandro",
    "no, I meant dermatology",
    "sorry, I meant my daughter, not me",
    "actually 510-555-0117 is better",
    "no wait, next month is fine",
    "actually it's Aetna",
};
const Texts kOddities = {
    "hmm",
    "do you take walk-ins?",
    "how much is it?",
    "🙏🙏🙏",
    "ok",
    "2",
    "yes",
    "no",
    "not sure",
    "I don't want to say that",
    "what are your hours on Saturday?",
    "Ünïcödé — “quotes”\n\nand lines\t!",
    "I have crushing chest pain",
    "stop texting me",
};
const Texts kControls = {"@back",   "@back",        "@back",         "@skip",
                         "@skip",   "@start_over",  "@help",         "@language:es",
                         "@person", "@language:en", "no_such_choice"};
const Texts kNames = {"Sam Carter", "my name is Ana Flores", "Lee", "Priya Natarajan"};
const Texts kFreeTexts = {"tomorrow morning",
                          "this week",
                          "oakland",
                          "blue shield",
                          "for me",
                          "I'm new",
                          "about ten people",
                          "Harbor Family Practice",
                          "it hurts when I climb stairs"};
const Texts kEvents = {"page_view", "cta_click", "video_played"};
const Texts kTopics = {"pricing", "imaging", "scheduling"};

std::string two_digits(int number) {
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

std::string typed(Dice& dice, const std::string& input) {
  const std::string number = two_digits(dice.below(100));
  if (input == "phone") return "510-555-01" + number;
  if (input == "email") return "visitor" + number + "@mail.example";
  if (input == "zip") return "94607";
  if (input == "number") return std::to_string(dice.from(1, 80));
  return dice.once_in(2) ? dice.one_of(kNames) : dice.one_of(kFreeTexts);
}

json long_text(Dice& dice) {
  std::string text;
  while (text.size() < 6000) text += dice.one_of(kRequests) + ". ";
  return message(text);
}

}  // namespace

json plain_answer(Dice& dice, const json& question) {
  const json choices = question.value("choices", json::array());
  if (!choices.empty()) {
    // The last ones are the likes of "not sure" and "call 911"; the first go on.
    const int index = dice.below(static_cast<int>(choices.size()));
    return choose(choices[static_cast<std::size_t>(index)]["id"].get<std::string>());
  }
  return message(typed(dice, question.value("input", "")));
}

json next_words(Dice& dice, const json& question) {
  const int kind = dice.below(100);
  if (kind < 62) return plain_answer(dice, question);
  if (kind < 74) return message(dice.one_of(kRequests));
  if (kind < 82) return message(dice.one_of(kCorrections));
  if (kind < 90) return choose(dice.one_of(kControls));
  if (kind < 99) return message(dice.one_of(kOddities));
  return long_text(dice);
}

json ask_for_person() { return choose("@person"); }

json page_event(Dice& dice) {
  json event = {{"type", "event"}, {"name", dice.one_of(kEvents)}};
  if (dice.once_in(2)) event["page"] = "/services/" + dice.one_of(kTopics);
  if (dice.once_in(2)) event["topic"] = dice.one_of(kTopics);
  return event;
}

bool may_hand_off(const json& frame, const json& question) {
  if (frame.value("choice", "") == "@person") return true;
  const json progress = question.value("progress", json::object());
  return progress.is_object() && progress.value("total", 0) > 1 &&
         progress.value("done", 0) + 1 >= progress.value("total", 0);
}

}  // namespace anteroom::durability
