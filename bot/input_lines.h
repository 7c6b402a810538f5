// Lines of input for the commands that read them, each bounded in memory however long it is.
#pragma once

#include <cstddef>
#include <istream>
#include <string>

namespace anteroom::bot {

inline constexpr std::size_t kLongestLine = 1u << 20;  // bytes

// The next line, without its end ("\n" or "\r\n"); false where there is none. Of a longer one than
// kLongestLine one byte more is kept, by which the caller knows it, and the rest is passed over.
bool next_line(std::istream& in, std::string& line);

}  // namespace anteroom::bot
