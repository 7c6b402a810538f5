// How both clients of the bench, the load and the visitor who explores the walk, reach a server on
// this machine.
#pragma once

#include <cstdint>

namespace anteroom::bench {

// Whether a TCP socket is connected to the port of 127.0.0.1; errno says why not.
bool connect_to_loopback(int socket, std::uint16_t port);

}  // namespace anteroom::bench
