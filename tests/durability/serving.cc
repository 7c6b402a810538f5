#include "tests/durability/serving.h"

namespace anteroom::durability {

void Serving::start() {
  x_server = std::make_unique<testing::Server>(
      testing::serve_command(ANTEROOM_PROGRAM, kPractice, x_store));
  x_port = x_server->port();
}

int Serving::end_by(int signal_number) {
  x_server->signal(signal_number);
  const int code = x_server->exit_code();
  x_told += x_server->output() + x_server->errors();
  x_server.reset();
  return code;
}

}  // namespace anteroom::durability
