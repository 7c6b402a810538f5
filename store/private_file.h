// Files that only their owner may read (mode 0600), for the database and its key. Called when a
// store is opened. Neither ever changes a file that is already there.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace anteroom::store {

Result<void> make_private_file(const std::string& path);  // empty, unless it exists
// Whole or not at all, also when two processes do it at once: the first one's content stays.
Result<void> publish_private_file(const std::string& path, std::string_view content);

}  // namespace anteroom::store
