// The TCP socket under a chat's WebSocket. Text frames are put into a buffer here, past the
// WebSocket stream, and leave together at the end of the turn that makes them: one system call for
// what would be several. The stream's own frames (pongs, closes) go through the same buffer, so
// that none lands within another. It also counts what is read, for messages that never end.
#pragma once

#include <boost/asio/associated_allocator.hpp>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/bind_handler.hpp>
#include <boost/beast/core/buffers_range.hpp>
#include <boost/beast/websocket/teardown.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "channels/web/asio_types.h"

namespace anteroom::web {

class FrameSocket {
 public:
  using executor_type = Executor;
  using next_layer_type = Socket;

  // A message may take so many bytes to read, its frames' heads included. What is held here is
  // counted in `held_in_all`, too.
  FrameSocket(Socket socket, std::size_t message_bytes, std::size_t& held_in_all)
      : x_socket(std::move(socket)), x_message_bytes(message_bytes), x_held_in_all(held_in_all) {}
  ~FrameSocket() { x_held_in_all -= x_next.size() + x_flying.size(); }
  FrameSocket(const FrameSocket&) = delete;
  FrameSocket& operator=(const FrameSocket&) = delete;

  // Who owns this; kept alive while something is being written.
  void belong_to(std::weak_ptr<void> owner) { x_owner = std::move(owner); }

  executor_type get_executor() { return x_socket.get_executor(); }
  Socket& next_layer() { return x_socket; }

  void put_text(std::string_view payload);
  // Behind the frames that are being written now.
  std::size_t waiting_frames() const { return x_frames; }
  std::size_t waiting_bytes() const { return x_next.size(); }
  bool is_writing() const { return !x_flying.empty(); }

  void message_ended() { x_read = 0; }
  bool message_is_endless() const { return x_read > x_message_bytes; }

  // What a WebSocket stream asks of the layer beneath it.
  template <class Buffers, class Done>
  auto async_read_some(const Buffers& room, Done&& done) {
    auto start = [this](auto&& then, const Buffers& buffers) {
      using Then = std::decay_t<decltype(then)>;
      x_socket.async_read_some(buffers, Counted<Then>{this, std::forward<decltype(then)>(then)});
    };
    return asio::async_initiate<Done, void(ErrorStatus, std::size_t)>(start, done, room);
  }

  template <class Buffers, class Done>
  auto async_write_some(const Buffers& data, Done&& done) {
    auto start = [this](auto&& then, const Buffers& buffers) {
      std::size_t size = 0;
      for (const asio::const_buffer part : boost::beast::buffers_range_ref(buffers)) {
        x_next.append(static_cast<const char*>(part.data()), part.size());
        size += part.size();
      }
      x_held_in_all += size;
      flush();
      asio::post(get_executor(), boost::beast::bind_front_handler(
                                     std::forward<decltype(then)>(then), x_error, size));
    };
    return asio::async_initiate<Done, void(ErrorStatus, std::size_t)>(start, done, data);
  }

 private:
  // A handler that counts what was read, and ends a message that does not.
  template <class Then>
  struct Counted {
    FrameSocket* socket;
    Then then;

    using executor_type = asio::associated_executor_t<Then, Executor>;
    using allocator_type = asio::associated_allocator_t<Then>;
    executor_type get_executor() const noexcept {
      return asio::get_associated_executor(then, socket->get_executor());
    }
    allocator_type get_allocator() const noexcept { return asio::get_associated_allocator(then); }

    void operator()(ErrorStatus error, std::size_t size) {
      socket->x_read += size;
      if (!error && socket->message_is_endless()) error = asio::error::message_size;
      then(error, size);
    }
  };

  void flush_soon();
  void flush();
  void flushed(const ErrorStatus& error);

  Socket x_socket;
  std::weak_ptr<void> x_owner;
  std::string x_next;    // waits
  std::string x_flying;  // is being written
  std::size_t x_frames = 0;
  std::size_t x_message_bytes;
  std::size_t& x_held_in_all;
  std::size_t x_read = 0;  // since the last message
  bool x_flush_due = false;
  ErrorStatus x_error;
};

template <class Done>
void async_teardown(boost::beast::role_type role, FrameSocket& socket, Done&& done) {
  using boost::beast::websocket::async_teardown;
  async_teardown(role, socket.next_layer(), std::forward<Done>(done));
}

}  // namespace anteroom::web
