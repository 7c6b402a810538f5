// One chat client's WebSocket, from the handshake to the close.
#pragma once

#include <memory>
#include <string>

#include "channels/web/arrival.h"
#include "channels/web/asio_types.h"
#include "channels/web/http_message.h"

namespace anteroom::web {

// Takes over the connection; the request has been admitted, unless the arrival is turned away: then
// the handshake is made, since a browser shows a page no other answer, and the chat closed.
void start_chat(Socket socket, std::shared_ptr<Hub> hub, UpgradeRequest request,
                std::string remote_address, Arrival arrival);

}  // namespace anteroom::web
