#include <CLI/CLI.hpp>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "bot/commands/commands.h"
#include "bot/conversation_test.h"

namespace anteroom::bot {

void add_schema(CLI::App& app, int& exit_code) {
  auto name = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand(
      "schema", "Print the JSON Schema of one kind of a practice's files, for editors");
  std::vector<std::string> names = turn::schema_names();
  names.emplace_back("conversations");
  command->add_option("name", *name, "Which file")->required()->check(CLI::IsMember(names));
  command->callback([name, &exit_code] {
    const nlohmann::json schema = *name == "conversations"
                                      ? json_schema(*conversation_shape(), "Anteroom conversations")
                                      : turn::schema_of(*name);
    std::printf("%s\n", schema.dump(2).c_str());
    exit_code = 0;
  });
}

}  // namespace anteroom::bot
