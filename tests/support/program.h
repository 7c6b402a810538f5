// A program as a child process: what is written to it, what it says, how it ends. Every wait has an
// end: what does not come is thrown as std::runtime_error, so that a test fails rather than hangs.
// A child that is left over is killed.
#pragma once

#include <sys/types.h>

#include <map>
#include <string>
#include <vector>

namespace anteroom::testing {

using Environment = std::map<std::string, std::string>;  // set for the child, beside the test's own

class Program {
 public:
  // `errors_file` takes its standard error, which is then not read here.
  explicit Program(std::vector<std::string> command, const Environment& environment = {},
                   const std::string& errors_file = {});
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  void write(const std::string& bytes);
  void close_input();
  std::string line();  // the next one of its standard output; throws if none comes
  void signal(int number) const;
  pid_t pid() const { return x_child; }
  int exit_code();  // waits; reads the rest of its output; -n where signal n ended it
  const std::string& output() const {
    return x_streams[0].text;
  }  // all of it so far, lines that were read included
  const std::string& errors() const { return x_streams[1].text; }
  bool says(const std::string& text);  // reads on until it has said that, on either stream
  void listen();     // reads what it has said by now, so that it never waits for us
  bool has_ended();  // by now; does not wait

 private:
  struct Stream {
    int file = -1;
    std::string text;
  };
  std::string so_far() const;
  bool read_some(int milliseconds);  // false: both streams have ended, or nothing came in time

  pid_t x_child = -1;
  int x_input = -1;
  Stream x_streams[2];
  std::size_t x_read = 0;  // bytes of the output that line() has given
  bool x_ended = false;
  int x_status = 0;
};

struct Ran {
  int exit_code = 0;
  std::string output;
  std::string errors;
};
Ran run(std::vector<std::string> command, const std::string& input = {},
        const Environment& environment = {});

std::vector<std::string> lines_of(const std::string& text);

}  // namespace anteroom::testing
