#include "tests/durability/visitor_log.h"

namespace anteroom::durability {

Entry entry_of(const json& frame) {
  return {frame.value("seq", Seq{0}), frame.value("from", ""), frame.value("id", ""),
          frame.value("text", ""), frame.value("choices", json::array())};
}

std::string to_text(const Entry& entry) {
  const std::string start = entry.text.size() > 80 ? entry.text.substr(0, 80) + "..." : entry.text;
  return std::to_string(entry.seq) + " " + entry.from + " " + entry.id + " \"" + start + "\" " +
         entry.choices.dump();
}

Said* VisitorLog::find(const std::string& id) {
  const auto found = by_id.find(id);
  return found == by_id.end() ? nullptr : &said[found->second];
}

const Said* VisitorLog::find(const std::string& id) const {
  const auto found = by_id.find(id);
  return found == by_id.end() ? nullptr : &said[found->second];
}

// Choices are shown at the newest entry only, and the label of a button that was chosen is the
// server's to find: neither need be the same again.
bool VisitorLog::keep(const Entry& entry) {
  const auto [place, is_new] = transcript.emplace(entry.seq, entry);
  const Entry& kept = place->second;
  const bool same = kept.from == entry.from && kept.id == entry.id &&
                    (kept.text == entry.text || kept.from == "visitor");
  if (!same) faults.push_back(to_text(kept) + " has become " + to_text(entry));
  return is_new;
}

}  // namespace anteroom::durability
