#include "tests/bench/load_client.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <deque>

#include "tests/bench/loopback.h"
#include "tests/bench/web_socket_bytes.h"

namespace anteroom::bench {
namespace {

using SteadyClock = std::chrono::steady_clock;
using Time = SteadyClock::time_point;

constexpr std::size_t kOpeningAtOnce = 100;
constexpr std::chrono::seconds kPatience{30};
constexpr std::string_view kWelcome = R"("type":"welcome")";
constexpr std::string_view kReply = R"("type":"reply")";
constexpr std::string_view kError = R"("type":"error")";

struct Sent {
  Time due;
  int replies;  // still to come
};

struct Connection {
  enum class Stage : unsigned char { upgrading, greeting, ready };
  int socket = -1;
  Stage stage = Stage::upgrading;
  std::uint32_t number = 0;
  std::uint32_t steps = 0;  // sent so far
  std::deque<Sent> sent;
  std::string buffer;  // what came of a frame that is not whole yet
};

void write_hex(char* place, std::uint32_t number) {
  for (int i = 7; i >= 0; --i, number >>= 4) place[i] = "0123456789abcdef"[number & 15];
}

}  // namespace

struct LoadClient::Inside {
  Inside(std::uint16_t port_, const Walk& walk_) : port(port_), walk(walk_) {}
  ~Inside() {
    for (const auto& connection : connections) ::close(connection->socket);
    ::close(poll);
  }

  void fail(std::string what) {
    if (!trouble) trouble = Error{"127.0.0.1:" + std::to_string(port), std::move(what)};
  }

  void send(const Connection& connection, std::string_view what) {
    const auto sent = ::send(connection.socket, what.data(), what.size(), MSG_NOSIGNAL);
    if (sent != static_cast<ssize_t>(what.size())) fail("the server does not take what is sent");
  }

  void connect() {
    auto connection = std::make_unique<Connection>();
    connection->number = static_cast<std::uint32_t>(connections.size());
    connection->socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (!connect_to_loopback(connection->socket, port))
      fail(std::string("no connection: ") + std::strerror(errno));
    const int yes = 1;
    ::setsockopt(connection->socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    epoll_event event{EPOLLIN, {connection.get()}};
    ::epoll_ctl(poll, EPOLL_CTL_ADD, connection->socket, &event);
    send(*connection, upgrade_request(port));
    connections.push_back(std::move(connection));
  }

  void send_step(Connection& connection, Time due) {
    const std::size_t opening = walk.opening.size();
    const std::uint32_t number = connection.steps++;
    Step& step = number < opening ? walk.opening[number]
                                  : walk.cycle[(number - opening) % walk.cycle.size()];
    char* id = step.frame.data() + step.id_at;
    write_hex(id, connection.number);
    write_hex(id + kIdLength - 8, number);
    connection.sent.push_back({due, step.replies});
    send(connection, step.frame);
  }

  // Everything that is there to be read on one connection.
  void read(Connection& connection) {
    const auto size = ::recv(connection.socket, bytes.data(), bytes.size(), MSG_DONTWAIT);
    if (size <= 0) {
      if (size == 0 || errno != EAGAIN) fail("the server has closed a connection");
      return;
    }
    std::string_view all(bytes.data(), static_cast<std::size_t>(size));
    if (!connection.buffer.empty()) all = connection.buffer.append(all);
    take(connection, all);
    connection.buffer = std::string(all);
  }

  void take(Connection& connection, std::string_view& all) {
    if (connection.stage == Connection::Stage::upgrading) {
      const std::size_t end = all.find("\r\n\r\n");
      if (end == all.npos) return;
      if (!all.starts_with("HTTP/1.1 101")) return fail("no WebSocket: " + std::string(all));
      all.remove_prefix(end + 4);
      if (!walk.talks) return become_ready(connection);
      connection.stage = Connection::Stage::greeting;
      send(connection, client_frame(Opcode::text, R"({"type":"hello","language":"en"})"));
    }
    while (const auto frame = take_frame(all)) hear(connection, *frame);
  }

  void hear(Connection& connection, const Incoming& frame) {
    if (frame.opcode == Opcode::ping)
      return send(connection, client_frame(Opcode::pong, frame.payload));
    if (frame.opcode == Opcode::close) return fail("the server closes a connection");
    if (frame.payload.find(kReply) != frame.payload.npos) return hear_reply(connection);
    if (frame.payload.find(kError) != frame.payload.npos) return fail(std::string(frame.payload));
    if (connection.stage == Connection::Stage::greeting &&
        frame.payload.find(kWelcome) != frame.payload.npos)
      become_ready(connection);
  }

  void hear_reply(Connection& connection) {
    if (connection.sent.empty()) return fail("a reply to nothing");
    if (--connection.sent.front().replies > 0) return;
    const Time now = SteadyClock::now();
    const Time due = connection.sent.front().due;
    const Time counts = paced ? due : now;
    if (counts >= counts_from && counts < counts_to) latency.add(now - due);
    connection.sent.pop_front();
    --under_way;
    if (loops) step_now(connection, now);
  }

  void become_ready(Connection& connection) {
    connection.stage = Connection::Stage::ready;
    ++ready;
  }

  void step_now(Connection& connection, Time due) {
    ++under_way;
    send_step(connection, due);
  }

  // Waits for something to read, until `end` at most.
  void wait(Time end) {
    std::array<epoll_event, 256> events;
    const auto left = std::max(end - SteadyClock::now(), SteadyClock::duration::zero());
    const auto seconds = std::chrono::floor<std::chrono::seconds>(left);
    const timespec time{seconds.count(), (left - seconds).count()};
    const int count = ::epoll_pwait2(poll, events.data(), events.size(), &time, nullptr);
    for (int i = 0; i < count && !trouble; ++i)
      read(*static_cast<Connection*>(events[static_cast<std::size_t>(i)].data.ptr));
  }

  template <class Condition>
  Result<void> wait_for(Condition condition, const char* what) {
    const Time end = SteadyClock::now() + kPatience;
    while (!trouble && !condition()) {
      if (SteadyClock::now() > end) fail(std::string("waited too long for ") + what);
      wait(end);
    }
    if (trouble) return tl::make_unexpected(*trouble);
    return {};
  }

  // Sends what is due until `end`, each connection in its turn.
  void pace(Time begin, Time end, double per_second) {
    const std::chrono::duration<double> gap(1 / per_second);
    for (std::uint64_t number = 0; !trouble; ++number) {
      const Time due = begin + std::chrono::duration_cast<SteadyClock::duration>(
                                   gap * static_cast<double>(number));
      if (due >= end) return;
      do wait(due);
      while (!trouble && SteadyClock::now() < due);
      step_now(*connections[number % connections.size()], due);
    }
  }

  std::uint16_t port;
  Walk walk;
  int poll = ::epoll_create1(EPOLL_CLOEXEC);
  std::vector<std::unique_ptr<Connection>> connections;
  std::array<char, 65536> bytes;
  std::size_t ready = 0;      // connections
  std::size_t under_way = 0;  // steps
  bool loops = false, paced = false;
  Time counts_from = Time::max(), counts_to = Time::max();
  Histogram latency;
  std::optional<Error> trouble;
};

LoadClient::LoadClient(std::uint16_t port, const Walk& walk)
    : x_inside(std::make_unique<Inside>(port, walk)) {}

LoadClient::~LoadClient() = default;

Result<void> LoadClient::open(std::size_t connections) {
  Inside& inside = *x_inside;
  while (inside.connections.size() < connections && !inside.trouble) {
    inside.connect();
    const std::size_t opened = inside.connections.size();
    auto room =
        inside.wait_for([&] { return opened - inside.ready < kOpeningAtOnce; }, "a welcome");
    if (!room) return room;
  }
  return inside.wait_for([&] { return inside.ready == connections; }, "a welcome");
}

Result<void> LoadClient::take_one_step() {
  Inside& inside = *x_inside;
  for (const auto& connection : inside.connections) {
    inside.step_now(*connection, SteadyClock::now());
    auto room = inside.wait_for([&] { return inside.under_way < kOpeningAtOnce; }, "a reply");
    if (!room) return room;
  }
  return inside.wait_for([&] { return inside.under_way == 0; }, "a reply");
}

Result<Measured> LoadClient::run(const Load& load) {
  Inside& inside = *x_inside;
  const Time begin = SteadyClock::now();
  inside.counts_from = begin + load.warm_up;
  inside.counts_to = inside.counts_from + load.measured;
  inside.paced = load.per_second > 0;
  inside.loops = !inside.paced;
  if (inside.loops)
    for (const auto& connection : inside.connections) inside.step_now(*connection, begin);
  const auto go_on = [&](Time from, Time to) {
    if (inside.paced) return inside.pace(from, to, load.per_second);
    while (!inside.trouble && SteadyClock::now() < to) inside.wait(to);
  };
  go_on(begin, inside.counts_from);
  const auto used = load.processor_time();
  go_on(inside.counts_from, inside.counts_to);
  Measured measured;
  measured.processor = load.processor_time() - used;
  inside.loops = false;
  if (auto ended = inside.wait_for([&] { return inside.under_way == 0; }, "the last replies");
      !ended)
    return tl::make_unexpected(ended.error());
  measured.latency = inside.latency;
  measured.seconds = std::chrono::duration<double>(load.measured).count();
  return measured;
}

}  // namespace anteroom::bench
