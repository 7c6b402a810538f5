#include "tests/base/random_case.h"

#include <algorithm>

namespace anteroom::testing {

Value RandomCase::value() {
  switch (number(6)) {
    case 0:
      return word();
    case 1:
      return words();
    case 2:
      return coin() ? number(1000) : number(1000000) / 7.0;
    case 3:
      return coin();
    case 4: {
      const Date from = add_days(Date{std::chrono::sys_days{}}, number(40000));
      return Timing{from, add_days(from, number(30))};
    }
    default:
      return Age{number(100), static_cast<Age::Unit>(number(3))};
  }
}

Fact RandomCase::fact() {
  return {word(),
          value(),
          static_cast<Source>(number(4)),
          coin() ? 1.0 : number(1000) / 999.0,
          moment(),
          word(),
          word(),
          word()};
}

ConsentEntry RandomCase::consent() {
  return {word(),
          word(),
          static_cast<Channel>(number(2)),
          static_cast<ConsentState>(number(3)),
          word(),
          word(),
          word(),
          moment(),
          word(),
          word()};
}

UndoStep RandomCase::undo() {
  UndoStep undo{word(), {}, words()};
  for (int i = number(3); i > 0; --i) {
    undo.facts.push_back({word(), coin() ? std::optional(fact()) : std::nullopt});
  }
  return undo;
}

Pending RandomCase::pending() {
  Pending pending{word(), word(), {}, number(4), number(4), {}};
  for (int i = number(4); i > 0; --i) pending.choices.push_back({word(), word()});
  if (coin()) pending.proposed = fact();
  return pending;
}

void RandomCase::step(Episode& episode) {
  switch (number(19)) {
    case 0:
      episode.number = number(9);
      break;
    case 1:
      episode.opened = moment();
      break;
    case 2:
      episode.flow = word();
      break;
    case 3:
      change(episode.queued, word());
      break;
    case 4:
      change(episode.said);
      break;
    case 5:
      change(episode.skipped);
      break;
    case 6:
      change(episode.given_up);
      break;
    case 7:
      episode.asked[word()] = number(3);
      break;
    case 8:
      episode.asked.erase(word());
      break;
    case 9:
      change(episode.attempts, Attempt{word(), word()});
      break;
    case 10:
      change(episode.undo, undo());
      break;
    case 11:
      change(episode.open_questions, word());
      break;
    case 12:
      change(episode.red_flags);
      break;
    case 13:
      episode.paused = coin();
      break;
    case 14:
      episode.latched = word(), episode.latched_item = word();
      break;
    case 15:
      episode.handoff = coin() ? std::optional(handoff()) : std::nullopt;
      break;
    case 16:
      episode.turns = number(200);
      break;
    case 17:
      change(episode.kept_questions, word());
      break;
    default:
      episode.progress_shown = number(101);
      break;
  }
}

void RandomCase::step(Case& a_case) {
  switch (number(26)) {
    case 0:
      a_case.id = word();
      break;
    case 1:
      a_case.version = x_random();
      break;
    case 2:
      a_case.language = word();
      break;
    case 3:
      a_case.language_fixed = coin();
      break;
    case 4:
      a_case.last_inbound = moment();
      break;
    case 5:
      change(a_case.facts, fact());
      break;
    case 6:
      change(a_case.events, SeenEvent{word(), word(), word(), moment()});
      break;
    case 7:
      change(a_case.consents, consent());
      break;
    case 8:
      a_case.tier = {word(), moment(), number(100), number(50), number(50), number(100) / 99.0};
      break;
    case 9:
      a_case.pending = coin() ? std::optional(pending()) : std::nullopt;
      break;
    case 10:
      a_case.owner = word();
      break;
    case 11:
      change(a_case.introduced);
      a_case.texts_on_hold = coin();
      break;
    case 12:
      a_case.version = x_random();
      break;
    case 13:
      a_case.episode = Episode{};
      break;
    default:
      step(a_case.episode);
      break;
  }
}

}  // namespace anteroom::testing
