// How soon: a label of the choices, else what the days named say. An emergency is never inferred
// here: that is the red-flag detector's finding; it can only be picked where it was offered.
#include <algorithm>
#include <optional>

#include "bot/understanding/field_kinds.h"
#include "bot/understanding/time_mentions.h"

namespace anteroom::understanding {
namespace {

constexpr std::string_view kEmergency = "emergency", kToday = "today";
constexpr double kSaidOtherwise = 0.95, kToned = 0.8;

bool is_offered(const Listening& listening, std::string_view choice) {
  const Pending* pending = listening.expectation.pending;
  return pending && std::any_of(pending->choices.begin(), pending->choices.end(),
                                [&](const OfferedChoice& offered) { return offered.id == choice; });
}

bool is_emergency(const Slot& slot) { return std::get<std::string>(slot.value) == kEmergency; }

std::optional<Slot> by_word(const Listening& listening) {
  for (std::size_t i = 0; i < listening.heard.size(); ++i) {
    const Hit* hit = listening.heard.at(i, Means::emergency);
    if (!hit || listening.heard.negated(i)) continue;
    return slot_at(listening, {hit->first, hit->last}, std::string(kToday), kToned);
  }
  return std::nullopt;
}

}  // namespace

Answer answer_urgency(const Listening& listening) {
  Answer answer = answer_choice(listening);
  const bool picked = !answer.slots.empty();
  if (picked && (!is_emergency(answer.slots.front()) || is_offered(listening, kEmergency)))
    return answer;
  if (auto found = find_urgency(listening); !found.empty()) {
    found.front().confidence = kSaidOtherwise;
    return {std::move(found), {}};
  }
  if (auto today = by_word(listening)) return Answer::yes(*std::move(today));
  if (picked)
    return Answer::yes(
        slot_at(listening, {0, listening.heard.size()}, std::string(kToday), kToned));
  return answer;
}

}  // namespace anteroom::understanding
