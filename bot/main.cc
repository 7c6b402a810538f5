#include <sodium.h>
#include <CLI/CLI.hpp>

#include "bot/commands/commands.h"
#include "bot/model_cache.h"

int main(int argc, char** argv) {
  using namespace anteroom::bot;
  if (sodium_init() < 0) return 1;
  CLI::App app("Anteroom, the room before the clinic: guided intake by chat.", "anteroom");
  app.set_version_flag("--version", ANTEROOM_VERSION);
  app.require_subcommand(1);
  app.add_option_function<std::string>("--model-cache", use_model_cache,
                                       "Where trained models are kept between runs; \"\": nowhere")
      ->type_name("DIR")
      ->trigger_on_parse();
  int exit_code = 0;
  for (const auto add : {add_serve, add_check, add_chat, add_test, add_understand, add_classifier,
                         add_schema, add_handoffs, add_leads, add_examples}) {
    add(app, exit_code);
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  return exit_code;
}
