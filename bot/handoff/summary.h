// The context summary that goes with a handoff (row D4): what staff need to know before they say a
// word, as JSON for machines and as plain text in the staff's language for people. Derived from the
// case alone, so that later changes simply make it anew.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "base/case.h"
#include "flows/flow.h"
#include "practice/dictionary.h"
#include "practice/language_pack.h"
#include "practice/profile.h"
#include "scoring/scoring.h"

namespace anteroom::handoff {

struct SummarySource {
  const Profile& profile;
  const Dictionary& dictionary;
  const LanguagePacks& packs;
  const flows::Flow& flow;
  const Case& a_case;
  const FactView& counting;
  const scoring::Scorecard& score;
  std::string_view staff_language;
};

// {service, location, urgency, timing: value or null,
//  answers, doubtful, parked: [{field, label, value, spoken, source, confidence, at, words?,
//  doubt?}], questions: [text], attempts: [{field, words}], red_flags: [group], missing: [field],
//  contact: {text_messages: allowed | do_not_text, name?, phone?, email?, preferred_channel?, ...},
//  consents: [...], score: {total, fit, intent, tier, certainty, reasons: [{rule, points, why}]},
//  happened: {opened, turns, flow, language, skipped, given_up}, text}
nlohmann::json summary(const SummarySource& source);

}  // namespace anteroom::handoff
