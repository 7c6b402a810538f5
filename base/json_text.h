// JSON that comes from outside, read strictly: one value, UTF-8, nested so far and no further.
// Called by whoever reads what others wrote (frames, requests, lines of input). And JSON as text,
// for whoever writes it. Neither throws.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace anteroom {

inline constexpr int kDeepestJson = 64;

// The value, or a discarded one (is_discarded()) where the bytes are none. The library would take a
// zero byte for the end and pass over what stands behind it, and its copies and writers recurse.
nlohmann::json parse_json(std::string_view bytes);

// In one line. The library would throw where a text is no UTF-8: U+FFFD takes the place of what is
// none.
std::string dump_json(const nlohmann::json& value);

}  // namespace anteroom
