#include "bot/turn/answer_texts.h"

#include <algorithm>

namespace anteroom::turn {

std::string in_sentences(const std::vector<std::string>& sentences) {
  std::string all;
  for (const std::string& sentence : sentences) {
    if (sentence.empty()) continue;
    if (!all.empty()) all += ' ';
    all += sentence;
  }
  return all;
}

namespace {

using Locations = std::vector<const Location*>;

template <class Thing>
std::string label(const Draft& draft, const Thing& thing) {
  return thing.label.format(draft.language());
}

Locations places_of(const Draft& draft, const Named& named) {
  if (named.location) return {named.location};
  Locations all;
  for (const Location& location : draft.practice.profile.locations) all.push_back(&location);
  return all;
}

std::string listed(const Draft& draft, const Locations& places) {
  std::vector<std::string> labels;
  for (const Location* place : places) labels.push_back(label(draft, *place));
  return and_list(draft, labels);
}

// Offices.

// A practice's own text about offices; with a name in front where there are several.
std::optional<std::string> own_texts(const Draft& draft, const Locations& places,
                                     LocalText Location::*text) {
  std::vector<std::string> sentences;
  for (const Location* place : places) {
    if ((place->*text).empty()) continue;
    const std::string said = text_of(draft, place->*text);
    sentences.push_back(
        places.size() == 1
            ? said
            : phrase(draft, "answer_at", {{"place", label(draft, *place)}, {"text", said}}));
  }
  if (sentences.empty()) return std::nullopt;
  return in_sentences(sentences);
}

std::optional<std::string> address_answer(const Draft& draft, const Named& named) {
  const Locations places = places_of(draft, named);
  std::vector<std::string> sentences;
  for (const Location* place : places) {
    sentences.push_back(phrase(draft, "answer_address",
                               {{"place", label(draft, *place)}, {"address", place->address}}));
    if (places.size() == 1 && !place->landmarks.empty())
      sentences.push_back(text_of(draft, place->landmarks));
  }
  return in_sentences(sentences);
}

std::optional<std::string> phone_answer(const Draft& draft, const Named& named) {
  Field phone;
  phone.kind = FieldKind::phone;
  std::vector<std::string> sentences;
  for (const Location* place : places_of(draft, named)) {
    sentences.push_back(phrase(draft, "answer_phone",
                               {{"place", label(draft, *place)},
                                {"phone", spoken(phone, place->phone, draft.language())}}));
  }
  return in_sentences(sentences);
}

std::optional<std::string> directions_answer(const Draft& draft, const Named& named) {
  const auto said = own_texts(draft, places_of(draft, named), &Location::directions);
  const auto where = address_answer(draft, named);
  return said && named.location ? in_sentences({*where, *said}) : said ? said : where;
}

std::optional<std::string> parking_answer(const Draft& draft, const Named& named) {
  return own_texts(draft, places_of(draft, named), &Location::parking);
}

// Payers and services.

std::string payers_taken(const Draft& draft) {
  std::vector<std::string> labels;
  for (const Payer& payer : draft.practice.profile.payers) {
    if (payer.accepted && payer.answer.empty()) labels.push_back(label(draft, payer));
  }
  return and_list(draft, labels);
}

std::optional<std::string> payers_answer(const Draft& draft, const Named& named) {
  if (draft.practice.profile.payers.empty()) return std::nullopt;
  const std::string taken = payers_taken(draft);
  if (!named.payer) return phrase(draft, "answer_payers", {{"payers", taken}});
  if (!named.payer->answer.empty()) return text_of(draft, named.payer->answer);
  const std::string payer = label(draft, *named.payer);
  return named.payer->accepted
             ? phrase(draft, "answer_payer_yes", {{"payer", payer}})
             : phrase(draft, "answer_payer_no", {{"payer", payer}, {"payers", taken}});
}

std::optional<std::string> service_text(const Draft& draft, const Named& named,
                                        LocalText Service::*text) {
  if (!named.service || (named.service->*text).empty()) return std::nullopt;
  return text_of(draft, named.service->*text);
}

Locations offering(const Draft& draft, const Service& service) {
  Locations places;
  for (const Location& location : draft.practice.profile.locations) {
    if (location.offers(service.id)) places.push_back(&location);
  }
  return places;
}

std::string services_listed(const Draft& draft, const Location* place) {
  std::vector<std::string> labels;
  for (const Service& service : draft.practice.profile.services) {
    if (!place || place->offers(service.id)) labels.push_back(label(draft, service));
  }
  return and_list(draft, labels);
}

std::optional<std::string> services_answer(const Draft& draft, const Named& named) {
  if (!named.service) {
    const std::string services = services_listed(draft, named.location);
    if (!named.location) return phrase(draft, "answer_services", {{"services", services}});
    return phrase(draft, "answer_services_at",
                  {{"place", label(draft, *named.location)}, {"services", services}});
  }
  const Locations places = offering(draft, *named.service);
  const std::string service = label(draft, *named.service);
  if (named.location && !named.location->offers(named.service->id)) {
    return phrase(draft, "answer_service_elsewhere",
                  {{"service", service},
                   {"place", label(draft, *named.location)},
                   {"places", listed(draft, places)}});
  }
  return phrase(
      draft, "answer_service_yes",
      {{"service", service},
       {"places", named.location ? label(draft, *named.location) : listed(draft, places)}});
}

bool takes_new(const Location& place, const Service* service) {
  if (service) return place.accepts(service->id);
  return std::any_of(place.services.begin(), place.services.end(),
                     [&](const std::string& id) { return place.accepts(id); });
}

std::optional<std::string> new_patients_answer(const Draft& draft, const Named& named) {
  Locations places;
  for (const Location& place : draft.practice.profile.locations) {
    if (takes_new(place, named.service)) places.push_back(&place);
  }
  if (places.empty()) return phrase(draft, "answer_no_new_patients");
  if (!named.location)
    return phrase(draft, "answer_new_patients", {{"places", listed(draft, places)}});
  const std::string place = label(draft, *named.location);
  if (takes_new(*named.location, named.service))
    return phrase(draft, "answer_new_patients", {{"places", place}});
  return phrase(draft, "answer_new_patients_not",
                {{"place", place}, {"places", listed(draft, places)}});
}

std::optional<std::string> computed(const Draft& draft, About about, const Named& named) {
  switch (about) {
    case About::hours:
      return hours_text(draft, places_of(draft, named), named.text);
    case About::address:
      return address_answer(draft, named);
    case About::phone:
      return phone_answer(draft, named);
    case About::directions:
      return directions_answer(draft, named);
    case About::parking:
      return parking_answer(draft, named);
    case About::payers:
      return payers_answer(draft, named);
    case About::price:
      return service_text(draft, named, &Service::price);
    case About::preparation:
      return service_text(draft, named, &Service::preparation);
    case About::bring:
      return service_text(draft, named, &Service::bring);
    case About::services:
      return services_answer(draft, named);
    case About::new_patients:
      return new_patients_answer(draft, named);
    case About::nothing:
      break;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> answer_text(const Draft& draft, const CommonAnswer& answer,
                                       const Named& named) {
  std::optional<std::string> text = computed(draft, answer.about, named);
  if (text && !text->empty()) return text;
  if (answer.text.empty()) return std::nullopt;
  return text_of(draft, answer.text, static_cast<std::size_t>(draft.now.episode.turns));
}

}  // namespace anteroom::turn
