#include "bot/practice_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "base/text.h"

namespace anteroom::bot {
namespace {

namespace fs = std::filesystem;

constexpr const char* kRule = "unreadable_file";
constexpr const char* kExamples = "examples";
constexpr const char* kSubfolders[] = {"", "flows", "languages", "conversations", kExamples};

struct OpenFile {
  explicit OpenFile(int descriptor) : number(descriptor) {}
  ~OpenFile() {
    if (number >= 0) ::close(number);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  const int number;
};

std::string reason(int error) {
  return "this cannot be read: " + std::generic_category().message(error);
}

// Why what the file system calls `status` is no file to be read; empty where it is one.
std::string refusal(const struct stat& status) {
  if (S_ISDIR(status.st_mode)) return "this is a folder, not a file; give it another name";
  if (!S_ISREG(status.st_mode)) return "this is a pipe or a device, not a file; take it away";
  if (static_cast<std::size_t>(status.st_size) > kLargestYamlFile)
    return "this is larger than 4 MiB; a practice's file is a few hundred lines";
  return {};
}

// To the end, or until there is more than a file may hold: it may have grown since it was looked
// at.
tl::expected<std::string, std::string> read_all(int descriptor) {
  std::string bytes;
  while (bytes.size() <= kLargestYamlFile) {
    constexpr std::size_t kPiece = 64 * 1024;
    const std::size_t before = bytes.size();
    bytes.resize(before + kPiece);
    const ssize_t size = ::read(descriptor, bytes.data() + before, kPiece);
    if (size < 0 && errno != EINTR) return tl::make_unexpected(reason(errno));
    bytes.resize(before + static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
    if (size == 0) return bytes;
  }
  return tl::make_unexpected("this grew beyond 4 MiB while it was read");
}

// The bytes, or what is wrong. Looked at before it is opened, as opening a device may do something,
// and after, as it may be another by then; a pipe does not wait for its writer.
tl::expected<std::string, std::string> read_file(const fs::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return tl::make_unexpected(reason(errno));
  if (std::string what = refusal(status); !what.empty()) return tl::make_unexpected(what);
  const OpenFile file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  if (file.number < 0 || ::fstat(file.number, &status) != 0)
    return tl::make_unexpected(reason(errno));
  if (std::string what = refusal(status); !what.empty()) return tl::make_unexpected(what);
  return read_all(file.number);
}

bool is_control(char c) { return (c >= 0 && c < 0x20) || c == 0x7F; }

bool is_plain(const std::string& name) {
  return is_valid_utf8(name) && std::none_of(name.begin(), name.end(), is_control);
}

std::string plain(const std::string& name) {
  std::string shown = to_valid_utf8(name);
  std::replace_if(shown.begin(), shown.end(), is_control, '?');
  return shown;
}

class FolderReader {
 public:
  FolderReader(fs::path folder, Diagnostics& found) : x_folder(std::move(folder)), x_found(found) {}

  PracticeFiles read() {
    for (const std::string subfolder : kSubfolders) {
      for (const std::string& name : names_in(subfolder)) {
        if (!read_one(subfolder.empty() ? name : subfolder + "/" + name)) return std::move(x_files);
      }
    }
    return std::move(x_files);
  }

 private:
  void complain(const std::string& file, std::string what) {
    x_found.error({file, 1, 1}, kRule, std::move(what));
  }

  // In their order, so that what is wrong is told the same each time.
  std::vector<std::string> names_in(const std::string& subfolder) {
    std::vector<std::string> names;
    std::error_code error;
    fs::directory_iterator entry(x_folder / subfolder, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
      const std::string name = entry->path().filename().string();
      if (is_ours(subfolder, name)) names.push_back(name);
      if (names.size() > kMostPracticeFiles) break;
    }
    const bool is_there = error != std::errc::no_such_file_or_directory;
    if (error && is_there)
      complain(subfolder, reason(error.value()) + "; here a folder is expected");
    std::sort(names.begin(), names.end());
    return names;
  }

  bool is_ours(const std::string& subfolder, const std::string& name) {
    if (name.starts_with('.')) return false;  // hidden: an editor's, perhaps
    const std::string place = subfolder.empty() ? name : subfolder + "/" + name;
    const std::string ending = fs::path(name).extension();
    if (subfolder == kExamples) return ending == ".jsonl";
    if (ending == ".yml" || ending == ".YAML" || ending == ".YML")
      x_found.warning({plain(place), 1, 1}, "not_read",
                      "this is not read; a practice's file ends in .yaml");
    return ending == ".yaml";
  }

  // False: enough is enough.
  bool read_one(const std::string& file) {
    if (!is_plain(file)) {
      complain(plain(file), "this has a name that cannot be told; use letters, digits, _ and -");
      return true;
    }
    if (x_files.size() == kMostPracticeFiles) {
      complain(file, "this is one file too many; at most " + std::to_string(kMostPracticeFiles));
      return false;
    }
    auto bytes = read_file(x_folder / file);
    if (!bytes) {
      complain(file, std::move(bytes.error()));
      return true;
    }
    x_bytes += bytes->size();
    if (x_bytes > kLargestPractice) {
      complain(file, "this is too much; all files together have at most 64 MiB");
      return false;
    }
    x_files[file] = std::move(*bytes);
    return true;
  }

  fs::path x_folder;
  Diagnostics& x_found;
  PracticeFiles x_files;
  std::size_t x_bytes = 0;
};

}  // namespace

Result<PracticeFiles> read_practice_folder(const fs::path& folder, Diagnostics& found) {
  std::error_code ec;
  if (!fs::is_directory(folder, ec)) {
    return failure(folder.string(),
                   "is not a folder; name a practice's folder, e.g. flows/practices/lakeside");
  }
  return FolderReader(folder, found).read();
}

Result<PracticeFiles> read_practice_folder(const fs::path& folder) {
  Diagnostics found;
  auto files = read_practice_folder(folder, found);
  if (!files || !found.has_errors()) return files;
  const auto told = found.sorted();
  const auto first = std::find_if(told.begin(), told.end(), [](const Diagnostic& one) {
    return one.level == Diagnostic::Level::error;
  });
  return failure((folder / first->place.file).string(), first->what);
}

}  // namespace anteroom::bot
