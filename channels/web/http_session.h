// One TCP connection that speaks HTTP: reads request after request, asks the routes, writes the
// answers. On an upgrade to the chat it hands its socket over and ends.
#pragma once

#include <memory>

#include "channels/web/arrival.h"
#include "channels/web/asio_types.h"

namespace anteroom::web {

void start_http(Socket socket, std::shared_ptr<Hub> hub, Arrival arrival);

}  // namespace anteroom::web
