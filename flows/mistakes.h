// How this room words an unknown name: "there is no field 'servce'; did you mean 'service'?" Used
// by its readers, which all name fields, texts, consents, queues, tiers and topics. It knows no
// flow.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/document.h"

namespace anteroom::flows {

std::string unknown_word(std::string_view kind, std::string_view word,
                         const std::vector<std::string_view>& candidates);

// As an error; its rule is `unknown_` and the kind.
void report_unknown(std::string_view kind, const Node& word,
                    const std::vector<std::string_view>& candidates, Diagnostics& found);

std::vector<std::string_view> views(const std::vector<std::string>& texts);

}  // namespace anteroom::flows
