#include "store/private_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

namespace anteroom::store {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int number) : x_number(number) {}
  ~Descriptor() {
    if (x_number >= 0) ::close(x_number);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  explicit operator bool() const { return x_number >= 0; }
  int number() const { return x_number; }

 private:
  int x_number;
};

std::string folder_of(const std::string& path) {
  const std::string folder = std::filesystem::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

tl::unexpected<Error> cannot_make(const std::string& path, int code) {
  std::string what = "cannot be made: " + std::generic_category().message(code);
  if (code == ENOENT) what += "; make the folder " + folder_of(path) + " first";
  if (code == EACCES || code == EROFS)
    what += "; the folder " + folder_of(path) + " must be writable for this user";
  if (code == EISDIR) what += "; name a file";
  return failure(path, std::move(what));
}

bool write_all(int descriptor, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(descriptor, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::fsync(descriptor) == 0;
}

void sync_folder(const std::string& path) {
  const Descriptor folder(::open(folder_of(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder) ::fsync(folder.number());
}

}  // namespace

Result<void> make_private_file(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
  if (!file && errno == EACCES && ::access(path.c_str(), F_OK) == 0) {
    return failure(path, "may not be read and written by this user; correct its owner or its mode");
  }
  if (!file) return cannot_make(path, errno);
  return {};
}

Result<void> publish_private_file(const std::string& path, std::string_view content) {
  std::string draft = path + ".XXXXXX";
  const Descriptor file(::mkostemp(draft.data(), O_CLOEXEC));  // mode 0600
  if (!file) return cannot_make(path, errno);
  const bool written = write_all(file.number(), content);
  // A link, not a rename: it leaves the file alone that another process has published meanwhile.
  const bool linked = written && (::link(draft.c_str(), path.c_str()) == 0 || errno == EEXIST);
  const int code = errno;
  ::unlink(draft.c_str());
  if (!linked) return cannot_make(path, code);
  sync_folder(path);
  return {};
}

}  // namespace anteroom::store
