#include "bot/pages.h"

#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "web_widget/assets.h"

namespace anteroom::bot {
namespace {

// The demo page is a clinic's page; the panel is ours, and says who may frame it; the loader may be
// fetched by any page.
web::PagePolicy policy_of(std::string_view path, const std::vector<std::string>& origins) {
  web::PagePolicy policy;
  policy.content =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; frame-src 'self'; "
      "connect-src 'self'";
  if (path == "/panel.html") {
    policy.frame_ancestors = "'self'";
    for (const std::string& origin : origins) policy.frame_ancestors += " " + origin;
  }
  if (path == "/widget.js") policy.cross_origin_resource = "cross-origin";
  return policy;
}

void add_asset(web::Routes& routes, std::string path, const web_widget::Asset& asset,
               const std::vector<std::string>& origins) {
  const std::string etag = '"' + content_hash(asset.bytes) + '"';
  web::PagePolicy policy = policy_of(path, origins);
  routes.add({"GET", std::move(path), web::immediately([&asset, etag](const web::Request&) {
                return web::static_response(asset.content_type, asset.bytes, etag);
              }),
              std::move(policy)});
}

void add_assets(web::Routes& routes, const std::vector<std::string>& origins) {
  for (const web_widget::Asset& asset : web_widget::assets()) {
    add_asset(routes, "/" + std::string(asset.path), asset, origins);
    if (asset.path == "demo.html") add_asset(routes, "/", asset, origins);
  }
}

// Alive: the server answers.
web::Response healthz(const web::Request&) { return web::json_response(200, R"({"status":"ok"})"); }

web::Response advance_clock(Clock& clock, const web::Request& request) {
  const nlohmann::json body = nlohmann::json::parse(request.body, nullptr, false);
  const bool fits = body.is_object() && body.contains("advance") && body["advance"].is_string();
  const auto by = fits ? parse_duration(body["advance"].get<std::string>()) : std::nullopt;
  if (!by) return web::error_response(400, "bad_field", R"(wanted {"advance": "26h"})");
  clock.advance(*by);
  return web::json_response(200, nlohmann::json{{"now", to_text(clock.now())}}.dump());
}

}  // namespace

web::Routes site_routes(Site& site) {
  web::Routes routes;
  add_assets(routes, site.origins);
  routes.add({"GET", "/healthz", web::immediately(healthz)});
  routes.add({"GET", "/readyz",
              web::immediately([&site](const web::Request&) { return site.health.readiness(); })});
  if (site.demo) {
    routes.add({"POST", "/demo/clock", web::immediately([&site](const web::Request& request) {
                  return advance_clock(site.clock, request);
                })});
  }
  return routes;
}

}  // namespace anteroom::bot
