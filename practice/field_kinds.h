// The kinds of fields as one table: what a field of the kind may say in fields.yaml. How a kind is
// heard stands in bot/understanding; how it is said, in `spoken`.
#pragma once

#include <string_view>
#include <vector>

#include "practice/dictionary.h"

namespace anteroom {

struct FixedChoice {
  std::string_view id;
  std::string_view phrase;  // of the language packs: its label
};

struct FieldKindRow {
  FieldKind kind;
  std::string_view name;
  bool values = false;               // has values of its own, or of practice.yaml
  bool bounds = false;               // has an order: `least`, `most`, and comparisons in conditions
  bool length = false;               // has `longest`
  std::vector<FixedChoice> choices;  // the same in every practice
};

const std::vector<FieldKindRow>& field_kinds();
const FieldKindRow& row_of(FieldKind kind);

}  // namespace anteroom
