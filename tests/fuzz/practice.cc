// One input is one file of a practice: its first line is a comment with the file's name. The other
// files are those of the small clinic of tests/turn.
#include "bot/turn/practice.h"

#include "base/text.h"
#include "tests/fuzz/document_checks.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/practices.h"

namespace anteroom::fuzz {
namespace {

const PracticeFiles& clinic() {
  static const PracticeFiles files = files_below("tests/turn/clinic");
  return files;
}

// Another name is a flow's.
std::string name_of(std::string_view bytes) {
  std::string_view line = take_until(bytes, '\n');
  if (line.starts_with('#')) line.remove_prefix(1);
  const std::string name(trimmed(line));
  const bool known = clinic().contains(name) || name == "languages/en.yaml";
  return known ? name : "flows/visit.yaml";
}

void load(std::string_view bytes) {
  const std::string name = name_of(bytes);
  PracticeFiles files = clinic();
  files[name] = bytes;
  Diagnostics found;
  turn::check_practice(files, found);
  check_places(found, name, bytes);
  for (const Diagnostic& one : found.sorted())
    expect(files.contains(one.place.file) || one.place.file == "flows",
           "a mistake is in a file: " + to_text(one));
}

}  // namespace
}  // namespace anteroom::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  anteroom::fuzz::load(anteroom::fuzz::as_text(data, size));
  return 0;
}
