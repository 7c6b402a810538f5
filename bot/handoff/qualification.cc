#include "bot/handoff/qualification.h"

namespace anteroom::handoff {

Qualification qualify(const Case& a_case, const scoring::Scorecard& score, bool needs_known,
                      bool contactable) {
  const Episode& episode = a_case.episode;
  if (episode.paused) return {"forward", "emergency"};
  if (episode.handoff) return {"forward", "handed_off"};
  if (!contactable) return {"hold", "not_contactable"};
  if (!episode.latched.empty())
    return needs_known ? Qualification{"forward", "ready"}
                       : Qualification{"hold", "missing_details"};
  const bool hands_off = score.tier && score.tier->action == "hand_off";
  return {"hold", hands_off ? "missing_details" : "low_tier"};
}

}  // namespace anteroom::handoff
