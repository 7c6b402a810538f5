// The pages and scripts that browsers get, embedded into the program. The server makes a route of
// each and says what it may load; this room knows no server.
#pragma once

#include <span>
#include <string_view>

namespace anteroom::web_widget {

struct Asset {
  std::string_view path;  // "widget.js"; a page names the others by such paths, relative to its own
  std::string_view content_type;
  std::string_view bytes;  // live as long as the program
};

std::span<const Asset> assets();

}  // namespace anteroom::web_widget
