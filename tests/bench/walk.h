// What a measured visitor does: steps on the way in, then a cycle of steps that can go on for ever.
// The steps of Anteroom's walks are found by taking them once with the server to be measured, so
// that it is known how many replies each gets; the load client only counts those.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"

namespace anteroom::bench {

constexpr std::size_t kIdLength = 36;  // of a random UUID, as the widget sends

struct Step {
  std::string frame;      // ready for the wire, but for the id
  std::size_t id_at = 0;  // where in it the id stands
  int replies = 1;
};

struct Walk {
  bool talks = true;  // anteroom.v1: says hello first
  std::vector<Step> opening;
  std::vector<Step> cycle;
  std::size_t answer_bytes = 0;  // mean of what the server says in one turn of the cycle
  std::string record;            // the server's words, JSON: what a peer needs to say the same
};

// A visitor who only presses buttons: the first choice each time, Back now and then, and over again
// when a question has no buttons.
Result<Walk> learn_button_walk(std::uint16_t port);

// A visitor who writes.
Result<Walk> learn_text_walk(std::uint16_t port);

// For the echo: one frame as large as what Anteroom answers.
Walk echo_walk(std::size_t bytes);

}  // namespace anteroom::bench
