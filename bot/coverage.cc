#include "bot/coverage.h"

#include "flows/next_step.h"

namespace anteroom::bot {
namespace {

std::string key_of(const flows::Flow& flow, const flows::Item& item) {
  return flow.id + "/" + item.id;
}

bool acted_on(const flows::Item& item, const Case& after) {
  const Episode& episode = after.episode;
  if (after.pending && after.pending->item == item.id) return true;
  return episode.said.contains(item.id) || episode.skipped.contains(item.id) ||
         episode.given_up.contains(item.id) ||
         (episode.handoff && episode.handoff->item == item.id) ||
         (item.kind == flows::ItemKind::answer_open_question && !episode.kept_questions.empty());
}

bool branches(const flows::Item& item) { return !item.when.always(); }

}  // namespace

void Coverage::turn_taken(const turn::Practice& practice, const turn::Turn& turn,
                          const Inbound& inbound) {
  const flows::Flow* flow = practice.flows.find(turn.after.episode.flow);
  if (!flow) return;
  const flows::Walk walk =
      flows::next_step(*flow, turn.after, turn::known_facts(practice, turn.after, inbound));
  for (std::size_t i = 0; i < flow->items.size(); ++i) {
    Counts& counts = x_items[key_of(*flow, flow->items[i])];
    ++(walk.on_path[i] ? counts.on_path : counts.off_path);
    counts.acted += acted_on(flow->items[i], turn.after);
  }
}

std::string Coverage::report(const turn::Practice& practice) const {
  std::string text;
  int items = 0, acted = 0, sides = 0, seen = 0;
  for (const flows::Flow& flow : practice.flows.flows) {
    for (const flows::Item& item : flow.items) {
      const auto found = x_items.find(key_of(flow, item));
      const Counts counts = found == x_items.end() ? Counts{} : found->second;
      ++items;
      acted += counts.acted > 0;
      if (branches(item)) {
        sides += 2;
        seen += (counts.on_path > 0) + (counts.off_path > 0);
      }
      text += item.place.file + ":" + std::to_string(item.place.line) + ": " + item.id + ": ";
      text += counts.acted ? "reached" : "NEVER reached";
      if (branches(item)) {
        text += ", when: yes " + std::to_string(counts.on_path) + ", no " +
                std::to_string(counts.off_path);
        if (!counts.on_path || !counts.off_path) text += " (one side NEVER)";
      }
      text += '\n';
    }
  }
  return text + std::to_string(acted) + " of " + std::to_string(items) + " items reached, " +
         std::to_string(seen) + " of " + std::to_string(sides) + " branches taken.\n";
}

}  // namespace anteroom::bot
