// A SQLite VFS that stands between a store and the system's own: it sees every operation on every
// file before it is done, may refuse it with SQLite's code, and hears when it is done. For tests of
// faults and power cuts. It leaves out one thing, waiting for the disk at a sync, so that thousands
// of walks are quick.
#pragma once

#include <sqlite3.h>

#include <string>

namespace anteroom::store {

enum class Operation : unsigned char {
  open,
  remove,
  access,
  read,
  write,
  truncate,
  sync,
  size,
  lock,
  shm_map,
  shm_lock,
};

struct Call {
  Operation operation;
  std::string_view path;        // empty: a temporary file
  sqlite3_int64 offset = 0;     // of a read or write; the new size at a truncate
  std::string_view bytes = {};  // of a write
};

class VfsShim {
 public:
  explicit VfsShim(std::string name);
  virtual ~VfsShim();
  VfsShim(const VfsShim&) = delete;
  VfsShim& operator=(const VfsShim&) = delete;

  const std::string& name() const { return x_name; }

  struct Answer {
    int code = SQLITE_OK;  // anything else is told instead of doing it
    bool half = false;     // of a read or write, the first half is done all the same
  };
  // Called on whatever thread uses the store.
  virtual Answer before(const Call& call) = 0;
  virtual void after(const Call&) {}

  sqlite3_vfs& real() const { return *x_real; }

 private:
  std::string x_name;
  sqlite3_vfs* x_real;
  sqlite3_vfs x_vfs;
};

}  // namespace anteroom::store
