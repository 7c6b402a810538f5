#include "tests/durability/line.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket.hpp>
#include <deque>
#include <utility>

namespace anteroom::durability {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = boost::beast::websocket;
using Tcp = asio::ip::tcp;
using ErrorStatus = boost::system::error_code;

class WebSocketLine final : public Line, public std::enable_shared_from_this<WebSocketLine> {
 public:
  WebSocketLine(asio::io_context& io, Hearing hearing)
      : x_stream(io.get_executor()), x_hearing(std::move(hearing)) {}

  void open(const asio::ip::address_v4& from, std::uint16_t port) {
    auto& socket = x_stream.next_layer();
    ErrorStatus error;
    socket.open(Tcp::v4(), error);
    if (!error) socket.bind(Tcp::endpoint(from, 0), error);
    if (!error) socket.set_option(Tcp::no_delay(true), error);
    const Tcp::endpoint server(asio::ip::address_v4::loopback(), port);
    socket.async_connect(server, [self = shared_from_this(), port](const ErrorStatus& failed) {
      if (failed) return self->end();
      self->shake_hands("127.0.0.1:" + std::to_string(port));
    });
  }

  void say(const nlohmann::json& frame) override {
    x_queue.push_back(frame.dump());
    if (x_queue.size() == 1) write();
  }

  void hang_up() override {
    if (!x_open) return cut();
    x_hearing = {};
    x_stream.async_close(websocket::close_code::normal,
                         [self = shared_from_this()](const ErrorStatus&) {});
  }

  void cut() override {
    x_hearing = {};
    ErrorStatus ignored;
    x_stream.next_layer().set_option(asio::socket_base::linger(true, 0), ignored);
    x_stream.next_layer().close(ignored);
  }

 private:
  void shake_hands(const std::string& host) {
    x_stream.set_option(websocket::stream_base::decorator([](websocket::request_type& request) {
      request.set(beast::http::field::sec_websocket_protocol, "anteroom.v1");
    }));
    x_stream.async_handshake(host, "/chat", [self = shared_from_this()](const ErrorStatus& failed) {
      if (failed) return self->end();
      self->x_open = true;
      if (self->x_hearing.opened) self->x_hearing.opened();
      self->read();
    });
  }

  void read() {
    x_stream.async_read(
        x_buffer, [self = shared_from_this()](const ErrorStatus& failed, std::size_t) {
          if (failed) return self->end();
          const auto data = self->x_buffer.cdata();
          const std::string text(static_cast<const char*>(data.data()), data.size());
          self->x_buffer.clear();
          const auto heard = self->x_hearing.frame;  // it may be cut meanwhile
          if (heard) heard(nlohmann::json::parse(text));
          self->read();
        });
  }

  void write() {
    x_stream.async_write(asio::buffer(x_queue.front()),
                         [self = shared_from_this()](const ErrorStatus& failed, std::size_t) {
                           if (failed) return;  // the read tells
                           self->x_queue.pop_front();
                           if (!self->x_queue.empty()) self->write();
                         });
  }

  void end() {
    const auto ended = std::exchange(x_hearing, {}).ended;
    if (ended) ended(static_cast<int>(x_stream.reason().code));
  }

  websocket::stream<Tcp::socket, false> x_stream;
  Hearing x_hearing;
  beast::flat_buffer x_buffer;
  std::deque<std::string> x_queue;
  bool x_open = false;
};

}  // namespace

std::shared_ptr<Line> dial(asio::io_context& io, asio::ip::address_v4 from, std::uint16_t port,
                           Line::Hearing hearing) {
  auto line = std::make_shared<WebSocketLine>(io, std::move(hearing));
  line->open(from, port);
  return line;
}

}  // namespace anteroom::durability
