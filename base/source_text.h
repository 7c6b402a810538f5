// The text of one file, and where in it things stand: bytes turned into lines and columns, and the
// characters that a YAML file must not have. Used by base/document.cc alone; it knows nothing of
// YAML's grammar.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/document.h"

namespace anteroom {

class SourceText {
 public:
  SourceText(std::string file, std::string_view text);  // the text must outlive it

  // The byte that stands at a line and a column, both from 0, the column in bytes.
  std::size_t offset(int line, int column) const;

  // Places mostly come in order, so characters are counted on from the last one: one long line
  // stays linear.
  Place place(std::size_t offset);

  std::string_view line(int number) const;  // from 1, without its end; empty where there is none
  std::string_view from(std::size_t offset) const { return x_text.substr(offset); }
  std::string_view text() const { return x_text; }

  // Each reports what it finds; true if all is well. The characters of UTF-8 only.
  bool check_encoding(Diagnostics& found);
  bool check_characters(Diagnostics& found);
  bool check_directives(Diagnostics& found);

 private:
  std::string x_file;
  std::string_view x_text;
  std::vector<std::size_t> x_starts;  // of lines
  std::size_t x_line = 0;
  std::size_t x_offset = 0;
  int x_column = 1;
};

}  // namespace anteroom
