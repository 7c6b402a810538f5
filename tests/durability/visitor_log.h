// What one visitor's panel keeps for itself: every frame it said, what was acknowledged, every
// answer as it came, and the transcript it would show. The checker (checker.h) holds this against
// the store; nothing here knows what the server did.
#pragma once

#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace anteroom::durability {

using nlohmann::json;
using Seq = std::int64_t;

struct Entry {  // one line of a transcript
  Seq seq = 0;
  std::string from;
  std::string id;  // of the frame, for the visitor's own
  std::string text;
  json choices = json::array();
  bool operator==(const Entry&) const = default;
};

Entry entry_of(const json& frame);        // of a reply frame or an entry of a history
std::string to_text(const Entry& entry);  // a long one from its beginning

struct Said {  // a frame with an id
  std::string id;
  json frame;
  Seq seq = 0;           // 0: not told, or it makes no entry
  int said_at = 0;       // ticks of one count for all visitors
  int accepted_at = 0;   // 0: not yet
  bool delayed = false;  // refused for a while, so that later ones may have come before it
  bool makes_entry() const { return frame["type"] != "event"; }
};

struct Answer {  // `accepted` and the replies that came behind it
  std::string id;
  std::vector<Entry> replies;
  bool whole = false;  // something else came after it, so that nothing is missing
};

struct VisitorLog {
  std::string name;
  std::string resume;  // empty until the first welcome
  std::string conversation;
  bool shared = false;  // another panel speaks for the same conversation, too
  bool handed_off = false;
  std::vector<Said> said;
  std::map<std::string, std::size_t> by_id;
  std::vector<Answer> answers;
  std::map<Seq, Entry> transcript;
  std::vector<Entry> history;       // all of it, as the server last gave it
  std::vector<int> close_codes;     // of lines that were open; 0: broken off
  std::vector<std::string> faults;  // what no server may do

  Said* find(const std::string& id);
  const Said* find(const std::string& id) const;
  Seq highest_seq() const { return transcript.empty() ? 0 : transcript.rbegin()->first; }
  // Keeps an entry; the same seq must be the same entry again. Whether it is new.
  bool keep(const Entry& entry);
};

}  // namespace anteroom::durability
