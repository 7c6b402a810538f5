#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket.hpp>
#include <catch2/catch.hpp>

#include "tests/support/web_clients.h"

namespace web_tests {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = boost::beast::websocket;
using Tcp = asio::ip::tcp;
using ErrorStatus = boost::system::error_code;

struct ChatClient::Inside {
  asio::io_context io{1};
  websocket::stream<asio::basic_stream_socket<Tcp, asio::io_context::executor_type>, false> stream{
      io.get_executor()};
  websocket::response_type response;
  beast::flat_buffer buffer;

  // Runs until `start` has called back, ten seconds at most.
  template <class Start>
  ErrorStatus await(Start start) {
    std::optional<ErrorStatus> result;
    start([&](const ErrorStatus& error, std::size_t = 0) { result = error; });
    io.restart();
    io.run_for(std::chrono::seconds(10));
    if (!result) {  // the operation points to this frame: end it
      stream.next_layer().close();
      io.restart();
      io.run();
      FAIL("no answer within ten seconds");
    }
    return *result;
  }

  ErrorStatus write(std::string_view bytes) {
    const auto data = asio::buffer(bytes.data(), bytes.size());
    return await([&](auto done) { stream.async_write(data, done); });
  }
};

ChatClient::ChatClient(std::uint16_t port, const ChatOptions& options)
    : x_inside(std::make_unique<Inside>()) {
  auto& stream = x_inside->stream;
  const Tcp::endpoint endpoint(asio::ip::address_v4::loopback(), port);
  REQUIRE_FALSE(
      x_inside->await([&](auto done) { stream.next_layer().async_connect(endpoint, done); }));
  stream.next_layer().set_option(Tcp::no_delay(true));
  auto decorate = [options](websocket::request_type& request) {
    if (!options.protocol.empty())
      request.set(beast::http::field::sec_websocket_protocol, options.protocol);
    if (!options.origin.empty()) request.set(beast::http::field::origin, options.origin);
    if (!options.forwarded_for.empty()) request.set("X-Forwarded-For", options.forwarded_for);
  };
  stream.set_option(websocket::stream_base::decorator(decorate));
  const std::string host = "127.0.0.1:" + std::to_string(port);
  x_inside->await(
      [&](auto done) { stream.async_handshake(x_inside->response, host, options.path, done); });
}

ChatClient::~ChatClient() = default;

int ChatClient::status() const { return static_cast<int>(x_inside->response.result_int()); }

std::string ChatClient::protocol() const {
  const auto name = x_inside->response[beast::http::field::sec_websocket_protocol];
  return std::string(name.data(), name.size());
}

void ChatClient::send(std::string_view text) {
  x_inside->stream.text(true);
  x_inside->write(text);
}

void ChatClient::send_binary(std::string_view bytes) {
  x_inside->stream.binary(true);
  x_inside->write(bytes);
}

void ChatClient::welcome() {
  send(R"({"type":"hello"})");
  REQUIRE(frame()["type"] == "welcome");
}

std::optional<nlohmann::json> ChatClient::read() {
  x_inside->buffer.clear();
  const auto error =
      x_inside->await([&](auto done) { x_inside->stream.async_read(x_inside->buffer, done); });
  if (error) return std::nullopt;
  return nlohmann::json::parse(beast::buffers_to_string(x_inside->buffer.data()));
}

nlohmann::json ChatClient::frame() {
  auto next = read();
  REQUIRE(next);
  return *next;
}

nlohmann::json ChatClient::frame(std::string_view type) {
  for (;;) {
    auto next = frame();
    if (next["type"] == type) return next;
  }
}

int ChatClient::close_code(const std::function<void(const nlohmann::json&)>& seen) {
  while (const auto frame = read()) {
    if (seen) seen(*frame);
  }
  return static_cast<int>(x_inside->stream.reason().code);
}

std::string ChatClient::close_reason() const {
  const auto& text = x_inside->stream.reason().reason;
  return std::string(text.data(), text.size());
}

}  // namespace web_tests
