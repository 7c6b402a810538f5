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
#include "channels/web/http_head.h"
#include "channels/web/http_message.h"
#include "channels/web/hub.h"

namespace anteroom::web {
namespace {

namespace beast = boost::beast;
namespace http = boost::beast::http;
using Stream = beast::basic_stream<Tcp, Executor>;

constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
constexpr std::size_t kReadBytes = 2048;
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
  HttpSession(Socket socket, std::shared_ptr<Hub> hub, Arrival arrival)
      : x_hub(std::move(hub)),
        x_arrival(std::move(arrival)),
        x_limits(x_hub->settings.http),
        x_stream(std::move(socket)),
        x_buffer(2 * x_limits.header_bytes + kReadBytes) {}

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
    if (x_buffer.capacity() > kKeptBytes) x_buffer.shrink_to_fit();
    x_waiting = true;
    x_stream.expires_after(x_limits.idle);
    const ErrorStatus error = co_await read_some();
    x_waiting = false;
    co_return !error;
  }

  Task<ErrorStatus> read_some() {
    ErrorStatus error;
    const auto room = x_buffer.prepare(kReadBytes);
    const std::size_t size =
        co_await x_stream.async_read_some(room, asio::redirect_error(kAwait, error));
    x_buffer.commit(size);
    co_return error;
  }

  // False: the connection is at its end.
  Task<bool> serve_request() {
    ++x_hub->counts.requests;
    x_version = 11;
    x_head = false;
    const bool readable = co_await read_head();
    if (!readable) co_return false;
    x_parser.emplace();
    set_limits(*x_parser, x_limits);
    const ErrorStatus error = co_await read_request();
    if (error) {
      co_await refuse_unreadable(error);
      co_return false;
    }
    UpgradeRequest message = x_parser->release();
    x_version = message.version();
    x_keep = message.keep_alive() && ++x_requests < x_limits.requests && !x_last;
    x_head = message.method() == http::verb::head;
    Request request = plain_request(message, x_arrival.peer, x_hub->settings);
    const bool goes_on = co_await serve(std::move(message), std::move(request));
    x_visitor = {};
    co_return goes_on;
  }

  Task<bool> serve(UpgradeRequest message, Request request) {
    if (auto refusal = refusal_of_request(request, x_fields)) {
      x_hub->refuse(Refusal::bad_request);
      co_await refuse(std::move(*refusal));
      co_return false;
    }
    const bool is_chat = request.path == x_hub->settings.chat_path && request.method == "GET";
    auto away = turned_away(request, is_chat);
    if (is_chat && beast::websocket::is_upgrade(message))
      co_return co_await upgrade(std::move(message), request, away);
    if (away) co_return co_await turn_away(*away);
    if (is_chat) co_return co_await ask_for_upgrade();
    co_return co_await answer(std::move(request));
  }

  // Whether the visitor goes too fast, or came by a connection too many. A visitor who comes by a
  // proxy is counted as long as the request lasts.
  std::optional<TurnedAway> turned_away(const Request& request, bool is_chat) {
    AddressTable::Lease& visitor = x_arrival.by_proxy ? x_visitor : x_arrival.address;
    if (x_arrival.by_proxy)
      visitor = x_hub->addresses.lease(
          counted_as(parse_address(request.remote_address).value_or(Address{})));
    else
      warn_of_proxy(request);
    if (x_arrival.turned_away) return x_arrival.turned_away;
    const Rate& rate = x_hub->settings.address_limits.requests;
    if (!visitor->requests.take(rate, x_hub->settings.steady_now()))
      return TurnedAway{Refusal::fast_requests, visitor->requests.retry_after(rate)};
    if (x_arrival.by_proxy && is_chat) return over_connections(*x_hub, visitor);
    return std::nullopt;
  }

  void warn_of_proxy(const Request& request) {
    if (x_hub->told_of_proxy || request.header("X-Forwarded-For").empty()) return;
    x_hub->told_of_proxy = true;
    x_hub->log(LogLevel::warning, "untrusted_proxy", {});
  }

  Task<bool> turn_away(const TurnedAway& away) {
    x_hub->refuse(away.reason);
    if (x_arrival.turned_away) x_keep = false;
    Response response = response_to(away);
    co_return co_await write(std::move(response), x_hub->routes.strict_headers());
  }

  // False: refused, or gone.
  Task<bool> read_head() {
    HeadCheck check(x_limits);
    x_stream.expires_after(x_limits.header);
    ErrorStatus error;
    for (;;) {
      const auto bytes = x_buffer.cdata();
      check.look({static_cast<const char*>(bytes.data()), bytes.size()});
      if (error || check.is_whole() || check.refusal()) break;
      error = co_await read_some();
    }
    x_fields = check.fields();
    if (check.is_whole() && !check.refusal()) co_return true;
    if (check.refusal()) {
      x_hub->refuse(reason_of(check.refusal()->status));
      Response refusal = *check.refusal();
      co_await refuse(std::move(refusal));
    } else {
      count_timeout(error);
    }
    co_return false;
  }

  Task<void> refuse_unreadable(ErrorStatus error) {
    count_timeout(error);
    auto answer = answer_to_unreadable(error);
    if (!answer) co_return;
    x_hub->refuse(reason_of(answer->status));
    co_await refuse(std::move(*answer));
  }

  static Refusal reason_of(int status) {
    const bool large = status == 413 || status == 414 || status == 431;
    return large ? Refusal::large_request : Refusal::bad_request;
  }

  void count_timeout(const ErrorStatus& error) {
    if (error == beast::error::timeout) x_hub->refuse(Refusal::slow_request);
  }

  Task<ErrorStatus> read_request() {
    ErrorStatus error;
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

  Task<bool> ask_for_upgrade() {
    Response response = error_response(426, "upgrade_required", "this is a WebSocket");
    response.headers.push_back({"Upgrade", "websocket"});
    co_return co_await write(std::move(response), x_hub->routes.strict_headers());
  }

  // False: HTTP is over.
  Task<bool> upgrade(UpgradeRequest message, const Request& request,
                     std::optional<TurnedAway> away) {
    auto refusal = refusal_of_upgrade(request, x_hub->settings);
    if (x_hub->stopping()) refusal = error_response(503, "stopping", "the server is stopping");
    if (!refusal && x_buffer.size() > 0)
      refusal = error_response(400, "bad_request", "frames before the handshake");
    if (refusal) {
      x_hub->refuse(refusal->status == 403 ? Refusal::wrong_origin : Refusal::bad_request);
      co_await refuse(std::move(*refusal));
      co_return false;
    }
    x_stream.expires_never();
    if (x_arrival.by_proxy) x_arrival.address = std::move(x_visitor);
    x_arrival.turned_away = away;
    start_chat(x_stream.release_socket(), x_hub, std::move(message), request.remote_address,
               std::move(x_arrival));
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
    const Framing framing{x_version, x_keep, x_head, x_hub->settings.https};
    const ResponseMessage message = response_message(response, security, framing);
    x_stream.expires_after(x_limits.write);
    ErrorStatus error;
    co_await http::async_write(x_stream, message, asio::redirect_error(kAwait, error));
    count_timeout(error);
    if (!error && !x_keep) co_await say_goodbye();
    co_return !error && x_keep;
  }

  Task<void> refuse(Response response) {
    x_keep = false;
    co_await write(std::move(response), x_hub->routes.strict_headers());
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

  std::shared_ptr<Hub> x_hub;
  Arrival x_arrival;
  AddressTable::Lease x_visitor;  // of the request under way, where it came by a proxy
  const HttpLimits& x_limits;
  Stream x_stream;
  beast::flat_buffer x_buffer;
  std::optional<RequestParser> x_parser;
  std::size_t x_requests = 0;
  std::size_t x_fields = 0;  // in the request's head
  unsigned x_version = 11;
  bool x_keep = false;
  bool x_head = false;
  bool x_waiting = false;
  bool x_last = false;  // the server is stopping: after this answer the connection ends
};

}  // namespace

void start_http(Socket socket, std::shared_ptr<Hub> hub, Arrival arrival) {
  const auto executor = socket.get_executor();
  auto session =
      std::make_shared<HttpSession>(std::move(socket), std::move(hub), std::move(arrival));
  asio::co_spawn(executor, HttpSession::run(std::move(session)), rethrow);
}

}  // namespace anteroom::web
