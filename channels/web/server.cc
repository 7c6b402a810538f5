#include "channels/web/server.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/ip/address.hpp>
#include <utility>

#include "channels/web/address.h"
#include "channels/web/arrival.h"
#include "channels/web/http_session.h"
#include "channels/web/hub.h"

namespace anteroom::web {

namespace {

// Beyond them connections are closed without a word.
constexpr std::size_t kTurnedAwayAtOnce = 100;

}  // namespace

class Server::Listener {
 public:
  Listener(asio::io_context& io, std::shared_ptr<Hub> hub)
      : x_hub(std::move(hub)), x_acceptor(io.get_executor()), x_pause(io.get_executor()) {}

  ErrorStatus open(const Tcp::endpoint& endpoint) {
    ErrorStatus error;
    x_acceptor.open(endpoint.protocol(), error);
    if (!error) x_acceptor.set_option(asio::socket_base::reuse_address(true), error);
    if (!error) x_acceptor.bind(endpoint, error);
    if (!error) x_acceptor.listen(asio::socket_base::max_listen_connections, error);
    return error;
  }

  std::uint16_t port() const { return x_acceptor.local_endpoint().port(); }

  void close() {
    ErrorStatus ignored;
    x_acceptor.close(ignored);
    x_pause.cancel();
  }

  static Task<void> accept_all(std::shared_ptr<Listener> self) {
    while (self->x_acceptor.is_open()) {
      Socket socket(self->x_acceptor.get_executor());
      ErrorStatus error;
      co_await self->x_acceptor.async_accept(socket, asio::redirect_error(kAwait, error));
      if (error)
        co_await self->pause();
      else
        self->admit(std::move(socket));
    }
  }

 private:
  void admit(Socket socket) {
    ++x_hub->counts.accepted;
    if (x_hub->stopping()) return;
    ErrorStatus error;
    const auto peer = plain(socket.remote_endpoint(error).address());
    if (error) return;  // gone already
    Arrival arrival = arrive(peer.to_string());
    if (arrival.turned_away && x_hub->turning_away >= kTurnedAwayAtOnce)
      return x_hub->refuse(Refusal::unanswered);
    if (arrival.turned_away) arrival.held.emplace(x_hub->turning_away);
    socket.set_option(Tcp::no_delay(true), error);
    start_http(std::move(socket), x_hub, std::move(arrival));
  }

  // A proxy's connections carry many visitors, who are counted one by one with their requests.
  Arrival arrive(std::string peer) {
    Arrival arrival;
    const Address address = parse_address(peer).value_or(Address{});
    arrival.peer = std::move(peer);
    arrival.by_proxy = x_hub->trusts(address);
    if (!arrival.by_proxy) {
      arrival.address = x_hub->addresses.lease(counted_as(address));
      arrival.turned_away = over_connections(*x_hub, arrival.address);
    }
    if (x_hub->full()) arrival.turned_away = TurnedAway{Refusal::full, kFullRetryAfter};
    return arrival;
  }

  // An IPv4 visitor on an IPv6 socket is an IPv4 visitor.
  static asio::ip::address plain(const asio::ip::address& address) {
    if (!address.is_v6() || !address.to_v6().is_v4_mapped()) return address;
    return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
  }

  // Out of file descriptors, mostly: accepting again at once would spin.
  Task<void> pause() {
    if (!x_acceptor.is_open()) co_return;
    x_hub->log(LogLevel::warning, "accept_failed", {});
    x_pause.expires_after(Milliseconds(100));
    ErrorStatus ignored;
    co_await x_pause.async_wait(asio::redirect_error(kAwait, ignored));
  }

  std::shared_ptr<Hub> x_hub;
  Acceptor x_acceptor;
  Timer x_pause;
};

Result<std::unique_ptr<Server>> Server::listen(boost::asio::io_context& io, ServerSettings settings,
                                               Routes routes, ChatPort& chat) {
  const std::string where = settings.address + ":" + std::to_string(settings.port);
  if (!settings.steady_now) return failure(where, "settings.steady_now is missing");
  ErrorStatus error;
  const auto address = asio::ip::make_address(settings.address, error);
  if (error) return failure(where, "no IP address to listen on; as 127.0.0.1, 0.0.0.0 or ::1");
  const Tcp::endpoint endpoint(address, settings.port);
  auto hub = std::make_shared<Hub>(io, std::move(settings), std::move(routes), chat);
  auto listener = std::make_shared<Listener>(io, hub);
  if (error = listener->open(endpoint); error)
    return failure(where, "cannot listen: " + error.message());
  asio::co_spawn(io.get_executor(), Listener::accept_all(listener), rethrow);
  const std::uint16_t port = listener->port();
  return std::unique_ptr<Server>(new Server(std::move(hub), std::move(listener), port));
}

Server::Server(std::shared_ptr<Hub> hub, std::shared_ptr<Listener> listener, std::uint16_t port)
    : x_hub(std::move(hub)), x_listener(std::move(listener)), x_port(port) {}

Server::~Server() { x_listener->close(); }

const ServerCounts& Server::counts() const { return x_hub->counts; }

void Server::stop(std::function<void()> done) {
  x_listener->close();
  x_hub->stop(std::move(done));
}

}  // namespace anteroom::web
