// What the server shows besides the chat: the widget's files, the demo clinic page, health, and the
// demonstration's clock.
#pragma once

#include <string>
#include <vector>

#include "bot/clock.h"
#include "bot/health.h"
#include "channels/web/routes.h"

namespace anteroom::bot {

struct Site {
  const Health& health;
  Clock& clock;
  std::vector<std::string> origins;  // that may embed the widget
  bool demo = false;
};

// The site must outlive the server.
web::Routes site_routes(Site& site);

}  // namespace anteroom::bot
