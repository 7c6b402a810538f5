#include "web_widget/assets.h"

#include <iterator>

#include "web_widget_pages.h"

namespace anteroom::web_widget {
namespace {

constexpr std::string_view bytes_of(std::string_view name) {
  for (const EmbeddedFile& file : kFiles)
    if (file.name == name) return file.bytes;
  throw "no such page";  // at compile time
}

constexpr std::string_view kHtml = "text/html; charset=utf-8";
constexpr std::string_view kScript = "text/javascript; charset=utf-8";
constexpr std::string_view kStyle = "text/css; charset=utf-8";
constexpr std::string_view kNothing = "default-src 'none'";
constexpr std::string_view kPanelPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'";
constexpr std::string_view kDemoPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; frame-src 'self'";

constexpr Asset kAssets[] = {
    {"/widget.js", kScript, bytes_of("widget.js"), kNothing, true, false},
    {"/panel.html", kHtml, bytes_of("panel.html"), kPanelPolicy, false, true},
    {"/panel.css", kStyle, bytes_of("panel.css"), kNothing},
    {"/panel.js", kScript, bytes_of("panel.js"), kNothing},
    {"/", kHtml, bytes_of("demo.html"), kDemoPolicy},
    {"/demo.css", kStyle, bytes_of("demo.css"), kNothing},
    {"/demo.js", kScript, bytes_of("demo.js"), kNothing},
    {"/icon.svg", "image/svg+xml", bytes_of("icon.svg"), kNothing},
};

}  // namespace

std::span<const Asset> assets() { return kAssets; }

}  // namespace anteroom::web_widget
