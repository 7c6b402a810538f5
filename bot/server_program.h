// The running server: a practice, a store, the web server and everything between them, on one
// thread, with others for what may block; from the first accept to an orderly end. `serve`
// (bot/commands/serve.cc) reads the flags for it.
#pragma once

#include <memory>
#include <string>

#include "bot/practice_watch.h"
#include "channels/web/settings.h"
#include "store/store.h"

namespace anteroom::bot {

struct ServerOptions {
  std::string folder;         // of the practice
  std::string store_address;  // as it was given, for people
  bool demo = false;
  web::ServerSettings web;  // clock and log are set here
};

// Serves until it is told to stop; the program's exit code.
int run_server(const ServerOptions& options, PracticeReading practice,
               std::unique_ptr<store::Store> store);

}  // namespace anteroom::bot
