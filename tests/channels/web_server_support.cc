#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <catch2/catch.hpp>
#include <chrono>
#include <fstream>
#include <future>
#include <thread>

#include "tests/channels/web_support.h"

namespace web_tests {

std::vector<WireExample> wire_examples(std::string_view label_start) {
  std::ifstream file("docs/wire_protocol.md");
  REQUIRE(file);
  std::vector<WireExample> examples;
  std::string line;
  std::optional<WireExample> open;
  for (int number = 1; std::getline(file, line); ++number) {
    if (open && line == "```") {
      if (open->label.rfind(label_start, 0) == 0) examples.push_back(*open);
      open.reset();
    } else if (open) {
      open->text += line + "\n";
    } else if (line.rfind("```json ", 0) == 0) {
      open = WireExample{line.substr(8), {}, number};
    }
  }
  REQUIRE_FALSE(examples.empty());
  return examples;
}

namespace {

Welcome welcome_to(const std::string& resume) {
  Welcome welcome;
  welcome.conversation = "c_" + resume;
  welcome.resume = resume;
  welcome.language = "en";
  if (resume == "long") {
    welcome.history.emplace_back();
    welcome.history.back().said.text = std::string(1500 * 1024, 'x');
  }
  return welcome;
}

ReplyFrame echo(Seq seq, std::string text) {
  ReplyFrame reply;
  reply.seq = seq;
  reply.said.text = std::move(text);
  return reply;
}

}  // namespace

void EchoBot::hello(std::shared_ptr<ChatConnection> connection, Hello hello) {
  {
    const std::lock_guard lock(x_mutex);
    x_hellos.push_back(hello);
  }
  if (hello.resume == "silent") return;
  if (hello.resume == "unknown")
    return connection->send(
        error_frame(ErrorCode::no_conversation, "no conversation goes by this token"));
  if (hello.resume.empty()) hello.resume = "token_" + std::to_string(++x_opened);
  connection->send(welcome_to(hello.resume));
  if (hello.resume == "long") connection->send(Typing{});
}

void EchoBot::frame(const std::shared_ptr<ChatConnection>& connection, ClientFrame frame) {
  {
    const std::lock_guard lock(x_mutex);
    x_frames.push_back(frame);
  }
  const auto* message = std::get_if<Message>(&frame);
  if (!message) return;
  Accepted accepted;
  accepted.id = message->id;
  connection->send(accepted);
  if (message->text == "gush")
    for (Seq seq = 1; seq <= 50; ++seq) connection->send(echo(seq, std::string(16 * 1024, 'x')));
  connection->send(echo(1, message->text));
  if (message->text == "replace me") connection->close(CloseCode::replaced);
  if (message->text == "where am I") connection->send(echo(2, connection->remote_address()));
}

void EchoBot::closed(const std::shared_ptr<ChatConnection>& connection) {
  connection->send(Typing{});  // after the end: nothing must come of it
  ++closed_count;
}

std::vector<Hello> EchoBot::hellos() const {
  const std::lock_guard lock(x_mutex);
  return x_hellos;
}

std::vector<ClientFrame> EchoBot::frames() const {
  const std::lock_guard lock(x_mutex);
  return x_frames;
}

struct TestServer::Inside {
  boost::asio::io_context io{1};
  std::unique_ptr<Server> server;
  std::thread thread;
  std::mutex log_mutex;
  std::vector<std::string> log;
  bool stopped = false;
};

TestServer::TestServer(ServerSettings settings, std::function<void(Routes&)> add_routes)
    : x_inside(std::make_unique<Inside>()) {
  if (!settings.steady_now) settings.steady_now = [] { return std::chrono::steady_clock::now(); };
  settings.log = [this](LogLevel, std::string_view event, std::span<const LogNumber> numbers) {
    const std::lock_guard lock(x_inside->log_mutex);
    std::string line(event);
    for (const auto& number : numbers)
      line += " " + std::string(number.name) + "=" + std::to_string(number.value);
    x_inside->log.push_back(line);
  };
  Routes routes;
  if (add_routes) add_routes(routes);
  auto server = Server::listen(x_inside->io, std::move(settings), std::move(routes), bot);
  REQUIRE(server);
  x_inside->server = std::move(*server);
  x_inside->thread = std::thread([this] { x_inside->io.run(); });
}

TestServer::~TestServer() {
  stop();
  x_inside->io.stop();
  x_inside->thread.join();
}

std::uint16_t TestServer::port() const { return x_inside->server->port(); }

ServerCounts TestServer::counts() {
  std::promise<ServerCounts> counts;
  boost::asio::post(x_inside->io, [&] { counts.set_value(x_inside->server->counts()); });
  return counts.get_future().get();
}

bool TestServer::stop(int milliseconds) {
  if (std::exchange(x_inside->stopped, true)) return true;
  auto done = std::make_shared<std::promise<void>>();
  boost::asio::post(x_inside->io,
                    [this, done] { x_inside->server->stop([done] { done->set_value(); }); });
  return done->get_future().wait_for(std::chrono::milliseconds(milliseconds)) ==
         std::future_status::ready;
}

std::vector<std::string> TestServer::log() {
  const std::lock_guard lock(x_inside->log_mutex);
  return x_inside->log;
}

std::string listening_fails_because(ServerSettings settings) {
  settings.steady_now = [] { return SteadyTime{}; };
  boost::asio::io_context io;
  EchoBot bot;
  const auto server = Server::listen(io, settings, Routes(), bot);
  return server ? std::string() : server.error().what;
}

std::optional<std::string> said_to(std::uint16_t port, std::string_view bytes, bool one_by_one) {
  boost::asio::io_context io;
  boost::asio::ip::tcp::socket socket(io);
  socket.connect({boost::asio::ip::address_v4::loopback(), port});
  socket.set_option(boost::asio::ip::tcp::no_delay(true));
  const timeval patience{10, 0};
  ::setsockopt(socket.native_handle(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  const std::size_t step = one_by_one ? 1 : bytes.size();
  for (std::size_t at = 0; at < bytes.size(); at += step)
    if (::send(socket.native_handle(), bytes.data() + at, step, MSG_NOSIGNAL) < 0) break;
  ::shutdown(socket.native_handle(), SHUT_WR);
  std::string said;
  char part[4096];
  ssize_t size = 0;
  while ((size = ::recv(socket.native_handle(), part, sizeof part, 0)) > 0)
    said.append(part, static_cast<std::size_t>(size));
  if (size < 0 && errno != ECONNRESET) return std::nullopt;
  return said;
}

std::uint64_t refused(TestServer& server, Refusal reason) {
  return server.counts().refused[static_cast<std::size_t>(reason)];
}

bool eventually(const std::function<bool()>& condition) {
  for (int i = 0; i < 2000; ++i) {
    if (condition()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return false;
}

}  // namespace web_tests
