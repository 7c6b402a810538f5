#include "practice/profile.h"

#include <algorithm>

namespace anteroom {

namespace {

bool has(const std::vector<std::string>& ids, std::string_view id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

// A current id wins over a former one.
template <class Thing>
const Thing* find_by_id(const std::vector<Thing>& things, std::string_view id) {
  for (const Thing& thing : things) {
    if (thing.id == id) return &thing;
  }
  for (const Thing& thing : things) {
    if (has(thing.formerly, id)) return &thing;
  }
  return nullptr;
}

}  // namespace

bool Location::offers(std::string_view service) const { return has(services, service); }

bool Location::accepts(std::string_view service) const {
  return offers(service) && !has(not_accepting, service);
}

const Service* Profile::service(std::string_view wanted) const {
  return find_by_id(services, wanted);
}
const Location* Profile::location(std::string_view wanted) const {
  return find_by_id(locations, wanted);
}
const Payer* Profile::payer(std::string_view wanted) const { return find_by_id(payers, wanted); }

const ConsentTerms* Profile::consent(std::string_view wanted) const {
  const auto found = std::find_if(consents.begin(), consents.end(),
                                  [&](const ConsentTerms& terms) { return terms.id == wanted; });
  return found == consents.end() ? nullptr : &*found;
}

bool is_open(const WeekHours& hours, Moment at, std::string_view time_zone) {
  const LocalTime local = local_time(at, time_zone);
  const auto& day = hours[local.weekday.c_encoding()];
  return std::any_of(day.begin(), day.end(), [&](const OpenHours& open) {
    return open.from <= local.minute_of_day && local.minute_of_day < open.to;
  });
}

bool is_open(const Location& location, Moment at, std::string_view time_zone) {
  return is_open(location.hours, at, time_zone);
}

}  // namespace anteroom
