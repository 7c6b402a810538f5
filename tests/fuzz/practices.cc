#include "tests/fuzz/practices.h"

#include <cstdio>
#include <cstdlib>

#include "bot/model_cache.h"
#include "bot/practice_folder.h"
#include "tests/fuzz/fuzz.h"

namespace anteroom::fuzz {

PracticeFiles files_below(const std::string& folder) {
  auto files = bot::read_practice_folder(folder);
  if (files) return std::move(*files);
  std::fprintf(stderr, "%s\n", to_text(files.error()).c_str());
  std::exit(2);
}

const turn::Practice& lakeside() {
  static const auto practice = [] {
    Diagnostics found;
    auto read =
        turn::load_practice(files_below("flows/practices/lakeside"), found, bot::model_cache());
    expect(read != nullptr, "the example practice is right");
    return read;
  }();
  return *practice;
}

}  // namespace anteroom::fuzz
