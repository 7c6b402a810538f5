#include "bot/server_program.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "bot/back_room.h"
#include "bot/chat_sessions.h"
#include "bot/courier.h"
#include "bot/health.h"
#include "bot/log.h"
#include "bot/pages.h"
#include "channels/web/server.h"

namespace anteroom::bot {
namespace {

namespace asio = boost::asio;
using ErrorStatus = boost::system::error_code;

constexpr std::size_t kMistakesLogged = 50;

log::Level level_of(web::LogLevel level) {
  switch (level) {
    case web::LogLevel::debug:
      return log::Level::debug;
    case web::LogLevel::info:
      return log::Level::info;
    case web::LogLevel::warning:
      break;
  }
  return log::Level::warning;
}

void log_web_event(web::LogLevel level, std::string_view event,
                   std::span<const web::LogNumber> numbers) {
  if (!log::writes(level_of(level))) return;
  std::vector<log::Field> fields;
  for (const web::LogNumber& number : numbers)
    fields.push_back({log::Word::named(number.name), number.value});
  log::write(level_of(level), log::Word::named(event), fields);
}

// What staff must see: the kind, the queue and the case, never a visitor's words. Until the line
// is written nobody has been told.
bool notify_staff(const store::OutboxRow& row) {
  const nlohmann::json data = nlohmann::json::parse(row.data, nullptr, false);
  const std::string queue = data.is_object() ? data.value("queue", "") : "";
  log::write(row.kind == "alert" ? log::Level::warning : log::Level::info,
             log::Word::named(row.kind),
             {{"queue", log::Id(queue)}, {"case", log::Id(row.case_id)}});
  return log::all_written();
}

class Program {
 public:
  Program(const ServerOptions& options, PracticeReading practice,
          std::unique_ptr<store::Store> store)
      : x_options(options),
        x_store(std::move(store)),
        x_desk(*x_store, practice.practice,
               {home(), [this](std::function<void()> work) { x_reader.add(std::move(work)); }}),
        x_sessions(x_desk, *x_store, x_clock),
        x_health(x_desk, *x_store),
        x_site{x_health, x_clock, options.web.allowed_origins, options.demo},
        x_courier(*x_store, notify_staff),
        x_watch(options.folder, std::move(practice.files), tell_of_practice()) {}

  int run() {
    auto server = web::Server::listen(x_io, web_settings(), site_routes(x_site), x_sessions);
    if (!server) {
      std::fprintf(stderr, "--listen: %s\n", to_text(server.error()).c_str());
      return 1;
    }
    x_server = std::move(*server);
    x_health.serves_since(x_clock.now());
    x_health.courier_has_been_round();
    announce();
    heed_signals();
    heed_hang_up();
    tick();
    x_io.run();
    x_watch.close();
    x_errands.close();
    x_store->close();
    x_reader.close();
    log::write(log::Level::info, "stopped");
    return 0;
  }

 private:
  Run home() {
    return [this](std::function<void()> work) { asio::post(x_io, std::move(work)); };
  }

  web::ServerSettings web_settings() const {
    web::ServerSettings settings = x_options.web;
    settings.steady_now = [] { return steady_now(); };
    settings.log = log_web_event;
    return settings;
  }

  void announce() const {
    const std::string& host = x_options.web.address;
    const std::string shown = host.find(':') == std::string::npos ? host : "[" + host + "]";
    const unsigned port = x_server->port();
    std::printf("Anteroom serves %s\n", x_desk.practice()->profile.name.c_str());
    std::printf("  demo clinic page  http://%s:%u/\n", shown.c_str(), port);
    if (x_options.demo)
      std::printf("  move the clock    curl -d '{\"advance\":\"26h\"}' http://%s:%u/demo/clock\n",
                  shown.c_str(), port);
    std::printf("  handoffs          anteroom handoffs --store %s\n",
                x_options.store_address.c_str());
    std::fflush(stdout);
    log::write(log::Level::info, "serving",
               {{"port", port}, {"practice", log::Id(x_desk.practice()->version)}});
  }

  // The first signal ends in good order; the second one at once.
  void heed_signals() {
    x_signals.async_wait([this](const ErrorStatus& error, int) {
      if (error) return;
      if (x_stopping) {
        log::write(log::Level::warning, "stopped_at_once");
        log::finish();
        std::_Exit(1);
      }
      stop();
      heed_signals();
    });
  }

  // What was taken in is answered before anybody is sent away; a store that hangs holds this up no
  // longer than the drain.
  void stop() {
    x_stopping = true;
    log::write(log::Level::info, "told_to_stop");
    x_health.stop();
    x_sessions.stop();
    x_drain.expires_after(x_options.web.drain);
    x_drain.async_wait([this](const ErrorStatus& error) {
      if (!error) close_server();
    });
    x_desk.when_quiet([this] {
      x_drain.cancel();
      close_server();
    });
  }

  void close_server() {
    if (std::exchange(x_closing, true)) return;
    x_timer.cancel();
    x_server->stop([this] { x_io.stop(); });
  }

  void heed_hang_up() {
    x_hang_up.async_wait([this](const ErrorStatus& error, int) {
      if (error) return;
      x_watch.look_now();
      heed_hang_up();
    });
  }

  PracticeWatch::Tell tell_of_practice() {
    return [this](PracticeReading reading) {
      asio::post(x_io, [this, reading = std::move(reading)]() mutable {
        take_practice(std::move(reading));
      });
    };
  }

  void take_practice(PracticeReading reading) {
    refuse_losses(reading);
    if (!reading.practice) return refuse_practice(reading);
    x_health.refused(0);
    const log::Id version(reading.practice->version);
    if (reading.practice->version == x_desk.practice()->version) {
      log::write(log::Level::info, "practice_unchanged", {{"practice", version}});
      return x_watch.retire(reading.practice);
    }
    x_watch.retire(x_desk.practice());
    x_desk.use(reading.practice);
    x_health.serves_since(x_clock.now());
    log::write(log::Level::info, "practice_changed", {{"practice", version}});
  }

  // A practice that understands less than the one that is served is not taken.
  void refuse_losses(PracticeReading& reading) {
    if (!reading.practice) return;
    const auto lost = understanding::losses(x_desk.practice()->reader->models(),
                                            reading.practice->reader->models());
    if (lost.empty()) return;
    for (const std::string& loss : lost)
      reading.mistakes.push_back({Diagnostic::Level::error,
                                  {"understanding.yaml", 1, 1},
                                  "understands_less",
                                  loss + "; put the examples right, or start anew to take them"});
    x_watch.retire(std::move(reading.practice));
    reading.practice = nullptr;
  }

  void refuse_practice(const PracticeReading& reading) {
    const std::size_t mistakes = std::max<std::size_t>(reading.mistakes.size(), 1);
    x_health.refused(mistakes);
    log::write(log::Level::warning, "practice_refused",
               {{"mistakes", mistakes}, {"serves", log::Id(x_desk.practice()->version)}});
    if (reading.unreadable)
      log::write(log::Level::warning, "practice_mistake", {{"mistake", *reading.unreadable}});
    for (std::size_t i = 0; i < std::min(reading.mistakes.size(), kMistakesLogged); ++i)
      log::write(log::Level::warning, "practice_mistake", {{"mistake", reading.mistakes[i]}});
  }

  void tick() {
    x_timer.expires_after(std::chrono::seconds(1));
    x_timer.async_wait([this](const ErrorStatus& error) {
      if (error || x_closing) return;
      send_courier();
      x_desk.tidy();
      tell_lost_lines();
      tick();
    });
  }

  void send_courier() {
    if (std::exchange(x_courier_is_out, true)) return;
    x_errands.add([this] {
      const auto delivered = x_courier.deliver(x_clock.now());
      if (!delivered)
        log::write(log::Level::error, "courier_failed", {{"error", delivered.error()}});
      asio::post(x_io, [this, fine = delivered.has_value()] {
        x_courier_is_out = false;
        if (fine) x_health.courier_has_been_round();
      });
    });
  }

  void tell_lost_lines() {
    const std::size_t lost = log::lines_lost();
    if (lost == x_lines_lost) return;
    log::write(log::Level::warning, "log_lines_lost", {{"lines", lost - x_lines_lost}});
    x_lines_lost = lost;
  }

  const ServerOptions& x_options;
  asio::io_context x_io{1};
  Clock x_clock;
  std::unique_ptr<store::Store> x_store;
  Desk x_desk;
  ChatSessions x_sessions;
  Health x_health;
  Site x_site;
  Courier x_courier;
  std::unique_ptr<web::Server> x_server;
  asio::signal_set x_signals{x_io, SIGINT, SIGTERM};
  asio::signal_set x_hang_up{x_io, SIGHUP};
  asio::steady_timer x_timer{x_io};
  asio::steady_timer x_drain{x_io};
  bool x_stopping = false;
  bool x_closing = false;
  bool x_courier_is_out = false;
  std::size_t x_lines_lost = 0;
  // The threads come last, so that they end first.
  BackRoom x_reader;   // cold cases, transcripts
  BackRoom x_errands;  // the courier, who waits for the disk
  PracticeWatch x_watch;
};

}  // namespace

int run_server(const ServerOptions& options, PracticeReading practice,
               std::unique_ptr<store::Store> store) {
  std::signal(SIGPIPE, SIG_IGN);  // nobody may read the log any more; that ends no chat
  return Program(options, std::move(practice), std::move(store)).run();
}

}  // namespace anteroom::bot
