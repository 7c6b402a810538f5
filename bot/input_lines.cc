#include "bot/input_lines.h"

namespace anteroom::bot {

bool next_line(std::istream& in, std::string& line) {
  using Traits = std::istream::traits_type;
  line.clear();
  auto byte = in.rdbuf()->sbumpc();
  if (Traits::eq_int_type(byte, Traits::eof())) return false;
  while (!Traits::eq_int_type(byte, Traits::eof()) && Traits::to_char_type(byte) != '\n') {
    if (line.size() <= kLongestLine) line += Traits::to_char_type(byte);
    byte = in.rdbuf()->sbumpc();
  }
  if (line.ends_with('\r')) line.pop_back();
  return true;
}

}  // namespace anteroom::bot
