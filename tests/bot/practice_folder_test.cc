// A practice's folder as it lies on disk: what is read, and what each odd thing in it is called.
#include "bot/practice_folder.h"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <functional>

#include "tests/support/temporary_folder.h"

namespace anteroom::bot {
namespace {

namespace fs = std::filesystem;
using testing::TemporaryFolder;

const PracticeFiles kPlain{{"practice.yaml", "practice: here\n"}};

struct Told {
  PracticeFiles files;
  std::vector<std::string> complaints;
};

Told read(const TemporaryFolder& folder) {
  Diagnostics found;
  auto files = read_practice_folder(folder.path(), found);
  REQUIRE(files);
  Told told{std::move(*files), {}};
  for (const Diagnostic& one : found.sorted()) told.complaints.push_back(to_text(one));
  return told;
}

}  // namespace

TEST_CASE("the YAML files of a practice's folder are read, by their names in it") {
  const TemporaryFolder folder;
  folder.write("practice.yaml", "practice: here\n");
  folder.write("flows/visit.yaml", "flow: visit\n");
  folder.write("flows/otra_opción.yaml", "flow: otra\n");
  folder.write("conversations/one.yaml", "");
  folder.write("languages/en.yaml", "\xFF\0x");
  folder.write("README.md", "not read");
  folder.write("flows/visit.yaml~", "not read");
  folder.write("flows/.visit.yaml", "not read: hidden");
  folder.write("flows/drafts/other.yaml", "not read");
  folder.write("drafts/other.yaml", "not read");
  fs::create_symlink("nobody@nowhere:1", folder.file("flows/.#visit.yaml"));  // an editor's lock
  const Told told = read(folder);
  CHECK(told.complaints.empty());
  CHECK(told.files == PracticeFiles{{"practice.yaml", "practice: here\n"},
                                    {"flows/visit.yaml", "flow: visit\n"},
                                    {"flows/otra_opción.yaml", "flow: otra\n"},
                                    {"conversations/one.yaml", ""},
                                    {"languages/en.yaml", "\xFF\0x"}});
}

TEST_CASE("files and folders may be links, as where a configuration is mounted") {
  const TemporaryFolder elsewhere;
  elsewhere.write("data/practice.yaml", "practice: here\n");
  elsewhere.write("data/flows/visit.yaml", "flow: visit\n");
  const TemporaryFolder folder;
  fs::create_symlink(elsewhere.file("data"), folder.file("..data"));
  fs::create_symlink("..data/practice.yaml", folder.file("practice.yaml"));
  fs::create_symlink("..data/flows", folder.file("flows"));
  const Told told = read(folder);
  CHECK(told.complaints.empty());
  CHECK(told.files == PracticeFiles{{"practice.yaml", "practice: here\n"},
                                    {"flows/visit.yaml", "flow: visit\n"}});
}

TEST_CASE("what cannot be read as a file is told by its name, and the others are read") {
  struct Row {
    const char* about;
    std::function<void(const TemporaryFolder&)> make;
    const char* complaint;
  };
  const std::string long_name = std::string(200, 'x') + ".yaml";
  const Row rows[] = {
      {"a folder", [](const auto& f) { fs::create_directory(f.file("folder.yaml")); },
       "folder.yaml:1:1: error: this is a folder, not a file; give it another name"},
      {"a pipe that nobody writes to",
       [](const auto& f) { REQUIRE(::mkfifo(f.file("pipe.yaml").c_str(), 0600) == 0); },
       "pipe.yaml:1:1: error: this is a pipe or a device, not a file; take it away"},
      {"a device that never ends",
       [](const auto& f) { fs::create_symlink("/dev/zero", f.file("zero.yaml")); },
       "zero.yaml:1:1: error: this is a pipe or a device, not a file; take it away"},
      {"a link to itself",
       [](const auto& f) { fs::create_symlink("loop.yaml", f.file("loop.yaml")); },
       "loop.yaml:1:1: error: this cannot be read: Too many levels of symbolic links"},
      {"a link to nothing, or a file that went",
       [](const auto& f) { fs::create_symlink("gone", f.file("gone.yaml")); },
       "gone.yaml:1:1: error: this cannot be read: No such file or directory"},
      {"a file that fails when it is read",
       [](const auto& f) { fs::create_symlink("/proc/self/mem", f.file("broken.yaml")); },
       "broken.yaml:1:1: error: this cannot be read: Input/output error"},
      {"a file of 100 MB that is not read",
       [](const auto& f) { fs::resize_file(f.write("huge.yaml", ""), 100'000'000); },
       "huge.yaml:1:1: error: this is larger than 4 MiB; a practice's file is a few hundred lines"},
      {"a file where a folder belongs", [](const auto& f) { f.write("flows", "flow: visit\n"); },
       "flows:1:1: error: this cannot be read: Not a directory; here a folder is expected"},
      {"a folder that is a link to itself",
       [](const auto& f) { fs::create_symlink("flows", f.file("flows")); },
       "flows:1:1: error: this cannot be read: Too many levels of symbolic links; here a folder is "
       "expected"},
      {"a name of two lines", [](const auto& f) { f.write("a\nb.yaml", ""); },
       "a?b.yaml:1:1: error: this has a name that cannot be told; use letters, digits, _ and -"},
      {"a name that is not UTF-8", [](const auto& f) { f.write("cl\xEDnica.yaml", ""); },
       "cl\xEF\xBF\xBDnica.yaml:1:1: error: this has a name that cannot be told; use letters, "
       "digits, _ and -"},
      {"another ending", [](const auto& f) { f.write("flows/visit.yml", "flow: visit\n"); },
       "flows/visit.yml:1:1: warning: this is not read; a practice's file ends in .yaml"},
  };
  for (const Row& row : rows) {
    INFO(row.about);
    const TemporaryFolder folder;
    folder.write("practice.yaml", kPlain.at("practice.yaml"));
    row.make(folder);
    const Told told = read(folder);
    CHECK(told.complaints == std::vector<std::string>{row.complaint});
    CHECK(told.files == kPlain);
  }
}

TEST_CASE("a file that may not be read is told") {
  if (::geteuid() == 0) return;  // may read everything
  const TemporaryFolder folder;
  fs::permissions(folder.write("practice.yaml", "a"), fs::perms::none);
  CHECK(
      read(folder).complaints ==
      std::vector<std::string>{"practice.yaml:1:1: error: this cannot be read: Permission denied"});
}

TEST_CASE("everything that cannot be read is told in one run") {
  const TemporaryFolder folder;
  for (const char* name : {"a.yaml", "b.yaml", "flows/c.yaml"}) {
    fs::create_directories(folder.file("flows"));
    fs::create_symlink("gone", folder.file(name));
  }
  CHECK(read(folder).complaints.size() == 3);
}

TEST_CASE("there are only so many files, and so many bytes") {
  const TemporaryFolder folder;
  for (std::size_t i = 0; i <= kMostPracticeFiles; ++i)
    folder.write("conversations/c" + std::to_string(10'000 + i) + ".yaml", "");
  const Told many = read(folder);
  CHECK(many.files.size() == kMostPracticeFiles);
  CHECK(many.complaints ==
        std::vector<std::string>{"conversations/c11000.yaml:1:1: error: this is one file too many; "
                                 "at most 1000"});
  const TemporaryFolder heavy;
  for (int i = 10; i < 28; ++i)
    fs::resize_file(heavy.write("flows/f" + std::to_string(i) + ".yaml", ""), kLargestYamlFile);
  const Told much = read(heavy);
  CHECK(much.files.size() == 16);
  CHECK(much.complaints ==
        std::vector<std::string>{"flows/f26.yaml:1:1: error: this is too much; all files together "
                                 "have at most 64 MiB"});
}

TEST_CASE("without a list for it, the first thing that cannot be read is the error") {
  const TemporaryFolder folder;
  const std::string file = folder.write("practice.yaml", std::string(kLargestYamlFile + 1, ' '));
  const auto large = read_practice_folder(folder.path());
  REQUIRE_FALSE(large);
  CHECK(large.error().where == file);
  CHECK(large.error().what.find("larger than 4 MiB") != std::string::npos);
}

TEST_CASE("what is no folder is told") {
  const TemporaryFolder folder;
  const std::string file = folder.write("practice.yaml", "");
  for (const std::string& path : {file, folder.file("nothing"), std::string()}) {
    const auto none = read_practice_folder(path);
    REQUIRE_FALSE(none);
    CHECK(none.error().where == path);
    CHECK(none.error().what.find("practice's folder") != std::string::npos);
  }
}

}  // namespace anteroom::bot
