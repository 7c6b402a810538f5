#include "bot/health.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "bot/clock.h"

namespace anteroom::bot {
namespace {

constexpr std::chrono::seconds kCourierPatience{60};

}  // namespace

void Health::courier_has_been_round() { x_courier = steady_now(); }

web::Response Health::readiness() const {
  const nlohmann::json checks{{"store", x_store.ready().has_value()},
                              {"desk", !x_desk.is_full()},
                              {"courier", steady_now() - x_courier < kCourierPatience},
                              {"running", x_running}};
  const bool ready = std::all_of(checks.begin(), checks.end(),
                                 [](const nlohmann::json& check) { return check.get<bool>(); });
  const nlohmann::json body{{"ready", ready},
                            {"checks", checks},
                            {"practice",
                             {{"version", x_desk.practice()->version},
                              {"loaded_at", to_text(x_loaded_at)},
                              {"refused", x_mistakes}}}};
  return web::json_response(ready ? 200 : 503, body.dump());
}

}  // namespace anteroom::bot
