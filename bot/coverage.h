// Which items of the flows the conversations reach, by line: on the path, acted on, and how their
// `when` came out.
#pragma once

#include <map>
#include <string>

#include "bot/conversation_test.h"

namespace anteroom::bot {

class Coverage : public PlayWatcher {
 public:
  void turn_taken(const turn::Practice& practice, const turn::Turn& turn,
                  const Inbound& inbound) override;
  // A line per item, `file:line: item: ...`, and a total.
  std::string report(const turn::Practice& practice) const;

 private:
  struct Counts {
    int on_path = 0;
    int off_path = 0;
    int acted = 0;
  };
  std::map<std::string, Counts> x_items;  // "flow/item"
};

}  // namespace anteroom::bot
