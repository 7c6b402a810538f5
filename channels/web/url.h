// Percent-decoding and form fields, for paths, query strings and posted forms. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace anteroom::web {

// nullopt where an escape is broken or the result holds a control character.
std::optional<std::string> percent_decoded(std::string_view text);

// application/x-www-form-urlencoded, in order; nullopt where an escape is broken.
using FormFields = std::vector<std::pair<std::string, std::string>>;
std::optional<FormFields> form_fields(std::string_view text);

}  // namespace anteroom::web
