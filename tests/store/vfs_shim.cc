#include "tests/store/vfs_shim.h"

#include <string_view>
#include <utility>

namespace anteroom::store {
namespace {

struct File {  // what SQLite holds; the real file lies right behind it
  sqlite3_file base;
  VfsShim* shim;
  const char* path;
};

File& file_of(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }
sqlite3_file* real(sqlite3_file* file) {
  return reinterpret_cast<sqlite3_file*>(&file_of(file) + 1);
}
const sqlite3_io_methods& methods(sqlite3_file* file) { return *real(file)->pMethods; }
VfsShim& shim_of(sqlite3_vfs* vfs) { return *static_cast<VfsShim*>(vfs->pAppData); }
std::string_view or_empty(const char* path) { return path ? path : ""; }

// Asks, does it, and tells.
template <class Do>
int ask(VfsShim& shim, const Call& call, const Do& really) {
  if (const VfsShim::Answer answer = shim.before(call); answer.code != SQLITE_OK)
    return answer.code;
  const int code = really();
  if (code == SQLITE_OK) shim.after(call);
  return code;
}

template <class Do>
int ask(sqlite3_file* file, Operation operation, sqlite3_int64 offset, const Do& really) {
  return ask(*file_of(file).shim, {operation, or_empty(file_of(file).path), offset}, really);
}

int close(sqlite3_file* file) { return methods(file).xClose(real(file)); }

int read(sqlite3_file* file, void* data, int size, sqlite3_int64 offset) {
  const auto answer =
      file_of(file).shim->before({Operation::read, or_empty(file_of(file).path), offset});
  if (answer.code == SQLITE_OK) return methods(file).xRead(real(file), data, size, offset);
  if (answer.half) (void)methods(file).xRead(real(file), data, size / 2, offset);
  return answer.code;
}

int write(sqlite3_file* file, const void* data, int size, sqlite3_int64 offset) {
  VfsShim& shim = *file_of(file).shim;
  const std::string_view bytes(static_cast<const char*>(data), static_cast<std::size_t>(size));
  Call call{Operation::write, or_empty(file_of(file).path), offset, bytes};
  const auto answer = shim.before(call);
  if (answer.code != SQLITE_OK && !answer.half) return answer.code;
  if (answer.half) call.bytes = bytes.substr(0, bytes.size() / 2);
  const int code =
      methods(file).xWrite(real(file), data, static_cast<int>(call.bytes.size()), offset);
  if (code == SQLITE_OK) shim.after(call);
  return answer.half ? answer.code : code;
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
  return ask(file, Operation::truncate, size,
             [&] { return methods(file).xTruncate(real(file), size); });
}

int sync(sqlite3_file* file, int) {
  return ask(file, Operation::sync, 0, [] { return SQLITE_OK; });
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
  return ask(file, Operation::size, 0, [&] { return methods(file).xFileSize(real(file), size); });
}

int lock(sqlite3_file* file, int level) {
  return ask(file, Operation::lock, level, [&] { return methods(file).xLock(real(file), level); });
}

int unlock(sqlite3_file* file, int level) { return methods(file).xUnlock(real(file), level); }

int check_reserved_lock(sqlite3_file* file, int* held) {
  return methods(file).xCheckReservedLock(real(file), held);
}

int file_control(sqlite3_file* file, int operation, void* argument) {
  return methods(file).xFileControl(real(file), operation, argument);
}

int sector_size(sqlite3_file* file) { return methods(file).xSectorSize(real(file)); }

int device_characteristics(sqlite3_file* file) {
  return methods(file).xDeviceCharacteristics(real(file));
}

int shm_map(sqlite3_file* file, int region, int size, int extend, void volatile** memory) {
  *memory = nullptr;
  return ask(file, Operation::shm_map, region,
             [&] { return methods(file).xShmMap(real(file), region, size, extend, memory); });
}

int shm_lock(sqlite3_file* file, int first, int count, int flags) {
  const auto really = [&] { return methods(file).xShmLock(real(file), first, count, flags); };
  return (flags & SQLITE_SHM_LOCK) == 0 ? really() : ask(file, Operation::shm_lock, first, really);
}

void shm_barrier(sqlite3_file* file) { methods(file).xShmBarrier(real(file)); }

int shm_unmap(sqlite3_file* file, int remove) {
  return methods(file).xShmUnmap(real(file), remove);
}

// Version 2: with shared memory for the write-ahead log, without memory-mapped reading, which would
// pass us by.
constexpr sqlite3_io_methods kMethods = {2,
                                         close,
                                         read,
                                         write,
                                         truncate,
                                         sync,
                                         file_size,
                                         lock,
                                         unlock,
                                         check_reserved_lock,
                                         file_control,
                                         sector_size,
                                         device_characteristics,
                                         shm_map,
                                         shm_lock,
                                         shm_barrier,
                                         shm_unmap,
                                         nullptr,
                                         nullptr};

int open(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* given) {
  VfsShim& shim = shim_of(vfs);
  File& ours = file_of(file);
  ours = {{nullptr}, &shim, path};  // without methods SQLite does not close it
  real(file)->pMethods = nullptr;
  const int code = ask(shim, {Operation::open, or_empty(path)}, [&] {
    return shim.real().xOpen(&shim.real(), path, real(file), flags, given);
  });
  if (real(file)->pMethods) ours.base.pMethods = &kMethods;
  return code;
}

int remove(sqlite3_vfs* vfs, const char* path, int sync_folder) {
  VfsShim& shim = shim_of(vfs);
  return ask(shim, {Operation::remove, or_empty(path)},
             [&] { return shim.real().xDelete(&shim.real(), path, sync_folder); });
}

int access(sqlite3_vfs* vfs, const char* path, int flags, int* result) {
  VfsShim& shim = shim_of(vfs);
  return ask(shim, {Operation::access, or_empty(path)},
             [&] { return shim.real().xAccess(&shim.real(), path, flags, result); });
}

}  // namespace

VfsShim::VfsShim(std::string name)
    : x_name(std::move(name)), x_real(sqlite3_vfs_find(nullptr)), x_vfs(*x_real) {
  x_vfs.szOsFile = static_cast<int>(sizeof(File)) + x_real->szOsFile;
  x_vfs.zName = x_name.c_str();
  x_vfs.pAppData = this;
  x_vfs.pNext = nullptr;
  x_vfs.xOpen = open;
  x_vfs.xDelete = remove;
  x_vfs.xAccess = access;
  sqlite3_vfs_register(&x_vfs, 0);
}

VfsShim::~VfsShim() { sqlite3_vfs_unregister(&x_vfs); }

}  // namespace anteroom::store
