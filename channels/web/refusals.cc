#include "channels/web/refusals.h"

#include <string>

namespace anteroom::web {
namespace {

constexpr std::string_view kPrefix = "refused_";
constexpr std::array<std::string_view, kRefusals> kEvents = {
    "refused_full",          "refused_unanswered",    "refused_address_full",
    "refused_fast_connects", "refused_fast_requests", "refused_fast_conversations",
    "refused_fast_frames",   "refused_bad_request",   "refused_large_request",
    "refused_slow_request",  "refused_wrong_origin",  "refused_bad_frame",
    "refused_no_hello",      "refused_slow_reader",
};

std::string_view in_words(Refusal reason) {
  switch (reason) {
    case Refusal::full:
      return "the server bears no more connections";
    case Refusal::address_full:
      return "too many connections from this address";
    case Refusal::fast_connects:
      return "too many new connections from this address";
    default:
      return "too many requests from this address";
  }
}

}  // namespace

std::string_view event_of(Refusal reason) { return kEvents.at(static_cast<std::size_t>(reason)); }
std::string_view to_text(Refusal reason) { return event_of(reason).substr(kPrefix.size()); }

Response response_to(const TurnedAway& away) {
  const bool full = away.reason == Refusal::full;
  Response response =
      error_response(full ? 503 : 429, full ? "full" : "too_fast", in_words(away.reason));
  response.headers.push_back({"Retry-After", std::to_string(away.retry_after)});
  return response;
}

CloseCode close_code_of(const TurnedAway& away) {
  const bool full = away.reason == Refusal::full || away.reason == Refusal::address_full;
  return full ? CloseCode::full : CloseCode::too_fast;
}

}  // namespace anteroom::web
