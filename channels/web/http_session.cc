#include "channels/web/http_session.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/basic_stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <optional>
#include <utility>

#include "channels/web/chat_session.h"
#include "channels/web/http_message.h"
#include "channels/web/hub.h"

namespace anteroom::web {
namespace {

namespace beast = boost::beast;
namespace http = boost::beast::http;
using Stream = beast::basic_stream<Tcp, Executor>;
using HttpResponse = http::response<http::span_body<const char>>;

constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
constexpr std::size_t kKeptBytes = 8 * 1024;  // of a buffer, between two requests
constexpr Milliseconds kLinger{1'000};
constexpr std::size_t kLingerBytes = 1024 * 1024;

// Set once by the handler, in whatever thread and however late; the session waits on the timer.
struct Answer {
  explicit Answer(const Executor& executor) : timer(executor) {}
  std::optional<Response> response;
  Timer timer;
};

Respond respond_to(std::shared_ptr<Answer> answer) {
  return [answer = std::move(answer)](Response response) {
    auto set = [answer, response = std::move(response)]() mutable {
      if (answer->response) return;
      answer->response = std::move(response);
      answer->timer.cancel();
    };
    asio::dispatch(answer->timer.get_executor(), std::move(set));
  };
}

class HttpSession final : public OpenConnection {
 public:
  HttpSession(Socket socket, std::shared_ptr<Hub> hub)
      : x_stream(std::move(socket)), x_hub(std::move(hub)), x_limits(x_hub->settings.http) {
    ErrorStatus ignored;
    x_peer = x_stream.socket().remote_endpoint(ignored).address().to_string();
  }

  static Task<void> run(std::shared_ptr<HttpSession> self) {
    const Hub::Guest guest(self->x_hub, *self);
    bool more = true;
    while (more) {
      more = co_await self->wait_for_request();
      if (more) more = co_await self->serve_request();
    }
  }

  void wind_down() override {
    x_last = true;
    if (x_waiting) cut();
  }
  void cut() override { x_stream.close(); }

 private:
  // Waits for a first byte, with the patience of a kept connection rather than that of a request.
  Task<bool> wait_for_request() {
    if (x_hub->stopping()) co_return false;
    if (x_buffer.size() > 0) co_return true;
    if (x_buffer.capacity() > kKeptBytes) x_buffer = beast::flat_buffer();
    x_waiting = true;
    x_stream.expires_after(x_limits.idle);
    ErrorStatus error;
    const auto room = x_buffer.prepare(2048);
    const std::size_t size =
        co_await x_stream.async_read_some(room, asio::redirect_error(kAwait, error));
    x_waiting = false;
    x_buffer.commit(size);
    co_return !error;
  }

  // False: the connection is at its end.
  Task<bool> serve_request() {
    x_parser.emplace();
    set_limits(*x_parser, x_limits);
    const ErrorStatus error = co_await read_request();
    ++x_hub->counts.requests;
    if (error) {
      auto answer = answer_to_unreadable(error);
      if (answer) co_await refuse(std::move(*answer));
      co_return false;
    }
    UpgradeRequest message = x_parser->release();
    x_version = message.version();
    x_keep = message.keep_alive() && !x_last;
    x_head = message.method() == http::verb::head;
    Request request = plain_request(message, x_peer, x_hub->settings);
    if (auto refusal = refusal_of_request(request, x_version)) {
      co_await refuse(std::move(*refusal));
      co_return false;
    }
    if (request.path == x_hub->settings.chat_path && request.method == "GET")
      co_return co_await upgrade(std::move(message), request);
    co_return co_await answer(std::move(request));
  }

  Task<ErrorStatus> read_request() {
    ErrorStatus error;
    x_stream.expires_after(x_limits.header);
    co_await http::async_read_header(x_stream, x_buffer, *x_parser,
                                     asio::redirect_error(kAwait, error));
    if (error || x_parser->is_done()) co_return error;
    x_stream.expires_after(x_limits.body);
    if (beast::iequals(x_parser->get()[http::field::expect], "100-continue")) {
      const auto go_on = asio::buffer(kContinue);
      co_await asio::async_write(x_stream, go_on, asio::redirect_error(kAwait, error));
      if (error) co_return error;
    }
    co_await http::async_read(x_stream, x_buffer, *x_parser, asio::redirect_error(kAwait, error));
    co_return error;
  }

  // True: go on with HTTP.
  Task<bool> upgrade(UpgradeRequest message, const Request& request) {
    if (!beast::websocket::is_upgrade(message)) {
      Response response = error_response(426, "upgrade_required", "this is a WebSocket");
      response.headers.push_back({"Upgrade", "websocket"});
      co_return co_await write(std::move(response), x_hub->routes.strict_headers());
    }
    auto refusal = refusal_of_upgrade(request, x_hub->settings);
    if (x_hub->stopping()) refusal = error_response(503, "stopping", "the server is stopping");
    if (!refusal && x_buffer.size() > 0)
      refusal = error_response(400, "bad_request", "frames before the handshake");
    if (refusal) {
      co_await refuse(std::move(*refusal));
      co_return false;
    }
    x_stream.expires_never();
    start_chat(x_stream.release_socket(), x_hub, std::move(message), request.remote_address);
    co_return false;
  }

  Task<bool> answer(Request request) {
    auto match = x_hub->routes.find(request.method, request.path);
    if (match.status != 200) {
      Response refusal = answer_to_unmatched(match);
      co_return co_await write(std::move(refusal), x_hub->routes.strict_headers());
    }
    request.parameters = std::move(match.parameters);
    const std::string if_none_match(request.header("If-None-Match"));
    Response response = co_await ask(*match.handle, std::move(request));
    if (is_known_to_client(if_none_match, response)) {
      response.status = 304;
      response.body.clear();
      response.static_body = {};
    }
    co_return co_await write(std::move(response), *match.headers);
  }

  Task<Response> ask(const Handler& handle, Request request) {
    auto answer = std::make_shared<Answer>(x_stream.get_executor());
    answer->timer.expires_after(x_limits.handler);
    x_stream.expires_never();
    handle(std::move(request), respond_to(answer));
    if (!answer->response) {
      ErrorStatus ignored;
      co_await answer->timer.async_wait(asio::redirect_error(kAwait, ignored));
    }
    if (!answer->response) {
      answer->response = error_response(503, "try_again", "no answer in time");
      x_hub->log(LogLevel::warning, "handler_late", {});
    }
    co_return std::move(*answer->response);
  }

  // True: the connection goes on.
  Task<bool> write(Response response, const std::vector<Header>& security) {
    if (x_last) x_keep = false;
    const HttpResponse message = compose(response, security);
    x_stream.expires_after(x_limits.write);
    ErrorStatus error;
    co_await http::async_write(x_stream, message, asio::redirect_error(kAwait, error));
    if (!error && !x_keep) co_await say_goodbye();
    co_return !error && x_keep;
  }

  Task<void> refuse(Response response) {
    x_keep = false;
    co_await write(std::move(response), x_hub->routes.strict_headers());
  }

  HttpResponse compose(const Response& response, const std::vector<Header>& security) const {
    HttpResponse message;
    message.result(static_cast<unsigned>(response.status));
    message.version(x_version);
    for (const auto& header : security) message.set(header.name, header.value);
    if (response.header("Cache-Control").empty())
      message.set(http::field::cache_control, "no-store");
    for (const auto& header : response.headers) message.insert(header.name, header.value);
    const std::string_view bytes = response.bytes();
    const bool bodiless = response.status == 204 || response.status == 304;
    if (!bodiless) message.content_length(bytes.size());
    if (!bodiless && !x_head) message.body() = beast::span<const char>(bytes.data(), bytes.size());
    message.keep_alive(x_keep);
    return message;
  }

  // Closing with unread bytes would reset the connection, and could take the answer with it.
  Task<void> say_goodbye() {
    ErrorStatus error;
    x_stream.socket().shutdown(asio::socket_base::shutdown_send, error);
    x_stream.expires_after(kLinger);
    std::size_t taken = 0;
    while (!error && taken < kLingerBytes) {
      x_buffer.clear();
      const auto room = x_buffer.prepare(4096);
      taken += co_await x_stream.async_read_some(room, asio::redirect_error(kAwait, error));
    }
  }

  Stream x_stream;
  std::shared_ptr<Hub> x_hub;
  const HttpLimits& x_limits;
  std::string x_peer;
  beast::flat_buffer x_buffer;
  std::optional<RequestParser> x_parser;
  unsigned x_version = 11;
  bool x_keep = false;
  bool x_head = false;
  bool x_waiting = false;
  bool x_last = false;  // the server is stopping: after this answer the connection ends
};

}  // namespace

void start_http(Socket socket, std::shared_ptr<Hub> hub) {
  const auto executor = socket.get_executor();
  auto session = std::make_shared<HttpSession>(std::move(socket), std::move(hub));
  asio::co_spawn(executor, HttpSession::run(std::move(session)), rethrow);
}

}  // namespace anteroom::web
