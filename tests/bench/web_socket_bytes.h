// WebSocket by hand, as much of it as a load client needs: the opening request, text frames that
// are made once and sent often, and a cheap look at what comes. A client must cost little beside
// the server that it measures.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace anteroom::bench {

std::string upgrade_request(std::uint16_t port);

enum class Opcode : unsigned char { text = 1, close = 8, ping = 9, pong = 10 };

// Masked with zeros, which the protocol allows: the text stays readable, and can be changed in
// place.
std::string client_frame(Opcode opcode, std::string_view payload);

struct Incoming {
  Opcode opcode;
  std::string_view payload;
};

// Takes the next whole frame off the front of `bytes`; nullopt where the rest is still to come.
std::optional<Incoming> take_frame(std::string_view& bytes);

}  // namespace anteroom::bench
