// The value that a field gets when nobody answers: `then: {default: VALUE}`. Reads it by the
// field's kind, and says what would be right where the field could never hold it. Used by the
// reader of `ask` only.
#pragma once

#include "base/document.h"
#include "base/result.h"
#include "base/value.h"
#include "practice/dictionary.h"

namespace anteroom::flows {

// The error's `where` is the value's place. Names, phones, e-mails and ZIPs have no default: a
// made-up one would reach a person's file.
Result<Value> read_default(const Node& node, const Field& field);

}  // namespace anteroom::flows
