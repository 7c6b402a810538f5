#include "web_widget/assets.h"

#include <array>

#include "web_widget_pages.h"

namespace anteroom::web_widget {
namespace {

constexpr std::string_view content_type(std::string_view name) {
  if (name.ends_with(".html")) return "text/html; charset=utf-8";
  if (name.ends_with(".css")) return "text/css; charset=utf-8";
  if (name.ends_with(".js")) return "text/javascript; charset=utf-8";
  if (name.ends_with(".svg")) return "image/svg+xml";
  throw "a kind of file that browsers are not told of";  // at compile time
}

constexpr auto kAssets = [] {
  std::array<Asset, std::size(kFiles)> assets;
  for (std::size_t i = 0; i < assets.size(); ++i)
    assets[i] = {kFiles[i].name, content_type(kFiles[i].name), kFiles[i].bytes};
  return assets;
}();

}  // namespace

std::span<const Asset> assets() { return kAssets; }

}  // namespace anteroom::web_widget
