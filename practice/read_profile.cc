#include <algorithm>
#include <set>

#include "practice/read_practice.h"
#include "practice/understanding.h"
#include "practice/wording.h"

namespace anteroom {

namespace {

class ProfileReader {
 public:
  ProfileReader(const Node& yaml, const LanguagePacks& packs, LocalTextReader& texts,
                Diagnostics& found)
      : x_yaml(yaml), x_packs(packs), x_texts(texts), x_found(found) {}

  Profile read() {
    x_profile.id = x_yaml["practice"].text();
    x_profile.name = x_yaml["name"].text();
    x_profile.phone = x_yaml["phone"].text();
    x_profile.default_flow = x_yaml["default_flow"].text();
    read_time_zone();
    read_languages();
    x_profile.disclosure = read_safety_text(x_yaml["disclosure"], "disclosure");
    read_emergency(x_yaml["emergency"]);
    read_services();
    read_locations();
    read_payers();
    read_consents();
    for (const auto& [key, text] : x_yaml["texts"].entries()) {
      x_profile.texts[key.text()] = x_texts.read(text, "texts." + key.text());
    }
    read_bounds(x_yaml["bounds"]);
    check_formerly(x_profile.services);
    check_formerly(x_profile.locations);
    check_formerly(x_profile.payers);
    return std::move(x_profile);
  }

 private:
  void read_time_zone() {
    const Node& zone = x_yaml["time_zone"];
    x_profile.time_zone = zone.text();
    if (!zone.is_scalar() || is_time_zone(zone.text())) return;
    x_found.error(zone.place(), "unknown_time_zone",
                  "'" + zone.text() + "' is not a time zone; write one like America/Los_Angeles");
  }

  void read_languages() {
    std::set<std::string> seen;
    for (const Node& language : x_yaml["languages"].items()) {
      const std::string& id = language.text();
      if (!seen.insert(id).second) {
        x_found.error(language.place(), "language_twice", "'" + id + "' is named twice");
        continue;
      }
      if (!x_packs.has(id)) {
        x_found.error(language.place(), "unknown_language",
                      "the program does not speak '" + id + "' yet; add languages/" + id +
                          ".yaml, or take " + listed(shipped_languages()));
      }
      x_profile.languages.push_back(id);
    }
    const Node& list = x_yaml["languages"];
    if (list.is_list() && list.items().empty())
      x_found.error(list.place(), "no_language", "name at least one language, as in [en, es]");
  }

  std::vector<std::string_view> shipped_languages() const {
    std::vector<std::string_view> languages;
    for (const LanguagePack& pack : x_packs.all()) languages.push_back(pack.language);
    return languages;
  }

  // People's safety hangs on these: a language without them is an error, not a warning.
  LocalText read_safety_text(const Node& node, const std::string& path) {
    LocalText text = x_texts.read(node, path, {}, false);
    if (!node) return text;  // the shape has said so
    std::vector<std::string_view> missing;
    for (const std::string& language : x_texts.languages()) {
      if (!text.has(language)) missing.push_back(language);
    }
    if (!missing.empty()) {
      x_found.error(
          node.place(), "missing_safety_text",
          "this text must be there in every language; it is missing in: " + listed(missing));
    }
    return text;
  }

  void read_emergency(const Node& node) {
    x_profile.emergency_line = read_safety_text(node["line"], "emergency.line");
    for (const auto& [group, text] : node["texts"].entries()) {
      x_profile.emergency_texts[group.text()] =
          read_safety_text(text, "emergency.texts." + group.text());
    }
    for (const auto& [group, patterns] : node["patterns"].entries()) {
      for (const Node& pattern : patterns.items())
        read_red_flag_pattern(group.text(), pattern, x_profile.emergency_patterns, x_found);
    }
  }

  template <class Thing>
  Thing read_thing(const std::string& list, const Node& key, const Node& node) {
    Thing thing;
    thing.id = key.text();
    thing.place = key.place();
    const std::string path = list + "." + thing.id;
    thing.label = x_texts.read(node["label"], path + ".label");
    thing.synonyms = x_texts.read(node["synonyms"], path + ".synonyms", {}, false);
    thing.formerly = node["formerly"].texts();
    return thing;
  }

  void read_services() {
    for (const auto& [key, node] : x_yaml["services"].entries()) {
      Service service = read_thing<Service>("services", key, node);
      const std::string path = "services." + service.id;
      service.reasons = x_texts.read(node["reasons"], path + ".reasons", {}, false);
      service.price = x_texts.read(node["price"], path + ".price");
      service.preparation = x_texts.read(node["preparation"], path + ".preparation");
      service.bring = x_texts.read(node["bring"], path + ".bring");
      x_profile.services.push_back(std::move(service));
    }
  }

  void read_payers() {
    for (const auto& [key, node] : x_yaml["payers"].entries()) {
      x_profile.payers.push_back(read_thing<Payer>("payers", key, node));
      x_profile.payers.back().accepted = node["accepted"].boolean(true);
      x_profile.payers.back().answer =
          x_texts.read(node["answer"], "payers." + key.text() + ".answer");
    }
  }

  void read_locations() {
    for (const auto& [key, node] : x_yaml["locations"].entries()) {
      Location location = read_thing<Location>("locations", key, node);
      location.address = node["address"].text();
      location.zip = node["zip"].text();
      location.phone = node["phone"].text();
      location.hours = read_hours(node["hours"], x_found);
      location.services = read_services_of(node["services"]);
      location.not_accepting = read_not_accepting(node["not_accepting"], location.services);
      read_ways(node, location);
      x_profile.locations.push_back(std::move(location));
    }
    for (const Service& service : x_profile.services) {
      const auto& locations = x_profile.locations;
      if (std::any_of(locations.begin(), locations.end(),
                      [&](const Location& l) { return l.offers(service.id); }))
        continue;
      x_found.warning(
          service.place, "service_nowhere",
          "no location offers '" + service.id + "'; name it under a location's services");
    }
  }

  void read_ways(const Node& node, Location& location) {
    const std::string path = "locations." + location.id;
    location.directions = x_texts.read(node["directions"], path + ".directions");
    location.parking = x_texts.read(node["parking"], path + ".parking");
    location.landmarks = x_texts.read(node["landmarks"], path + ".landmarks");
  }

  std::vector<std::string> read_services_of(const Node& node) {
    std::vector<std::string> services;
    for (const Node& name : node.items()) {
      if (const Service* service = x_profile.service(name.text())) {
        services.push_back(service->id);
      } else {
        x_found.error(name.place(), "unknown_service",
                      "there is no service '" + name.text() + "'" +
                          suggestion(name.text(), ids_of(x_profile.services)));
      }
    }
    return services;
  }

  std::vector<std::string> read_not_accepting(const Node& node,
                                              const std::vector<std::string>& offered) {
    std::vector<std::string> services;
    for (const Node& name : node.items()) {
      const Service* service = x_profile.service(name.text());
      if (service && std::find(offered.begin(), offered.end(), service->id) != offered.end()) {
        services.push_back(service->id);
      } else {
        x_found.error(name.place(), "unknown_service",
                      "'" + name.text() + "' is not among this location's services" +
                          suggestion(name.text(), {offered.begin(), offered.end()}));
      }
    }
    return services;
  }

  void read_consents() {
    for (const auto& [key, node] : x_yaml["consents"].entries()) {
      ConsentTerms terms;
      terms.id = key.text();
      terms.place = key.place();
      terms.purpose = node["purpose"].text();
      terms.channel = parse_channel(node["channel"].text()).value_or(Channel::sms);
      terms.version = node["version"].text();
      terms.wording = read_safety_text(node["wording"], "consents." + terms.id + ".wording");
      x_profile.consents.push_back(std::move(terms));
    }
  }

  void read_bounds(const Node& node) {
    Bounds& bounds = x_profile.bounds;
    bounds.items_per_turn = node["items_per_turn"].integer(bounds.items_per_turn);
    bounds.turns_per_episode = node["turns_per_episode"].integer(bounds.turns_per_episode);
    bounds.message_bytes = node["message_bytes"].integer(bounds.message_bytes);
    bounds.nesting = node["nesting"].integer(bounds.nesting);
  }

  // A former id leads to one thing only.
  template <class Thing>
  void check_formerly(const std::vector<Thing>& things) {
    std::set<std::string> taken;
    for (const Thing& thing : things) taken.insert(thing.id);
    for (const Thing& thing : things) {
      for (const std::string& former : thing.formerly) {
        if (taken.insert(former).second) continue;
        x_found.error(
            thing.place, "former_id_taken",
            "'" + former + "' cannot be a former id of '" + thing.id + "': another one has it");
      }
    }
  }

  const Node& x_yaml;
  const LanguagePacks& x_packs;
  LocalTextReader& x_texts;
  Diagnostics& x_found;
  Profile x_profile;
};

}  // namespace

Profile read_profile(const Node& practice_yaml, const LanguagePacks& packs, LocalTextReader& texts,
                     Diagnostics& found) {
  check(practice_yaml, *practice_shape(), found);
  return ProfileReader(practice_yaml, packs, texts, found).read();
}

}  // namespace anteroom
