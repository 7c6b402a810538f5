// The courier: delivers what turns left in the outbox, after they are committed. A delivery that
// fails is tried again later, with longer waits; none is lost, none is done twice within our store.
#pragma once

#include <functional>
#include <string>

#include "base/moment.h"
#include "store/store.h"

namespace anteroom::bot {

class Courier {
 public:
  // Where deliveries to staff go: an event's name and the row, never a visitor's words.
  using Notify = std::function<bool(const store::OutboxRow& row)>;

  Courier(store::Store& store, Notify notify) : x_store(store), x_notify(std::move(notify)) {}

  // Delivers what is due; how many were delivered.
  Result<int> deliver(Moment now);

 private:
  Result<bool> try_once(const store::OutboxRow& row, Moment now);

  store::Store& x_store;
  Notify x_notify;
};

}  // namespace anteroom::bot
