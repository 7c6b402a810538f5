#include "tests/support/server.h"

namespace anteroom::testing {
namespace {

const std::string kBeforePort = "http://127.0.0.1:";

}  // namespace

Server::Server(std::vector<std::string> command, const std::string& errors_file)
    : Program(std::move(command), {}, errors_file) {
  x_first_line = line();
  std::string said = x_first_line;
  while (said.find(kBeforePort) == std::string::npos) said = line();
  x_port = static_cast<std::uint16_t>(
      std::stoi(said.substr(said.find(kBeforePort) + kBeforePort.size())));
}

std::vector<std::string> serve_command(const std::string& program, const std::string& practice,
                                       const std::string& store_address,
                                       const std::vector<std::string>& more) {
  std::vector<std::string> command = {program,       "serve",   practice,     "--listen",
                                      "127.0.0.1:0", "--store", store_address};
  command.insert(command.end(), more.begin(), more.end());
  return command;
}

}  // namespace anteroom::testing
