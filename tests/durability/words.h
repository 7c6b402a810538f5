// What visitors say: answers to the question that stands, by button or in their own words, and now
// and then something else - a correction, back, another language, a question, an emergency. Drawn
// from a seeded generator, so that a failed run can be had again.
#pragma once

#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

namespace anteroom::durability {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : x_engine(seed) {}
  int below(int end) { return from(0, end - 1); }
  int from(int first, int last) {
    return std::uniform_int_distribution<int>(first, last)(x_engine);
  }
  bool once_in(int times) { return below(times) == 0; }
  template <class T>
  const T& one_of(const std::vector<T>& list) {
    return list[static_cast<std::size_t>(below(static_cast<int>(list.size())))];
  }

 private:
  std::mt19937_64 x_engine;
};

// A frame without its id. `question` is the last reply of the bot, or null.
nlohmann::json next_words(Dice& dice, const nlohmann::json& question);
// Always an answer, so that the conversation comes to its end.
nlohmann::json plain_answer(Dice& dice, const nlohmann::json& question);
nlohmann::json ask_for_person();
nlohmann::json page_event(Dice& dice);

// Whether a handoff may be what this says leads to.
bool may_hand_off(const nlohmann::json& frame, const nlohmann::json& question);

}  // namespace anteroom::durability
