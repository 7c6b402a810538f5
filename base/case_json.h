// How a case is stored: whole, and as the difference that one turn made. The store keeps one
// difference per turn and a whole case every few turns; `apply` over the differences since gives
// the case again, to the last bit (tests/base/case_json_test.cc asserts it on random cases).
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "base/case.h"
#include "base/result.h"

namespace anteroom {

std::string stored_text(const Case& a_case);
nlohmann::json to_stored_json(const Case& a_case);  // the same, to look into
Result<Case> case_from_stored_json(const nlohmann::json& json);

// Only the members that changed; facts by field, so that one new fact costs one fact.
std::string difference_text(const Case& before, const Case& after);
nlohmann::json difference(const Case& before, const Case& after);  // the same, to look into
// Name it `anteroom::apply`: the bare name finds std::apply, too.
Result<Case> apply(Case before, const nlohmann::json& difference);

}  // namespace anteroom
