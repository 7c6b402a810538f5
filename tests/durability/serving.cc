#include "tests/durability/serving.h"

namespace anteroom::durability {

void Serving::start() {
  const std::vector<std::string> command = {ANTEROOM_PROGRAM, "serve",   kPractice, "--listen",
                                            "127.0.0.1:0",    "--store", x_store};
  x_program = std::make_unique<testing::Program>(command);
  const std::string announced = "http://127.0.0.1:";
  for (;;) {
    const std::string line = x_program->line();
    const std::size_t at = line.find(announced);
    if (at == std::string::npos) continue;
    x_port = static_cast<std::uint16_t>(std::stoi(line.substr(at + announced.size())));
    return;
  }
}

int Serving::end_by(int signal_number) {
  x_program->signal(signal_number);
  const int code = x_program->exit_code();
  x_told += x_program->output() + x_program->errors();
  x_program.reset();
  return code;
}

}  // namespace anteroom::durability
