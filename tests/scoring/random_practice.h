// Random scorings and random cases for the property tests: the same seed gives the same ones, on
// every machine. Everything a condition can read may be there, or not.
#pragma once

#include <random>
#include <string>

#include "tests/scoring/clinic.h"

namespace anteroom::testing {

class RandomPractice {
 public:
  explicit RandomPractice(unsigned seed) : x_random(seed) {}

  scoring::Scoring scoring();
  Case a_case();  // of the clinic
  std::string condition(int depth);
  Fact fact(const Field& field);
  int below(int limit) { return static_cast<int>(x_random() % static_cast<unsigned>(limit)); }

 private:
  std::string ledger(const std::string& name);
  std::string rule();

  std::mt19937 x_random;
  int x_rules = 0;
};

}  // namespace anteroom::testing
