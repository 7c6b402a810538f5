// Whether this server should be sent visitors: what /readyz answers. Each check is asked anew or
// was told by the part it is about; the answer lists them all. Lives on the server's thread and
// never blocks it.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "base/moment.h"
#include "bot/desk.h"
#include "channels/web/http.h"
#include "store/store.h"

namespace anteroom::bot {

class Health {
 public:
  Health(const Desk& desk, store::Store& store) : x_desk(desk), x_store(store) {}

  web::Response readiness() const;

  void serves_since(Moment at) { x_loaded_at = at; }
  void refused(std::size_t mistakes) { x_mistakes = mistakes; }  // 0: the folder is what is served
  void courier_has_been_round();
  void stop() { x_running = false; }

 private:
  const Desk& x_desk;
  store::Store& x_store;
  Moment x_loaded_at{};
  std::size_t x_mistakes = 0;
  std::chrono::steady_clock::time_point x_courier{};
  bool x_running = true;
};

}  // namespace anteroom::bot
