// The pages and scripts that browsers get, embedded into the program. The server makes a route of
// each; this room knows no server. What a page may load stands here, beside the page; headers that
// all pages share are the server's.
#pragma once

#include <span>
#include <string_view>

namespace anteroom::web_widget {

struct Asset {
  std::string_view path;  // "/widget.js"; "/" is the demo page
  std::string_view content_type;
  std::string_view bytes;           // live as long as the program
  std::string_view content_policy;  // sources of the Content-Security-Policy; "default-src 'none'"
                                    // where it is no page
  bool from_any_origin = false;     // clinic pages load it (the launcher)
  bool in_a_frame = false;          // clinic pages frame it (the panel)
};

std::span<const Asset> assets();

}  // namespace anteroom::web_widget
