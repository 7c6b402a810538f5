// One chat client's WebSocket, from the handshake to the close.
#pragma once

#include <memory>
#include <string>

#include "channels/web/asio_types.h"
#include "channels/web/http_message.h"

namespace anteroom::web {

class Hub;

// Takes over the connection; the request has been admitted.
void start_chat(Socket socket, std::shared_ptr<Hub> hub, UpgradeRequest request,
                std::string remote_address);

}  // namespace anteroom::web
