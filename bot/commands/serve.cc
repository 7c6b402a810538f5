#include <CLI/CLI.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <charconv>
#include <cstdio>

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <nlohmann/json.hpp>

#include "bot/chat_sessions.h"
#include "bot/commands/commands.h"
#include "bot/courier.h"
#include "bot/pages.h"
#include "channels/web/server.h"

namespace anteroom::bot {
namespace {

namespace asio = boost::asio;

struct Options {
  std::string folder;
  std::string listen = "127.0.0.1:8080";
  std::string store = "sqlite:anteroom.db";
  std::vector<std::string> origins;
  bool demo = false;
};

struct Address {
  std::string host;
  std::uint16_t port = 0;
};

std::optional<Address> parse_address(const std::string& text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string::npos || colon == 0) return std::nullopt;
  int port = -1;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data() + colon + 1, end, port);
  if (error != std::errc() || rest != end || port < 0 || port > 65535) return std::nullopt;
  std::string host = text.substr(0, colon);
  if (host.size() > 2 && host.front() == '[' && host.back() == ']')
    host = host.substr(1, host.size() - 2);
  return Address{host, static_cast<std::uint16_t>(port)};
}

void log_event(web::LogLevel level, std::string_view event,
               std::span<const web::LogNumber> numbers) {
  std::string line(event);
  for (const web::LogNumber& number : numbers) {
    line += ' ';
    line += number.name;
    line += '=';
    line += std::to_string(number.value);
  }
  spdlog::log(level == web::LogLevel::warning ? spdlog::level::warn
              : level == web::LogLevel::info  ? spdlog::level::info
                                              : spdlog::level::debug,
              line);
}

// What staff must see: the kind, the queue and the case, never a visitor's words.
bool notify_staff(const store::OutboxRow& row) {
  const nlohmann::json data = nlohmann::json::parse(row.data, nullptr, false);
  const std::string queue = data.is_object() ? data.value("queue", "") : "";
  if (row.kind == "alert") {
    spdlog::warn("alert queue={} case={}", queue, row.case_id);
  } else {
    spdlog::info("{} queue={} case={}", row.kind, queue, row.case_id);
  }
  return true;
}

class Program {
 public:
  Program(const Options& options, std::shared_ptr<const turn::Practice> practice,
          std::unique_ptr<store::Store> store)
      : x_options(options),
        x_store(std::move(store)),
        x_desk(*x_store, std::move(practice),
               [this](std::function<void()> work) { asio::post(x_io, std::move(work)); }),
        x_sessions(x_desk, *x_store, x_clock),
        x_courier(*x_store, notify_staff) {}

  int run(const Address& address) {
    web::ServerSettings settings;
    settings.address = address.host;
    settings.port = address.port;
    settings.allowed_origins = x_options.origins;
    settings.steady_now = [] { return steady_now(); };
    settings.log = log_event;
    Site site{x_desk, *x_store, x_clock, x_options.origins, x_options.demo};
    auto server = web::Server::listen(x_io, std::move(settings), site_routes(site), x_sessions);
    if (!server) {
      std::fprintf(stderr, "--listen: %s\n", to_text(server.error()).c_str());
      return 1;
    }
    x_server = std::move(*server);
    announce(address.host);
    stop_on_signals();
    deliver_soon();
    x_io.run();
    x_store->close();
    spdlog::info("stopped");
    return 0;
  }

 private:
  void announce(const std::string& host) const {
    const std::string shown = host.find(':') == std::string::npos ? host : "[" + host + "]";
    std::printf("Anteroom serves %s\n", x_desk.practice().profile.name.c_str());
    std::printf("  demo clinic page  http://%s:%u/\n", shown.c_str(),
                static_cast<unsigned>(x_server->port()));
    if (x_options.demo)
      std::printf("  move the clock    curl -d '{\"advance\":\"26h\"}' http://%s:%u/demo/clock\n",
                  shown.c_str(), static_cast<unsigned>(x_server->port()));
    std::printf("  handoffs          anteroom handoffs --store %s\n", x_options.store.c_str());
    std::fflush(stdout);
  }

  void stop_on_signals() {
    x_signals.async_wait([this](const boost::system::error_code& error, int) {
      if (error) return;
      spdlog::info("stopping");
      x_timer.cancel();
      x_stopping = true;
      x_server->stop([this] { x_io.stop(); });
    });
  }

  void deliver_soon() {
    x_timer.expires_after(std::chrono::seconds(1));
    x_timer.async_wait([this](const boost::system::error_code& error) {
      if (error || x_stopping) return;
      if (const auto delivered = x_courier.deliver(x_clock.now()); !delivered)
        spdlog::error("courier: {}", to_text(delivered.error()));
      deliver_soon();
    });
  }

  const Options& x_options;
  asio::io_context x_io{1};
  Clock x_clock;
  std::unique_ptr<store::Store> x_store;
  Desk x_desk;
  ChatSessions x_sessions;
  Courier x_courier;
  std::unique_ptr<web::Server> x_server;
  asio::signal_set x_signals{x_io, SIGINT, SIGTERM};
  asio::steady_timer x_timer{x_io};
  bool x_stopping = false;
};

int run(const Options& options) {
  const auto address = parse_address(options.listen);
  if (!address) {
    std::fprintf(stderr, "--listen: '%s' is not ADDRESS:PORT; e.g. 127.0.0.1:8080 or [::1]:8080\n",
                 options.listen.c_str());
    return 2;
  }
  spdlog::set_default_logger(spdlog::stderr_logger_st("anteroom"));
  auto practice = practice_or_complain(options.folder);
  if (!practice) return 1;
  auto store = open_store(options.store);
  if (!store) {
    std::fprintf(stderr, "--store: %s\n", to_text(store.error()).c_str());
    return 1;
  }
  return Program(options, std::move(practice), std::move(*store)).run(*address);
}

}  // namespace

void add_serve(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("serve", "Serve a practice: the widget, the chat, the demo page");
  command->add_option("practice", options->folder, "The practice's folder")->required();
  command->add_option("--listen", options->listen, "ADDRESS:PORT; port 0 takes any free one")
      ->capture_default_str();
  command->add_option("--store", options->store, "Where cases are kept: sqlite:FILE or memory:")
      ->capture_default_str();
  command->add_option("--origin", options->origins,
                      "A site that may embed the widget, e.g. https://www.clinic.example; may be "
                      "given several times");
  command->add_flag("--demo", options->demo,
                    "Add what a demonstration needs: a clock that can be moved");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace anteroom::bot
