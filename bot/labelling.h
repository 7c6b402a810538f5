// Messages that fell back, for staff to label: found in the stored turns, and put into the
// practice's examples once somebody has said what they are about. Used by `anteroom examples`. It
// never changes what is stored.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/reading.h"
#include "bot/turn/practice.h"
#include "store/store.h"

namespace anteroom::bot {

struct FellBack {
  std::string id;  // case and version, as in "web-1/7"
  Moment at{};
  std::string text;
  std::string language;
  Reading reading;
};

// Those that no example of the practice has by now, in the order of the store; `see` gives false
// to stop.
Result<void> each_fell_back(store::Store& store, const turn::Practice& practice,
                            const std::function<bool(const FellBack&)>& see);

// The message with this id, whether it fell back or not.
Result<FellBack> message_of(store::Store& store, const std::string& id);

// As a line of examples/labelled.jsonl.
std::string example_line(const FellBack& message, const std::string& topic);

}  // namespace anteroom::bot
