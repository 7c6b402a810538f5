#include "tests/bench/web_socket_bytes.h"

namespace anteroom::bench {
namespace {

constexpr unsigned kFinal = 0x80, kMasked = 0x80;

void append_number(std::string& bytes, std::size_t number, int size) {
  for (int shift = 8 * (size - 1); shift >= 0; shift -= 8)
    bytes += static_cast<char>((number >> shift) & 0xff);
}

std::size_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::size_t number = 0;
  for (std::size_t i = 0; i < size; ++i)
    number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

}  // namespace

std::string upgrade_request(std::uint16_t port) {
  return "GET /chat HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) +
         "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
         "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: "
         "anteroom.v1\r\n\r\n";
}

std::string client_frame(Opcode opcode, std::string_view payload) {
  std::string bytes;
  bytes += static_cast<char>(kFinal | static_cast<unsigned>(opcode));
  if (payload.size() < 126) {
    bytes += static_cast<char>(kMasked | payload.size());
  } else if (payload.size() < 65536) {
    bytes += static_cast<char>(kMasked | 126);
    append_number(bytes, payload.size(), 2);
  } else {
    bytes += static_cast<char>(kMasked | 127);
    append_number(bytes, payload.size(), 8);
  }
  return bytes.append(4, '\0').append(payload);
}

std::optional<Incoming> take_frame(std::string_view& bytes) {
  if (bytes.size() < 2) return std::nullopt;
  std::size_t head = 2;
  std::size_t size = static_cast<unsigned char>(bytes[1]) & 0x7f;
  if (size >= 126) {
    const std::size_t width = size == 126 ? 2 : 8;
    if (bytes.size() < head + width) return std::nullopt;
    size = number_at(bytes, head, width);
    head += width;
  }
  if (bytes.size() < head + size) return std::nullopt;
  const Incoming frame{static_cast<Opcode>(bytes[0] & 0x0f), bytes.substr(head, size)};
  bytes.remove_prefix(head + size);
  return frame;
}

}  // namespace anteroom::bench
