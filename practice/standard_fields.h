// The fields that every practice shares: ids that the program itself knows, with the kind and the
// values they must have wherever a practice has them. Checked when fields.yaml is read.
#pragma once

#include "practice/dictionary.h"

namespace anteroom {

void check_standard_field(const Field& field, const Place& kind, Diagnostics& found);

}  // namespace anteroom
