// Checks a value against a JSON Schema, draft 2020-12, as far as our own schemas go: type, enum,
// pattern, minimum, maximum, items, properties, patternProperties, additionalProperties, required,
// anyOf, $ref into $defs. A schema with any other keyword is a mistake, so none passes unseen.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/document.h"

namespace anteroom::bot {

// What does not fit, as "/path: why"; empty if all does.
std::vector<std::string> misfits(const nlohmann::json& schema, const nlohmann::json& value);

// A YAML tree as an editor sees it: plain scalars by the rules of YAML 1.2.
nlohmann::json json_of_yaml(const Node& node);

}  // namespace anteroom::bot
