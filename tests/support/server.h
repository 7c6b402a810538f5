// A server as a child process: started by a command, it says on its first lines where it listens
// ("http://127.0.0.1:PORT/"). For tests, and for the bench, which measures servers of others, too.
// Throws where none comes to listen.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/support/program.h"

namespace anteroom::testing {

class Server : public Program {
 public:
  // Returns when it listens. `errors_file`: takes its log, which is then not read here.
  explicit Server(std::vector<std::string> command, const std::string& errors_file = {});

  std::uint16_t port() const { return x_port; }
  const std::string& first_line() const { return x_first_line; }

 private:
  std::string x_first_line;
  std::uint16_t x_port = 0;
};

// `PROGRAM serve PRACTICE` at any free port of this machine.
std::vector<std::string> serve_command(const std::string& program, const std::string& practice,
                                       const std::string& store_address,
                                       const std::vector<std::string>& more = {});

}  // namespace anteroom::testing
