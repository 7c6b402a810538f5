// A practice's folder as it lies on disk.
#include "bot/practice_folder.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "base/document.h"
#include "tests/support/temporary_folder.h"

namespace anteroom::bot {

TEST_CASE("the YAML files of a practice's folder are read, by their names in it") {
  const testing::TemporaryFolder folder;
  folder.write("practice.yaml", "practice: here\n");
  folder.write("flows/visit.yaml", "flow: visit\n");
  folder.write("conversations/one.yaml", "");
  folder.write("languages/en.yaml", "\xFF\0x");
  folder.write("README.md", "not read");
  folder.write("flows/visit.yaml~", "not read");
  folder.write("flows/drafts/other.yaml", "not read");
  folder.write("drafts/other.yaml", "not read");
  std::filesystem::create_directory(folder.file("folder.yaml"));
  const auto files = read_practice_folder(folder.path());
  REQUIRE(files);
  CHECK(*files == PracticeFiles{{"practice.yaml", "practice: here\n"},
                                {"flows/visit.yaml", "flow: visit\n"},
                                {"conversations/one.yaml", ""},
                                {"languages/en.yaml", "\xFF\0x"}});
}

TEST_CASE("what is no folder, and a file that is too large, are told") {
  const testing::TemporaryFolder folder;
  const std::string file = folder.write("practice.yaml", std::string(kLargestYamlFile + 1, ' '));
  const auto large = read_practice_folder(folder.path());
  REQUIRE_FALSE(large);
  CHECK(large.error().where == file);
  for (const std::string& path : {file, folder.file("nothing"), std::string()}) {
    const auto none = read_practice_folder(path);
    REQUIRE_FALSE(none);
    CHECK(none.error().where == path);
    CHECK(none.error().what.find("practice's folder") != std::string::npos);
  }
}

}  // namespace anteroom::bot
