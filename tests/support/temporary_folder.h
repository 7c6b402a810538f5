// A folder for one test's files; it goes when the test ends.
#pragma once

#include <string>

namespace anteroom::testing {

class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::string& path() const { return x_path; }
  std::string file(const std::string& name) const { return x_path + "/" + name; }
  // Writes a file, the folders above it included; gives its path.
  std::string write(const std::string& name, const std::string& bytes) const;

 private:
  std::string x_path;
};

std::string read_file(const std::string& path);  // fails the test where there is none

}  // namespace anteroom::testing
