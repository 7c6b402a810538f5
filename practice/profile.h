// The practice itself (practice.yaml): who it is, where, when open, what it offers and to whom, its
// languages, its consents, its emergency texts and its own texts by id. Immutable after load.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/consent.h"
#include "base/moment.h"
#include "practice/message.h"

namespace anteroom {

struct Service {
  std::string id;
  LocalText label;
  LocalText synonyms;
  LocalText reasons;                    // why people come: heard where no service is named
  LocalText price, preparation, bring;  // said when asked; may be empty
  std::vector<std::string> formerly;
  Place place;
};

struct OpenHours {  // of one day of the week
  int from = 0;     // minutes of the day, local time
  int to = 0;
};

using WeekHours = std::array<std::vector<OpenHours>, 7>;  // from Sunday, each day in order

struct Location {
  std::string id;
  LocalText label;
  LocalText synonyms;
  std::string address;
  std::string zip;
  std::string phone;  // E.164
  WeekHours hours;
  std::vector<std::string> services;         // offered here
  std::vector<std::string> not_accepting;    // services that take no new patients here
  LocalText directions, parking, landmarks;  // said when asked; may be empty
  std::vector<std::string> formerly;
  Place place;

  bool offers(std::string_view service) const;
  bool accepts(std::string_view service) const;  // offers it, and takes new patients
};

struct Payer {
  std::string id;
  LocalText label;
  LocalText synonyms;
  bool accepted = true;
  LocalText answer;  // said instead of a plain yes or no when asked; may be empty
  std::vector<std::string> formerly;
  Place place;
};

struct ConsentTerms {
  std::string id;
  std::string purpose;  // scheduling, marketing
  Channel channel = Channel::sms;
  std::string version;  // of the wording
  LocalText wording;    // the question as asked, answered by yes or no
  Place place;
};

struct Bounds {
  int items_per_turn = 50;
  int turns_per_episode = 200;
  int message_bytes = 4000;
  int nesting = 8;
};

struct Profile {
  std::string id;
  std::string name;
  std::string time_zone;
  std::vector<std::string> languages;  // the first is the default
  std::string phone;                   // E.164
  std::string default_flow;
  std::vector<Service> services;
  std::vector<Location> locations;
  std::vector<Payer> payers;
  std::vector<ConsentTerms> consents;
  LocalText disclosure;      // "I am an automated assistant ..."
  LocalText emergency_line;  // always visible above the log
  std::map<std::string, LocalText>
      emergency_texts;  // by red-flag group; overrides of the shipped ones
  std::vector<std::pair<std::string, std::string>>
      emergency_patterns;                  // group, RE2: more signs to look for
  std::map<std::string, LocalText> texts;  // by id, for `say`
  Bounds bounds;

  const Service* service(std::string_view id) const;  // these three also by a former id
  const Location* location(std::string_view id) const;
  const Payer* payer(std::string_view id) const;
  const ConsentTerms* consent(std::string_view id) const;
};

bool is_open(const WeekHours& hours, Moment at, std::string_view time_zone);
bool is_open(const Location& location, Moment at, std::string_view time_zone);

}  // namespace anteroom
