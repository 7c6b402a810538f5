// Whatever is wrong with a practice is told, at a place in one of its files.
#include <catch2/catch.hpp>

#include "tests/turn/talk.h"

namespace anteroom::turn {
namespace {

const std::string kClinic = "tests/turn/clinic";

Diagnostics complaints_about(const std::string& file, const std::string& bytes) {
  PracticeFiles files = files_in(kClinic);
  files[file] = bytes;
  Diagnostics found;
  CHECK(load_practice(files, found) == nullptr);
  return found;
}

}  // namespace

TEST_CASE("a file that says nothing, or something else, is complained about in that file") {
  for (const auto& [file, bytes] : files_in(kClinic)) {
    for (const char* instead : {"", "[", "7", "[1, 2]", "something: else", "a: &x 1", "\xff\xfe"}) {
      CAPTURE(file, instead);
      const Diagnostics found = complaints_about(file, instead);
      bool told_there = false;
      for (const Diagnostic& one : found.sorted()) {
        INFO(to_text(one));
        CHECK_FALSE(one.place.file.empty());
        told_there = told_there || one.place.file == file;
      }
      CHECK(told_there);
    }
  }
}

TEST_CASE("a file that is missing is named") {
  for (const char* file : {"practice.yaml", "fields.yaml", "scoring.yaml", "routing.yaml"}) {
    PracticeFiles files = files_in(kClinic);
    files.erase(file);
    Diagnostics found;
    CHECK(load_practice(files, found) == nullptr);
    for (const Diagnostic& one : found.sorted()) CHECK_FALSE(one.place.file.empty());
    CHECK(found.sorted().size() >= 1);
  }
}

}  // namespace anteroom::turn
