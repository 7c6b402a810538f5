#include "channels/web/frame_socket.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>

namespace anteroom::web {
namespace {

constexpr unsigned char kLastText = 0x81;  // a text message in one frame
constexpr std::size_t kTwoByteLength = 126;
constexpr std::size_t kEightByteLength = 127;

void put_big_endian(std::string& bytes, std::size_t number, int width) {
  for (int shift = 8 * (width - 1); shift >= 0; shift -= 8)
    bytes += static_cast<char>(number >> shift & 0xff);
}

// A server's frames are not masked.
void put_head(std::string& bytes, std::size_t size) {
  bytes += static_cast<char>(kLastText);
  if (size < kTwoByteLength) {
    bytes += static_cast<char>(size);
  } else if (size <= 0xffff) {
    bytes += static_cast<char>(kTwoByteLength);
    put_big_endian(bytes, size, 2);
  } else {
    bytes += static_cast<char>(kEightByteLength);
    put_big_endian(bytes, size, 8);
  }
}

}  // namespace

void FrameSocket::put_text(std::string_view payload) {
  const std::size_t before = x_next.size();
  put_head(x_next, payload.size());
  x_next += payload;
  x_held_in_all += x_next.size() - before;
  ++x_frames;
  flush_soon();
}

void FrameSocket::flush_soon() {
  if (x_flush_due || !x_flying.empty()) return;
  x_flush_due = true;
  asio::post(get_executor(), [this, owner = x_owner.lock()] {
    x_flush_due = false;
    flush();
  });
}

void FrameSocket::flush() {
  if (!x_flying.empty() || x_next.empty() || x_error) return;
  x_flying.swap(x_next);
  x_frames = 0;
  asio::async_write(
      x_socket, asio::buffer(x_flying),
      [this, owner = x_owner.lock()](const ErrorStatus& error, std::size_t) { flushed(error); });
}

void FrameSocket::flushed(const ErrorStatus& error) {
  x_held_in_all -= x_flying.size();
  x_flying = {};  // ten thousand silent chats hold no buffers
  x_error = error;
  if (!error) return flush();
  ErrorStatus ignored;
  x_socket.close(ignored);
}

}  // namespace anteroom::web
