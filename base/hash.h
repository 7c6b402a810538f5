// A short fixed hash of content (FNV-1a, 64 bits, as hex): for versions of a practice and for "same
// id, other body". Not for secrets: look-ups by phone or name use the store's keyed hash.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace anteroom {

std::string content_hash(std::string_view bytes);

}  // namespace anteroom
