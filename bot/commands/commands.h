// The subcommands of `anteroom`, one file each. Each adds itself to the command line and sets the
// exit code when it has run: 0 fine, 1 found problems; wrong usage is 2, by main.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "bot/turn/practice.h"
#include "store/store.h"

namespace CLI {
class App;
}

namespace anteroom::bot {

void add_serve(CLI::App& app, int& exit_code);
void add_check(CLI::App& app, int& exit_code);
void add_chat(CLI::App& app, int& exit_code);
void add_test(CLI::App& app, int& exit_code);
void add_understand(CLI::App& app, int& exit_code);
void add_classifier(CLI::App& app, int& exit_code);
void add_schema(CLI::App& app, int& exit_code);
void add_handoffs(CLI::App& app, int& exit_code);
void add_leads(CLI::App& app, int& exit_code);
void add_examples(CLI::App& app, int& exit_code);

// A practice that can be served; else its mistakes go to standard error and null comes back.
std::shared_ptr<const turn::Practice> practice_or_complain(const std::string& folder);
// Opens a store with the look-up key of $ANTEROOM_STORE_KEY, if that is set (see store/store.h).
Result<std::unique_ptr<store::Store>> open_store(const std::string& address);
// Opens a store that is there already; else says why on standard error and gives null.
std::unique_ptr<store::Store> store_or_complain(const std::string& address);

}  // namespace anteroom::bot
