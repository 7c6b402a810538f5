// Random cases for property tests: every member is set now and then, and one case is a small step
// from the other.
#pragma once

#include <random>

#include "base/case.h"

namespace anteroom::testing {

class RandomCase {
 public:
  explicit RandomCase(unsigned seed) : x_random(seed) {}

  Case any() {
    Case a_case;
    for (int i = 0; i < 30; ++i) step(a_case);
    return a_case;
  }

  // Changes one member or a few.
  Case next(Case a_case) {
    const int steps = number(6);
    for (int i = 0; i < steps; ++i) step(a_case);
    return a_case;
  }

  int number(int below) { return static_cast<int>(x_random() % static_cast<unsigned>(below)); }
  bool coin() { return number(2) == 0; }

  std::string word() {
    static const char* const words[] = {
        "", "a", "oakland", "imaging", "mañana", "\"quoted\"\n", "100", "null", "añ\U0001F600"};
    return words[number(std::size(words))];
  }
  Moment moment() {
    return coin() ? Moment{} : Moment{Duration{number(2000000000) * 1000LL + number(1000)}};
  }
  Value value();
  Fact fact();
  ConsentEntry consent();

 private:
  void step(Case& a_case);
  void step(Episode& episode);
  HandoffRecord handoff() {
    return {word(), word(), word(), word(), moment(), moment(), word(), word()};
  }
  UndoStep undo();
  Pending pending();
  std::vector<std::string> words() {
    return std::vector<std::string>(static_cast<std::size_t>(number(3)), word());
  }

  // Adds, changes, takes out or moves an item: what lists live through.
  template <class T>
  void change(std::vector<T>& list, T item) {
    const auto at = list.begin() + number(static_cast<int>(list.size()) + 1);
    const int way = number(6);
    if (list.empty() || way == 0) return list.push_back(std::move(item));
    if (way == 1) return void(list.insert(at, std::move(item)));
    if (way == 2) return void(list.erase(list.begin()));
    if (way == 3) return list.pop_back();
    if (way == 4) return void(std::rotate(list.begin(), at, list.end()));
    list[static_cast<std::size_t>(number(static_cast<int>(list.size())))] = std::move(item);
  }

  void change(std::set<std::string>& set) {
    if (coin()) {
      set.insert(word());
    } else {
      set.erase(word());
    }
  }

  std::mt19937 x_random;
};

}  // namespace anteroom::testing
