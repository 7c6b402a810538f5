#include <CLI/CLI.hpp>
#include <charconv>
#include <cstdio>

#include "bot/commands/commands.h"
#include "bot/log.h"
#include "bot/model_cache.h"
#include "bot/server_program.h"
#include "channels/web/address.h"
#include "channels/web/limits.h"

namespace anteroom::bot {
namespace {

const std::map<std::string, log::Form> kForms = {{"text", log::Form::text},
                                                 {"json", log::Form::json}};
const std::map<std::string, log::Level> kLevels = {{"trace", log::Level::trace},
                                                   {"debug", log::Level::debug},
                                                   {"info", log::Level::info},
                                                   {"warning", log::Level::warning},
                                                   {"error", log::Level::error}};

struct Options {
  std::string listen = "127.0.0.1:8080";
  std::string log_form = "text";
  std::string log_level = "info";
  std::vector<std::string> limits;
  ServerOptions server{
      .folder = {}, .store_address = "sqlite:anteroom.db", .demo = false, .web = {}};
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

void complain(const PracticeReading& reading) {
  if (reading.unreadable) std::fprintf(stderr, "%s\n", to_text(*reading.unreadable).c_str());
  for (const Diagnostic& mistake : reading.mistakes)
    std::fprintf(stderr, "%s\n", to_text(mistake).c_str());
}

// Whether every limit and every proxy is one.
bool take_limits(Options& options) {
  web::ServerSettings& settings = options.server.web;
  for (const std::string& text : options.limits)
    if (const auto set = web::set_limit(settings, text); !set) {
      std::fprintf(stderr, "--limit: %s\n", to_text(set.error()).c_str());
      return false;
    }
  for (const std::string& text : settings.trusted_proxies)
    if (!web::parse_address_block(text)) {
      std::fprintf(stderr,
                   "--trusted-proxy: '%s' is no address; e.g. 127.0.0.1, ::1 or 172.16.0.0/12\n",
                   text.c_str());
      return false;
    }
  return true;
}

// Loads and serves; the log is running.
int serve(ServerOptions& server) {
  model_cache().on_miss([] { log::write(log::Level::info, "learning_a_model", {}); });
  PracticeReading practice = read_practice(server.folder);
  if (!practice.practice) {
    complain(practice);
    return 1;
  }
  auto store = open_store(server.store_address);
  if (!store) {
    std::fprintf(stderr, "--store: %s\n", to_text(store.error()).c_str());
    return 1;
  }
  return run_server(server, std::move(practice), std::move(*store));
}

int run(Options& options) {
  const auto address = parse_address(options.listen);
  if (!address) {
    std::fprintf(stderr, "--listen: '%s' is not ADDRESS:PORT; e.g. 127.0.0.1:8080 or [::1]:8080\n",
                 options.listen.c_str());
    return 2;
  }
  if (!take_limits(options)) return 2;
  options.server.web.address = address->host;
  options.server.web.port = address->port;
  log::start(kForms.at(options.log_form), kLevels.at(options.log_level));
  const int exit_code = serve(options.server);
  log::finish();
  return exit_code;
}

}  // namespace

void add_serve(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("serve", "Serve a practice: the widget, the chat, the demo page");
  command->add_option("practice", options->server.folder, "The practice's folder")->required();
  command->add_option("--listen", options->listen, "ADDRESS:PORT; port 0 takes any free one")
      ->capture_default_str();
  command
      ->add_option("--store", options->server.store_address,
                   "Where cases are kept: sqlite:FILE or memory:")
      ->capture_default_str();
  command->add_option("--origin", options->server.web.allowed_origins,
                      "A site that may embed the widget, e.g. https://www.clinic.example; may be "
                      "given several times");
  command
      ->add_option("--trusted-proxy", options->server.web.trusted_proxies,
                   "The address of a web server in front (or a block of them, as 172.16.0.0/12), "
                   "whose X-Forwarded-For is believed; may be given several times")
      ->allow_extra_args(false);
  command->add_flag("--https", options->server.web.https,
                    "Visitors come by HTTPS: have browsers insist on it");
  command
      ->add_option("--limit", options->limits,
                   "NAME=VALUE sets one of the limits in docs/operations.md; may be given several "
                   "times")
      ->allow_extra_args(false);
  command->add_flag("--demo", options->server.demo,
                    "Add what a demonstration needs: a clock that can be moved");
  command->add_option("--log", options->log_form, "The log's form: text, or json, a line an event")
      ->check(CLI::IsMember(kForms))
      ->capture_default_str();
  command
      ->add_option("--log-level", options->log_level,
                   "trace, debug (every turn), info, warning or error")
      ->check(CLI::IsMember(kLevels))
      ->capture_default_str();
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace anteroom::bot
