// What the YAML library says when a file cannot be read, in words that clinic staff can act on.
// Used by base/document.cc alone.
#pragma once

#include <string>
#include <string_view>

namespace anteroom {

std::string in_plain_words(std::string_view library_message);

}  // namespace anteroom
