// The yardstick: a bare WebSocket echo on Beast, as quick as this library can be had here - one
// thread, typed executor, no compression, no coroutine, nothing done with a message.
#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket.hpp>
#include <cstdio>
#include <memory>

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using Tcp = asio::ip::tcp;
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<Tcp, Executor>;
using Acceptor = asio::basic_socket_acceptor<Tcp, Executor>;
using ErrorStatus = boost::system::error_code;

class Echo : public std::enable_shared_from_this<Echo> {
 public:
  explicit Echo(Socket socket) : x_stream(std::move(socket)) {}

  void start() {
    x_stream.text(true);
    x_stream.auto_fragment(false);
    x_stream.async_accept([self = shared_from_this()](const ErrorStatus& error) {
      if (!error) self->read();
    });
  }

 private:
  void read() {
    x_stream.async_read(x_buffer,
                        [self = shared_from_this()](const ErrorStatus& error, std::size_t) {
                          if (!error) self->write();
                        });
  }

  void write() {
    x_stream.async_write(x_buffer.cdata(),
                         [self = shared_from_this()](const ErrorStatus& error, std::size_t) {
                           self->x_buffer.clear();
                           if (!error) self->read();
                         });
  }

  beast::websocket::stream<Socket, false> x_stream;
  beast::flat_buffer x_buffer;
};

void accept(Acceptor& acceptor) {
  acceptor.async_accept([&acceptor](const ErrorStatus& error, Socket socket) {
    if (!error) {
      socket.set_option(Tcp::no_delay(true));
      std::make_shared<Echo>(std::move(socket))->start();
    }
    accept(acceptor);
  });
}

}  // namespace

int main() {
  asio::io_context io{1};
  Acceptor acceptor(io, Tcp::endpoint(asio::ip::address_v4::loopback(), 0));
  std::printf("echo on http://127.0.0.1:%u/\n",
              static_cast<unsigned>(acceptor.local_endpoint().port()));
  std::fflush(stdout);
  accept(acceptor);
  io.run();
}
