#include "bot/practice_folder.h"

#include <fstream>
#include <iterator>

#include "base/document.h"

namespace anteroom::bot {
namespace {

namespace fs = std::filesystem;

constexpr const char* kSubfolders[] = {"", "flows", "languages", "conversations"};

Result<std::string> read_file(const fs::path& path) {
  std::error_code ec;
  const auto size = fs::file_size(path, ec);
  if (ec) return failure(path.string(), "cannot be read: " + ec.message());
  if (size > kLargestYamlFile)
    return failure(path.string(), "is larger than 4 MB; a practice's file is a few hundred lines");
  std::ifstream in(path, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (!in) return failure(path.string(), "cannot be read");
  return bytes;
}

Result<void> read_subfolder(const fs::path& folder, const std::string& name, PracticeFiles& files) {
  std::error_code ec;
  const fs::path below = name.empty() ? folder : folder / name;
  for (const fs::directory_entry& entry : fs::directory_iterator(below, ec)) {
    if (!entry.is_regular_file(ec) || entry.path().extension() != ".yaml") continue;
    auto bytes = read_file(entry.path());
    if (!bytes) return tl::make_unexpected(bytes.error());
    const std::string file = entry.path().filename().string();
    files[name.empty() ? file : name + "/" + file] = std::move(*bytes);
  }
  return {};
}

}  // namespace

Result<PracticeFiles> read_practice_folder(const fs::path& folder) {
  std::error_code ec;
  if (!fs::is_directory(folder, ec)) {
    return failure(folder.string(),
                   "is not a folder; name a practice's folder, e.g. flows/practices/lakeside");
  }
  PracticeFiles files;
  for (const char* name : kSubfolders) {
    if (auto read = read_subfolder(folder, name, files); !read)
      return tl::make_unexpected(read.error());
  }
  return files;
}

}  // namespace anteroom::bot
