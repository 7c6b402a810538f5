// One chat client's WebSocket, from the handshake to the close.
#pragma once

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <memory>
#include <string>

#include "channels/web/asio_types.h"

namespace anteroom::web {

class Hub;

using UpgradeRequest = boost::beast::http::request<boost::beast::http::string_body>;

// Takes over the connection; the request has been admitted.
void start_chat(Socket socket, std::shared_ptr<Hub> hub, UpgradeRequest request,
                std::string remote_address);

}  // namespace anteroom::web
